import type { PlanSize } from '../rules/fixture-demands.ts';
import { type Text, text } from '../text.ts';
import { cornerRowPlaces } from './corner-rows.ts';
import type { DivideRequest } from './divide-request.ts';
import { type Setting, showerPlaces, wcPlaces } from './items.ts';
import type { BathNeeds, KitchenNeeds } from './programme.ts';
import type { Region } from './region.ts';
import { rowPlaces } from './rows.ts';
import type { Space } from './space.ts';
import { nearStack } from './stack-reach.ts';
import { straightTrials } from './trials.ts';

type Asked = Pick<
  DivideRequest,
  'programme' | 'preparations' | 'step' | 'thickness' | 'leastShare' | 'ignoresStacks'
>;

/**
 * What one of the two parts has no place for, wherever a straight partition is put, even with nothing
 * else in it; null where each thing alone finds a place in both.
 */
export function noRoomFor(asked: Asked, space: Space): Text | null {
  const { kitchen, bath, arrangements } = asked.programme;
  const whole = { region: space.region, enclosed: space.enclosed };
  const cuts = straightTrials(whole, asked).map(({ cut }) => cut);
  if (cuts.length === 0) return null;
  const fitsBoth = (fits: (setting: Setting) => boolean): boolean =>
    cuts.some(({ parts, partition }) =>
      parts.every(({ region }) => fits(settingIn(asked, space, region, partition.bodies))),
    );
  const missing: Text[] = [];
  // Where a part has an inner partition too, things may stand against that.
  const isWhole = arrangements.every((one) => one === 'single' || one === 'one');
  if (kitchen && isWhole && !fitsBoth((at) => fitsRow(at, kitchen, asked))) {
    missing.push(rowWords(kitchen));
  }
  const fitsWc = (at: Setting, needs: BathNeeds): boolean =>
    isWhole
      ? wcPlaces(at, needs, null).length > 0
      : nearStack(at.space.soil, at.region, needs.wcToStack);
  if (bath && !fitsBoth((at) => fitsWc(at, bath))) missing.push(wcWords(bath));
  const shower = bath?.shower;
  if (shower && isWhole && !fitsBoth((at) => showerPlaces(at, { shower }).length > 0)) {
    missing.push(showerWords(shower));
  }
  if (missing.length === 0) return null;
  return text(
    `用一道直隔墙不论怎样分，总有一份放不下${missing.map(({ zh }) => zh).join('，也放不下')}。`,
    `wherever a straight partition is put, one of the two parts has no place for ${missing.map(({ en }) => en).join(', nor for ')}.`,
  );
}

const settingIn = (
  { ignoresStacks, step }: Asked,
  space: Space,
  region: Region,
  shared: Setting['shared'],
): Setting => ({ space: ignoresStacks ? { ...space, soil: [] } : space, region, shared, step });

function fitsRow(at: Setting, kitchen: KitchenNeeds, { preparations }: Asked): boolean {
  const asked = [at, kitchen, preparations, 'electric'] as const;
  return rowPlaces(...asked).length > 0 || cornerRowPlaces(...asked).length > 0;
}

function rowWords({ sink, cookers, preparation, cookerToWall, standing }: KitchenNeeds): Text {
  const cooker = Math.min(...cookers.map(({ value }) => value.width));
  const length = sink.width + preparation + cooker + cookerToWall;
  return text(
    `厨房台面（一字排开长 ${length} mm，或转角，台前净空 ${standing} mm）`,
    `the kitchen counter (${length} mm in a row, or around a corner, with ${standing} mm free before it)`,
  );
}

const wcWords = ({ wcFront, wcToStack }: BathNeeds): Text =>
  text(
    `便器（前方净空 ${wcFront} mm，距污水立管 ${wcToStack} mm 以内）`,
    `a WC (${wcFront} mm free before it, within ${wcToStack} mm of a soil stack)`,
  );

const showerWords = ({ width, depth }: PlanSize): Text =>
  text(`${width} × ${depth} mm 的淋浴`, `a shower of ${width} x ${depth} mm`);
