import { cornerRowPlaces } from '../../shared/propose/corner-rows.ts';
import { doorPlaces } from '../../shared/propose/door-places.ts';
import {
  basinPlaces,
  byCost,
  type Candidate,
  type Setting,
  showerPlaces,
  wcPlaces,
} from '../../shared/propose/items.ts';
import { bodyWidth, programmeOf } from '../../shared/propose/programme.ts';
import { rowPlaces } from '../../shared/propose/rows.ts';
import type { Space } from '../../shared/propose/space.ts';
import { spaceOf } from '../../shared/propose/space.ts';
import { wayWidths } from '../../shared/propose/way-widths.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import type { Placed } from './brute-force.ts';
import { households, planToDivide, roomId, storeyId } from './room-to-divide.ts';

/** Sizes on the coarse grid, so that everything lies on its cells. */
export const cell = 50;
/** So that some of the rooms hold a cooker off the shower, and some do not. */
export const cookerToShower = 400;
export const coarse = {
  wc: { width: 400, depth: 600 },
  wcBeside: 400,
  wcFront: 500,
  wcToStack: 1000,
  basins: [],
  basinFront: 500,
  shower: { width: 800, depth: 800 },
  entry: 500,
} as const;

export function placed({ pieces, bodies, zones, stands, floor, cost }: Candidate): Placed {
  const [{ kind, rect }] = pieces as [Candidate['pieces'][number]];
  const goals = stands.map(({ side, line, middle }) => {
    const [low, high] = [middle - bodyWidth, middle + bodyWidth];
    const [near, far] =
      side === 0 || side === 3 ? [line, line + bodyWidth] : [line - bodyWidth, line];
    const box =
      side === 0 || side === 2
        ? { x0: low, x1: high, y0: near, y1: far }
        : { x0: near, x1: far, y0: low, y1: high };
    return { box, size: bodyWidth };
  });
  if (floor) goals.push({ box: floor, size: coarse.entry });
  const ofKind = (wanted: typeof kind) =>
    pieces.filter((piece) => piece.kind === wanted).map((piece) => piece.rect);
  return {
    bodies,
    zones,
    goals,
    isWc: kind === 'wc',
    cookers: ofKind('cooker'),
    showers: ofKind('shower'),
    rect,
    cost,
  };
}

export interface Sample {
  readonly width: number;
  readonly depth: number;
  readonly step: number;
  readonly hasRow: boolean;
  readonly hasBasin: boolean;
  /** Doors that swing in alone, which nobody prefers where others can stand. */
  readonly swingsIn: boolean;
}

function settingFor({ width, depth, step }: Pick<Sample, 'width' | 'depth' | 'step'>): Setting {
  const { space } = spaceOf(
    { plan: planToDivide({ width, depth }), storey: storeyId, room: roomId, holders: households },
    step,
  );
  return { space: space as Space, region: space!.region, shared: [], step };
}

export function taskFor(sample: Sample) {
  const setting = settingFor(sample);
  const kitchen = {
    ...programmeOf('kitchenette', nationalProfile).kitchen!,
    preparationDepth: 450,
  };
  const things = [
    wcPlaces(setting, coarse, null),
    showerPlaces(setting, coarse),
    ...(sample.hasBasin ? [basinPlaces(setting, { width: 400, depth: 300 }, 500)] : []),
    ...(sample.hasRow
      ? [
          [
            ...rowPlaces(setting, kitchen, [], 'electric'),
            ...cornerRowPlaces(setting, kitchen, [300], 'electric'),
          ].sort(byCost),
        ]
      : []),
  ];
  const doors = doorPlaces(setting, {
    holder: 0,
    width: wayWidths(nationalProfile).door,
    keptWidth: wayWidths(nationalProfile).keptDoor,
    kinds: sample.swingsIn ? ['inward'] : ['sliding', 'outward', 'inward'],
    barred: [],
    depth: 500,
    body: bodyWidth,
    throughBearing: false,
  });
  return { setting, things, doors };
}
