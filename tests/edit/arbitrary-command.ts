import fc from 'fast-check';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { alignElements } from '../../shared/edit/align-elements.ts';
import { arrayElements } from '../../shared/edit/array-elements.ts';
import { addAxis, deleteAxes, moveAxes, moveAxis } from '../../shared/edit/axes.ts';
import { changeFixture } from '../../shared/edit/change-fixture.ts';
import { changeOpening } from '../../shared/edit/change-opening.ts';
import { changeRiser } from '../../shared/edit/change-riser.ts';
import { changeWall } from '../../shared/edit/change-wall.ts';
import type { Command } from '../../shared/edit/command.ts';
import { copyElements } from '../../shared/edit/copy-elements.ts';
import { copyStorey } from '../../shared/edit/copy-storey.ts';
import { cornerWalls } from '../../shared/edit/corner-walls.ts';
import { cutWall } from '../../shared/edit/cut-wall.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { describeRoom } from '../../shared/edit/describe-room.ts';
import { distributeElements } from '../../shared/edit/distribute-elements.ts';
import { changeDimension, drawDimension } from '../../shared/edit/draw-dimension.ts';
import { drawParallelWall } from '../../shared/edit/draw-parallel-wall.ts';
import { drawRoom } from '../../shared/edit/draw-room.ts';
import { drawWalls } from '../../shared/edit/draw-walls.ts';
import { extendWalls } from '../../shared/edit/extend-walls.ts';
import { addHousehold, describeHousehold, removeHousehold } from '../../shared/edit/households.ts';
import { joinWalls } from '../../shared/edit/join-walls.ts';
import { mirrorElements } from '../../shared/edit/mirror-elements.ts';
import { moveElements } from '../../shared/edit/move-elements.ts';
import { moveJoint } from '../../shared/edit/move-joint.ts';
import { pasteElements } from '../../shared/edit/paste-elements.ts';
import { placeFixture } from '../../shared/edit/place-fixture.ts';
import { placeOpening } from '../../shared/edit/place-opening.ts';
import { placeRiser } from '../../shared/edit/place-riser.ts';
import { restoreElements } from '../../shared/edit/restore-elements.ts';
import { deleteRiserLine, moveRiserLine, placeRiserLine } from '../../shared/edit/riser-line.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import { setNorth } from '../../shared/edit/set-north.ts';
import { setPhase } from '../../shared/edit/set-phase.ts';
import { setWallLength } from '../../shared/edit/set-wall-length.ts';
import { slideWall } from '../../shared/edit/slide-wall.ts';
import { addStorey, describeStorey, moveStorey, removeStorey } from '../../shared/edit/storeys.ts';
import { tagRoom } from '../../shared/edit/tag-room.ts';
import { trimWalls } from '../../shared/edit/trim-walls.ts';
import {
  calibrateUnderlay,
  changeUnderlay,
  cropUnderlay,
  placeUnderlay,
  removeUnderlay,
  straightenUnderlay,
} from '../../shared/edit/underlay.ts';
import { changeNote, writeNote } from '../../shared/edit/write-note.ts';
import {
  type ElementRef,
  entries,
  fixtureKinds,
  type Holder,
  type NewId,
  type Plan,
  roomUses,
  type StoreyId,
} from '../../shared/plan/model.ts';
import { divideRoom } from '../../shared/propose/divide-room.ts';
import { mergeRooms } from '../../shared/propose/merge-rooms.ts';
import { cutsOf, planCut } from '../../shared/propose/plan-cut.ts';
import { id } from '../plan/draw-plan.ts';

/** Numbers from which a command for whatever plan there is by then is made. */
export interface Dice {
  readonly edit: number;
  readonly picks: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly small: number;
  readonly proposal: boolean;
}

export const dice: fc.Arbitrary<Dice> = fc.record({
  edit: fc.nat(999),
  picks: fc.array(fc.nat(999), { minLength: 4, maxLength: 4 }),
  x: fc.integer({ min: -3000, max: 13_000 }),
  y: fc.integer({ min: -3000, max: 13_000 }),
  small: fc.integer({ min: -400, max: 400 }),
  proposal: fc.boolean(),
});

const picture = {
  asset: `${'0b'.repeat(16)}.jpg`,
  name: 'x',
  width: 500,
  height: 400,
  resolution: 72,
};

