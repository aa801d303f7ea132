import { type Text, text } from '../text.ts';
import type { Change } from './change.ts';
import { allDoorKinds } from './door-places.ts';
import { ownChanges } from './own-changes.ts';
import { type ProgrammeId, programmeName } from './programme.ts';
import type { Ask } from './propose.ts';

/** mm */
const thinnest = 90;

/** A change to what is asked, and what to call it. */
export interface Plain {
  readonly change: Change;
  readonly words: Text;
  /** 0 takes nothing away, 1 leaves a thing out, 2 a whole room. */
  readonly weight: 0 | 1 | 2;
}

const doorWords = {
  sliding: text('平开门改为推拉门', 'Sliding doors instead of swinging ones'),
  outward: text('门改为向外（本户房间）开', 'Doors that swing out, into the household’s own rooms'),
} as const;

/**
 * What may be changed without a stroke on the plan: for each thing the ways to change it, the least
 * first, so that where its last helps nothing none of them does.
 */
export function plainChanges(ask: Ask): Plain[][] {
  const { programme, doorKinds = allDoorKinds, thickness = 100 } = ask;
  const plain: Omit<Plain, 'weight'>[] = [];
  for (const kind of ['sliding', 'outward'] as const) {
    if (doorKinds.includes(kind)) continue;
    plain.push({
      change: {
        kind: 'doors',
        doorKinds: allDoorKinds.filter((one) => one === kind || doorKinds.includes(one)),
      },
      words: doorWords[kind],
    });
  }
  if (thickness > thinnest) {
    plain.push({
      change: { kind: 'thickness', thickness: thinnest },
      words: text(`隔墙改用 ${thinnest} mm`, `Partitions of ${thinnest} mm`),
    });
  }
  if (ask.holders.length > 1) {
    plain.push({
      change: { kind: 'share', leastShare: 0.3 },
      words: text(
        '两户面积可不相等（小的一户不少于 30%）',
        'Unequal parts, the smaller at least 30 %',
      ),
    });
  }
  if (programme === 'full' || programme === 'kitchen') {
    plain.push({
      change: { kind: 'induction' },
      words: text('双眼灶改为单眼电磁灶', 'One induction plate instead of two burners'),
    });
  }
  const lesser: readonly ProgrammeId[] =
    programme === 'full'
      ? ['compact', 'kitchenette']
      : programme === 'compact'
        ? ['kitchenette']
        : [];
  for (const id of lesser) {
    const was = programmeName(programme as ProgrammeId);
    const is = programmeName(id);
    plain.push({
      change: { kind: 'programme', programme: id },
      words: text(`“${was.zh}”改为“${is.zh}”`, `${is.en} instead of ${was.en.toLowerCase()}`),
    });
  }
  const changes = plain.map((one): Plain[] => [{ ...one, weight: 0 }]);
  if (typeof programme === 'string') return changes;
  const own = ownChanges(programme).map((steps) =>
    steps.map(
      ({ programme: other, words, weight }): Plain => ({
        change: { kind: 'programme', programme: other },
        words,
        weight,
      }),
    ),
  );
  return [...changes, ...own];
}
