import { reliability } from '../rules/finding.ts';
import type { PlanSize } from '../rules/fixture-demands.ts';
import { ownSizeWords } from '../rules/own-numbers.ts';
import type { Profile } from '../rules/profile.ts';
import { inside, type Text, text } from '../text.ts';
import { type BathNeeds, type KitchenNeeds, programmeOf, type Wanted } from './programme.ts';

/** One thing that a part must hold, with its sizes: width along the wall by depth, mm. */
interface Held {
  readonly what: Text;
  readonly sizes: string;
}

/** What each part of a programme holds, with the sizes of the profile. */
export function programmeHolds(wanted: Wanted, profile: Profile): readonly Held[] {
  const { kitchen, bath } = programmeOf(wanted, profile);
  return [...(kitchen ? kitchenHolds(kitchen) : []), ...(bath ? bathHolds(bath) : [])];
}

function kitchenHolds(kitchen: KitchenNeeds): Held[] {
  const { sink, preparation, preparationDepth, cookers, standing, fuel } = kitchen;
  const isElectric = fuel === 'electric';
  return [
    { what: text('洗涤池', 'Sink'), sizes: sizes(sink) },
    ...(preparation > 0
      ? [
          {
            what: text('备餐台', 'Worktop to prepare on'),
            sizes: sizes({ width: preparation, depth: preparationDepth }),
          },
        ]
      : []),
    {
      what: isElectric
        ? text('灶具（用电）', 'Cooker (electric)')
        : text('灶具（有燃气立管时可用燃气）', 'Cooker (gas where there is a gas riser)'),
      sizes: cookers.map(({ value }) => sizes(value)).join(' / '),
    },
    { what: text('灶前站立空间', 'Floor before them'), sizes: `${standing}` },
  ];
}

function bathHolds({ wc, wcFront, basins, shower }: BathNeeds): Held[] {
  const own = basins.flatMap(({ value }) => (value.kind === 'own' ? [sizes(value.size)] : []));
  const all = basins.map(({ value }) => sizes(value.size));
  const isOnCistern = basins.some(({ value }) => value.kind === 'cistern');
  return [
    { what: text('坐便器', 'WC'), sizes: sizes(wc) },
    { what: text('坐便器前空地', 'Floor before the WC'), sizes: `${wcFront}` },
    ...(basins.length > 0
      ? [
          {
            what: basinWords(isOnCistern, own.length > 0),
            sizes: (own.length > 0 ? own : all).join(' / '),
          },
        ]
      : []),
    ...(shower
      ? [{ what: text('淋浴湿地', 'Wet floor of the shower'), sizes: sizes(shower) }]
      : []),
  ];
}

function basinWords(isOnCistern: boolean, isOwn: boolean): Text {
  if (!isOnCistern) return text('洗面器', 'Basin');
  return isOwn
    ? text('洗面器（或设在水箱上）', 'Basin (or on the cistern)')
    : text('洗面器（设在水箱上）', 'Basin (on the cistern)');
}

/** The same in one line, without the sizes. */
export function programmeLine(wanted: Wanted, profile: Profile): Text {
  const held = programmeHolds(wanted, profile);
  return text(
    held.map(({ what }) => what.zh).join('、'),
    held.map(({ what }) => inside(what.en)).join(', '),
  );
}

/**
 * Where the sizes come from, and what somebody still has to do before they can be relied on; before it
 * those of the office's own, with what they are without.
 */
export function sizesSource(profile: Profile): Text {
  const { clause } = profile.fixtures.source;
  const own = ownSizeWords(profile);
  const left = reliability(profile.fixtures.source);
  return text(
    `${own ? `${own.zh}。` : ''}依据：${clause.zh}${left ? `，${left.zh}` : ''}`,
    `${own ? `${own.en}. ` : ''}Source: ${clause.en}${left ? `, ${left.en}` : ''}`,
  );
}

const sizes = ({ width, depth }: PlanSize): string => `${width} × ${depth}`;