const pick = <V>(list: readonly V[], number: number): V | undefined => list[number % list.length];
const key = <K extends string>(table: Readonly<Record<K, unknown>>, number: number, none: K): K =>
  pick(entries(table), number)?.[0] ?? none;

/** Any edit of any element; now and then of one that is not there. */
export function commandFor(plan: Plan, roll: Dice, newId: NewId): Command {
  const [first = 0, second = 0, third = 0, fourth = 0] = roll.picks;
  const storey: StoreyId = key(plan.storeys, first, id('storey', 'none'));
  const tables = plan.storeys[storey];
  const intent = roll.proposal ? 'proposal' : 'survey';
  const of = { storey, intent, newId } as const;
  const wall = key(tables?.walls ?? {}, second, id('wall', 'none'));
  const joint = key(tables?.joints ?? {}, second, id('joint', 'none'));
  const opening = key(tables?.openings ?? {}, second, id('opening', 'none'));
  const room = key(tables?.rooms ?? {}, second, id('room', 'none'));
  const fixture = key(tables?.fixtures ?? {}, second, id('fixture', 'none'));
  const riser = key(tables?.risers ?? {}, second, id('riser', 'none'));
  const dimension = key(tables?.dimensions ?? {}, second, id('dimension', 'none'));
  const note = key(tables?.notes ?? {}, second, id('note', 'none'));
  const axis = key(plan.axes ?? {}, second, id('axis', 'none'));
  const household = key(plan.households, third, id('household', 'none'));
  const holders: Holder[] = third % 5 === 0 ? ['building'] : third % 7 === 0 ? [] : [household];
  const at = { x: roll.x, y: roll.y };
  const by = { x: roll.small, y: fourth % 3 === 0 ? 0 : -roll.small };
  const all: ElementRef[] = (
    ['wall', 'opening', 'room', 'fixture', 'riser', 'joint', 'dimension', 'note'] as const
  ).flatMap((kind) =>
    Object.keys(tables?.[`${kind}s`] ?? {}).map((element) => ({ kind, id: element, storey })),
  );
  const elements = all.filter((_, index) => (index * 7 + second) % (2 + (third % 6)) === 0);
  const twoWalls = [wall, key(tables?.walls ?? {}, fourth, id('wall', 'none'))] as const;
  const width = 300 + Math.abs(roll.small) * 3;

  const edits: (() => Command)[] = [
    () =>
      drawWalls({
        ...of,
        points: [at, { x: roll.x + 3000, y: roll.y }, { x: roll.x + 3000, y: roll.y + 2000 }],
        closed: fourth % 2 === 0,
        thickness: third % 300,
        kind: pick(['bearing', 'partition', 'boundary'] as const, fourth) ?? 'bearing',
      }),
    () =>
      drawWalls({
        ...of,
        points: [at, { x: roll.x + 2000, y: roll.y }],
        closed: false,
        thickness: 120,
        kind: 'partition',
        corners: Object.values(tables?.joints ?? {})
          .slice(0, 3)
          .map((from) => ({ from, to: { x: from.x + roll.small, y: from.y } })),
      }),
    () =>
      drawRoom({
        ...of,
        corners: [
          at,
          { x: roll.x + width, y: roll.y },
          { x: roll.x + width, y: roll.y + roll.small * 5 },
          { x: roll.x, y: roll.y + 900 },
        ],
        along: fourth % 2 === 0 ? 'faces' : 'axes',
        thickness: third % 300,
        kind: pick(['bearing', 'partition', 'boundary'] as const, fourth) ?? 'bearing',
      }),
    () =>
      drawParallelWall({
        ...of,
        beside: { a: at, b: { x: roll.x + width, y: roll.y + roll.small }, thickness: 120 },
        distance: roll.small * 3,
        between: fourth % 2 === 0 ? 'faces' : 'axes',
        thickness: third % 300,
        kind: pick(['bearing', 'partition', 'boundary'] as const, fourth) ?? 'bearing',
      }),
    () => placeOpening({ ...of, wall, kind: 'door', offset: Math.abs(roll.small) * 4, width }),
    () => placeOpening({ ...of, wall, kind: 'window', offset: Math.abs(roll.small) * 4, width }),
    () => changeOpening({ ...of, opening, change: { offset: Math.abs(roll.small) * 4, width } }),
    () =>
      changeOpening({
        ...of,
        opening,
        change: {
          kind: pick(['door', 'window', 'passage'] as const, third) ?? 'door',
          ...(fourth % 3 === 0
            ? { wall: key(tables?.walls ?? {}, fourth, id('wall', 'none')) }
            : {}),
        },
      }),
    () =>
      placeFixture({
        ...of,
        kind: pick(fixtureKinds, third) ?? 'sink',
        at,
        rotation: roll.small,
        ...(fourth % 2 === 0 ? { fuel: 'gas' as const } : {}),
      }),
    () => changeFixture({ ...of, fixture, change: { width, rotation: fourth } }),
    () => changeFixture({ ...of, fixture, change: { fuel: undefined } }),
    () => placeRiser({ ...of, kind: 'soil', line: 'W1', at }),
    () => changeRiser({ ...of, riser, change: { line: `W${fourth % 3}`, width } }),
    () => tagRoom({ ...of, at, use: pick(roomUses, third) ?? 'other', name: '', holders }),
    () => describeRoom({ ...of, room, change: { holders } }),
    () => describeRoom({ ...of, room, change: { name: String(fourth % 3) } }),
    () => moveElements({ ...of, elements, by }),
    () => moveElements({ ...of, elements: [{ kind: 'wall', id: wall, storey }], by }),
    () => moveElements({ ...of, elements: [{ kind: 'opening', id: opening, storey }], by }),
    () => moveJoint({ ...of, joint, to: at }),
    () => rotateElements({ ...of, elements, degrees: fourth % 2 === 0 ? 90 : roll.small }),
    () => copyElements({ ...of, elements, by: { x: by.x * 5, y: by.y * 5 } }),
    () =>
      mirrorElements({
        ...of,
        elements,
        over: pick(['upright', 'level', { through: at, degrees: fourth % 180 }] as const, third)!,
        keep: fourth % 2 === 0,
      }),
    () =>
      alignElements({
        ...of,
        elements,
        to: pick(['left', 'right', 'top', 'bottom', 'middle', 'centre'] as const, third)!,
      }),
    () => distributeElements({ ...of, elements, along: fourth % 2 === 0 ? 'across' : 'up' }),
    () => arrayElements({ ...of, elements, copies: fourth % 4, by: { x: by.x * 4, y: by.y } }),
    () => {
      const source = plan.storeys[key(plan.storeys, fourth, storey)] ?? tables;
      if (!source) return deleteElements({ storey, elements, intent });
      const taken = (['wall', 'opening', 'room', 'fixture', 'riser'] as const).flatMap((kind) =>
        Object.keys(source[`${kind}s`])
          .filter((_, index) => (index + second) % 2 === 0)
          .map((element) => ({ kind, id: element, storey })),
      );
      return pasteElements({
        ...of,
        from: source,
        elements: taken,
        by: third % 2 === 0 ? { x: 0, y: 0 } : by,
      });
    },
    () => slideWall({ ...of, wall, by: roll.small }),
    () => cutWall({ ...of, wall, at: [Math.abs(roll.small) * 8, 1500].slice(third % 2) }),
    () => joinWalls({ ...of, walls: twoWalls }),
    () => extendWalls({ ...of, walls: [twoWalls[0]], to: twoWalls[1] }),
    () => trimWalls({ ...of, walls: [twoWalls[0]], at: twoWalls[1] }),
    () => cornerWalls({ ...of, walls: twoWalls }),
    () =>
      changeWall({
        ...of,
        wall,
        change: { thickness: 20 + (third % 400) },
        hold: pick(['axis', 'left', 'right'] as const, fourth)!,
      }),
    () =>
      setPhase({
        storey,
        elements,
        phase: pick(['existing', 'demolished', 'new'] as const, third)!,
      }),
    () => moveJoint({ ...of, joint, to: pick(entries(tables?.joints ?? {}), fourth)?.[1] ?? at }),
    () =>
      changeOpening({
        ...of,
        opening,
        change: { keeps: pick(['a', 'b', undefined] as const, third) },
      }),
    () => deleteElements({ storey, elements, intent }),
    () => deleteElements({ storey, elements: [{ kind: 'wall', id: wall, storey }], intent }),
    () => restoreElements({ storey, elements }),
    () => restoreElements({ storey, elements: [{ kind: 'wall', id: wall, storey }] }),
    () =>
      changeWall({
        ...of,
        wall,
        change:
          fourth % 2 === 0
            ? { thickness: third % 400 }
            : { kind: pick(['bearing', 'partition', 'boundary'] as const, third) ?? 'bearing' },
      }),
    () => setWallLength({ ...of, wall, length: third * 8, hold: fourth % 2 === 0 ? 'a' : 'b' }),
    () => {
      const rooms = tables ? storeyRooms(storey, tables, 'after').rooms : [];
      const one = pick(rooms, second)?.id ?? 'room_none';
      const cut = planCut({
        plan,
        storey,
        room: one,
        direction: pick(['along', 'across', { degrees: fourth % 180 }] as const, third) ?? 'along',
        by: { share: 0.3 + (fourth % 5) / 10 },
        thickness: 100,
      });
      const part = { use: 'other', name: '', holders } as const;
      const nowhere = { lines: [{ from: at, to: at }], thickness: 0, labels: [at, at] };
      return divideRoom({
        ...of,
        room: one,
        cuts: cut.ok ? cutsOf(cut.cut) : nowhere,
        kind: 'partition',
        parts: [part, part],
      });
    },
    () => {
      const rooms = tables ? storeyRooms(storey, tables, 'after') : null;
      const beside = [...(rooms?.stretches.values() ?? [])]
        .flat()
        .filter(({ left, right }) => left !== null && right !== null && left !== right);
      const { left, right } = pick(beside, second) ?? { left: 'room_none', right: 'room_none' };
      const tags = [left, right].flatMap((one) => rooms?.byId.get(one ?? '')?.tags ?? []);
      return mergeRooms({
        ...of,
        rooms: [left ?? '', right ?? ''],
        keep: pick(tags, third) ?? id('room', 'none'),
        holders,
      });
    },
    () => addStorey({ name: 'x', level: third % 6, elevation: 0, height: 2800, newId }),
    () => copyStorey({ storey, name: 'y', newId }),
    () => copyStorey({ storey, name: 'y', insert: true, without: ['fixtures', 'holders'], newId }),
    () => moveStorey({ storey, step: fourth % 2 === 0 ? 1 : -1 }),
    () => describeStorey({ storey, change: { level: third % 6, height: width * 4 } }),
    () => describeStorey({ storey, change: { height: width * 4 }, follow: true }),
    () => placeRiserLine({ ...of, kind: 'waste', line: `W${fourth % 3}`, at }),
    () => moveRiserLine({ ...of, kind: 'soil', line: 'W1', to: at }),
    () => deleteRiserLine({ kind: 'waste', line: `W${fourth % 3}`, intent }),
    () => removeStorey({ storey }),
    () =>
      drawDimension({
        ...of,
        anchors: [
          { at, on: { wall, along: Math.abs(roll.small) * 3, face: 'right' } },
          { at, on: { joint } },
          { at, on: { opening, jamb: 'b' } },
          { at: { x: roll.y, y: roll.x } },
        ],
        along: pick(['x', 'y', 'line'] as const, third) ?? 'x',
        offset: roll.small,
      }),
    () => changeDimension({ storey, dimension, change: { offset: roll.small, along: 'y' } }),
    () => writeNote({ ...of, at, words: fourth % 5 === 0 ? ' ' : 'x', to: by }),
    () => changeNote({ storey, note, change: { words: String(fourth), to: undefined } }),
    () => addAxis({ runs: fourth % 2 === 0 ? 'upright' : 'level', place: roll.x, newId }),
    () => moveAxes({ axes: [axis], by }),
    () => moveAxis({ axis, place: roll.y }),
    () => deleteAxes({ axes: [axis] }),
    () => setNorth({ north: fourth % 4 === 0 ? null : roll.small }),
    () => placeUnderlay({ storey, picture, origin: at, scale: width / 40 }),
    () => changeUnderlay({ storey, change: { origin: at, opacity: third / 999 } }),
    () => calibrateUnderlay({ storey, from: at, to: by, length: width }),
    () => straightenUnderlay({ storey, from: at, to: by }),
    () => cropUnderlay({ storey, from: at, to: by }),
    () => removeUnderlay({ storey }),
    () => addHousehold({ door: String(third % 12), members: fourth % 5, newId }),
    () => describeHousehold({ household, change: { door: String(fourth % 12) } }),
    () => removeHousehold({ household }),
  ];
  const make = pick(edits, roll.edit);
  if (!make) throw new Error('no edits');
  return make();
}
