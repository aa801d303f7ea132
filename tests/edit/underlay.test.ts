import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onPicture, onPlan, scaleOfSheet, sheetRatio } from '../../shared/derive/underlay-place.ts';
import type { Command } from '../../shared/edit/command.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import {
  calibrateUnderlay,
  changeUnderlay,
  cropUnderlay,
  placeUnderlay,
  removeUnderlay,
  straightenUnderlay,
  turnUnderlay,
} from '../../shared/edit/underlay.ts';
import type { Plan, Underlay } from '../../shared/plan/model.ts';
import { drawStorey, id, planOf, storey1 } from '../plan/draw-plan.ts';
import { runOnPlan } from './run-edit.ts';

const picture = {
  asset: `${'0a'.repeat(16)}.png`,
  name: '一层测绘图.png',
  width: 800,
  height: 600,
  resolution: 100,
};
const bare = planOf(drawStorey('A---B'));
const storey = storey1;
const laid = runOnPlan(
  bare,
  placeUnderlay({ storey, picture, origin: { x: 0, y: 6000 }, scale: 10 }),
);
const underlayOf = (plan: Plan): Underlay => plan.storeys[storey]!.underlay!;
const reason = (on: Plan, command: Command) => perform(startHistory(on), command).refusal?.reason;

test('a picture is laid under a storey, and taken away', () => {
  expect(underlayOf(laid)).toMatchObject({ ...picture, scale: 10, rotation: 0, locked: false });
  expect(runOnPlan(laid, removeUnderlay({ storey }))).toEqual(bare);
  expect(reason(bare, removeUnderlay({ storey }))).toBe('no-underlay');
  expect(reason(bare, removeUnderlay({ storey: id('storey', '9') }))).toBe('gone');
  const tooFine = placeUnderlay({ storey, picture, origin: { x: 0, y: 0 }, scale: 0 });
  expect(reason(bare, tooFine)).toBe('out-of-range');
});

describe('calibration', () => {
  const from = { x: 1000, y: 5000 };
  const to = { x: 3000, y: 5000 };
  test('makes what lies between two points as long as was typed, and holds the first', () => {
    const calibrated = underlayOf(
      runOnPlan(laid, calibrateUnderlay({ storey, from, to, length: 8000 })),
    );
    expect(calibrated.scale).toBe(40);
    const [a, b] = [onPicture(underlayOf(laid), from), onPicture(underlayOf(laid), to)];
    expect(onPlan(calibrated, a)).toEqual(from);
    expect(onPlan(calibrated, b)).toEqual({ x: 9000, y: 5000 });
  });
  test('needs two points and a length', () => {
    expect(reason(laid, calibrateUnderlay({ storey, from, to: from, length: 10 }))).toBe(
      'no-length',
    );
    expect(reason(laid, calibrateUnderlay({ storey, from, to, length: 0 }))).toBe('no-length');
    expect(reason(laid, calibrateUnderlay({ storey, from, to, length: 1e9 }))).toBe('out-of-range');
    expect(reason(bare, calibrateUnderlay({ storey, from, to, length: 10 }))).toBe('no-underlay');
  });
  test('whatever the place, the turn and the scale, to half a millimetre', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        number(-180, 180),
        number(1, 100),
        fc.tuple(number(0, 800), number(0, 600), number(0, 800), number(0, 600)),
        fc.integer({ min: 500, max: 50_000 }),
        (rotation, scale, [x1, y1, x2, y2], length) => {
          fc.pre(Math.hypot(x2 - x1, y2 - y1) > 20);
          const start = { ...underlayOf(laid), rotation, scale };
          const plan = {
            ...laid,
            storeys: { [storey]: { ...laid.storeys[storey]!, underlay: start } },
          };
          const [p, q] = [onPlan(start, { x: x1, y: y1 }), onPlan(start, { x: x2, y: y2 })];
          const after = perform(
            startHistory(plan),
            calibrateUnderlay({ storey, from: p, to: q, length }),
          ).history.plan;
          const now = underlayOf(after);
          const [a, b] = [onPlan(now, { x: x1, y: y1 }), onPlan(now, { x: x2, y: y2 })];
          expect(Math.hypot(b.x - a.x, b.y - a.y)).toBeCloseTo(length, 4);
          expect(Math.hypot(a.x - p.x, a.y - p.y)).toBeLessThanOrEqual(0.75);
        },
      ),
    );
  });
});

test('a sheet of known scale needs no points', () => {
  expect(
    sheetRatio({ ...underlayOf(laid), scale: scaleOfSheet(100, 300), resolution: 300 }),
  ).toBeCloseTo(100);
  expect(scaleOfSheet(100, 254)).toBeCloseTo(10);
});

test('an askew scan is straightened along a line, about its first point', () => {
  const from = { x: 1000, y: 5000 };
  const to = { x: 3000, y: 5070 };
  const straight = underlayOf(runOnPlan(laid, straightenUnderlay({ storey, from, to })));
  expect(straight.rotation).toBeCloseTo(-2, 1);
  const end = onPlan(straight, onPicture(underlayOf(laid), to));
  expect(Math.abs(end.y - 5000)).toBeLessThan(1);
  const upright = straightenUnderlay({ storey, from, to: { x: 1070, y: 3000 } });
  expect(underlayOf(runOnPlan(laid, upright)).rotation).toBeCloseTo(-2, 1);
});

test('it turns about its middle', () => {
  const turned = underlayOf(runOnPlan(laid, turnUnderlay({ storey, rotation: 90 })));
  expect(turned.rotation).toBe(90);
  expect(onPlan(turned, { x: 400, y: 300 })).toEqual(onPlan(underlayOf(laid), { x: 400, y: 300 }));
  expect(underlayOf(runOnPlan(laid, turnUnderlay({ storey, rotation: 270 }))).rotation).toBe(-90);
});

test('it is cropped to a box, and not to nothing', () => {
  const crop = (x: number, y: number) =>
    cropUnderlay({ storey, from: { x: 1000, y: 5000 }, to: { x, y } });
  expect(underlayOf(runOnPlan(laid, crop(20_000, 1000))).crop).toEqual({
    left: 100,
    top: 100,
    right: 0,
    bottom: 100,
  });
  expect(reason(laid, crop(1001, 5000))).toBe('nothing-left');
});

test('a locked one keeps its place, and may still be hidden or unlocked', () => {
  const locked = runOnPlan(laid, changeUnderlay({ storey, change: { locked: true } }));
  const move = changeUnderlay({ storey, change: { origin: { x: 5, y: 5 } } });
  expect(reason(locked, move)).toBe('locked');
  expect(reason(locked, turnUnderlay({ storey, rotation: 5 }))).toBe('locked');
  const hidden = runOnPlan(
    locked,
    changeUnderlay({ storey, change: { hidden: true, opacity: 0.2 } }),
  );
  expect(underlayOf(hidden)).toMatchObject({ hidden: true, opacity: 0.2 });
  const unlocked = runOnPlan(locked, changeUnderlay({ storey, change: { locked: false } }));
  expect(underlayOf(runOnPlan(unlocked, move)).origin).toEqual({ x: 5, y: 5 });
  expect(reason(laid, changeUnderlay({ storey, change: { opacity: 0 } }))).toBe('out-of-range');
});
