import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstPlace } from '../../../renderer/editor/bring-underlay.ts';
import { onPlan } from '../../../shared/derive/underlay-place.ts';
import { changeUnderlay, placeUnderlay } from '../../../shared/edit/underlay.ts';
import { readPicture } from '../../../shared/exchange/picture.ts';
import type { Point } from '../../../shared/plan/model.ts';
import { drawStorey, planOf, storey1 } from '../../plan/draw-plan.ts';
import { TestEditor } from './test-editor.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'scans');
const home = JSON.parse(readFileSync(join(fixtures, 'rmf-home.json'), 'utf8')) as {
  measured: { from: number; to: number; millimetres: number };
  vertices: [number, number][];
  walls: [number, number][];
};
const { facts } = readPicture(readFileSync(join(fixtures, 'rmf-home.png')));
const empty = planOf({ ...drawStorey('A---B'), joints: {}, walls: {} });
const picture = {
  asset: `${'0a'.repeat(16)}.png`,
  name: 'rmf-home.png',
  width: facts!.width,
  height: facts!.height,
  resolution: 96,
};

/** An editor with the scan under its storey, at the place where it lands when brought in. */
function withScan(): TestEditor {
  const editor = new TestEditor(empty);
  const place = firstPlace(editor.plan, storey1, picture, null);
  editor.store.getState().run(placeUnderlay({ storey: storey1, picture, ...place }));
  return editor.take('underlay');
}
const mode = (editor: TestEditor, underlayMode: 'move' | 'calibrate' | 'straighten' | 'crop') => {
  const { toolOptions, set } = editor.store.getState();
  set({ toolOptions: { ...toolOptions, underlayMode } });
  return editor;
};
const underlay = (editor: TestEditor) => editor.storey.underlay!;
const shownUnderlay = (editor: TestEditor) => editor.shown.storeys[storey1]!.underlay!;
/** Where a place of the scan (px) lies on the plan. */
const at = (editor: TestEditor, [x, y]: [number, number]): Point =>
  onPlan(underlay(editor), { x, y });
const vertex = (index: number) => home.vertices[index]!;

test('the scan traced at its stated scale gives the walls of its map within 1 %', () => {
  const editor = withScan();
  const { from, to, millimetres } = home.measured;
  const [a, b] = [at(editor, vertex(from)), at(editor, vertex(to))];
  editor.click(a.x, a.y).click(b.x, b.y).key('8', '0', '0', '0', 'Enter');
  const pixels = Math.hypot(vertex(to)[0] - vertex(from)[0], vertex(to)[1] - vertex(from)[1]);
  expect(pixels).toBeCloseTo(521.1, 1);
  expect(underlay(editor).scale).toBeCloseTo(millimetres / pixels, 6);

  // Fine enough to see the scan's own pixels, as a careful person zooms in.
  editor.runner.setPixel(2);
  editor.take('wall');
  const longest = home.walls
    .map(([first, last]) => [vertex(first), vertex(last)] as const)
    .filter(([p, q]) => Math.hypot(q[0] - p[0], q[1] - p[1]) > 140)
    .slice(0, 12);
  expect(longest.length).toBeGreaterThanOrEqual(10);
  for (const [p, q] of longest) {
    const [start, end] = [at(editor, p), at(editor, q)];
    const known = new Set(Object.keys(editor.storey.walls));
    editor.click(start.x, start.y).click(end.x, end.y).key('Enter');
    const drawn = Object.entries(editor.storey.walls).find(([id]) => !known.has(id))?.[1];
    const [one, other] = [editor.storey.joints[drawn!.a]!, editor.storey.joints[drawn!.b]!];
    const length = Math.hypot(other.x - one.x, other.y - one.y);
    const stated = (Math.hypot(q[0] - p[0], q[1] - p[1]) * millimetres) / pixels;
    expect(Math.abs(length - stated) / stated).toBeLessThan(0.01);
  }
});

describe('two-point calibration', () => {
  test('is one step; a third click starts again, Esc gives up, Enter without a number waits', () => {
    const editor = withScan();
    const before = underlay(editor);
    editor.click(1000, 3000).click(3000, 3000).key('Enter');
    expect(underlay(editor)).toBe(before);
    editor.click(1000, 5000);
    expect(editor.runner.stateOf('underlay').kind).toBe('pointing');
    expect(editor.escape()).toBe(true);
    expect(editor.escape()).toBe(false);
    const steps = editor.steps;
    editor.click(1000, 3000).click(3000, 3000).key('4', '1', 'Backspace', '0', '0', '0', 'Enter');
    expect(editor.steps).toBe(steps + 1);
    expect(underlay(editor).scale).toBeCloseTo(before.scale * 2, 9);
    editor.store.getState().undo();
    expect(underlay(editor)).toEqual(before);
  });
  test('a change of tool drops the points', () => {
    const editor = withScan();
    editor.click(1000, 3000).take('select').take('underlay');
    expect(editor.runner.stateOf('underlay').kind).toBe('idle');
  });
  test('a locked scan refuses with a reason', () => {
    const editor = withScan();
    editor.store.getState().run(changeUnderlay({ storey: storey1, change: { locked: true } }));
    const before = underlay(editor);
    editor.click(1000, 3000).click(3000, 3000).key('4', '0', '0', '0', 'Enter');
    expect(underlay(editor)).toBe(before);
    expect(editor.store.getState().message?.text.zh).toMatch(/锁定/);
  });
});

test('it is dragged in one step, shown while it moves, and nudged by arrows', () => {
  const editor = mode(withScan(), 'move');
  const { origin } = underlay(editor);
  const steps = editor.steps;
  editor.move(2000, 2000).down(2000, 2000).move(2500, 1800);
  expect(shownUnderlay(editor).origin).toEqual({ x: origin.x + 500, y: origin.y - 200 });
  expect(underlay(editor).origin).toEqual(origin);
  editor.up(2500, 1800);
  expect(underlay(editor).origin).toEqual({ x: origin.x + 500, y: origin.y - 200 });
  expect(editor.steps).toBe(steps + 1);
  editor.key('ArrowLeft');
  expect(underlay(editor).origin.x).toBe(origin.x + 490);
  // Beside the picture there is nothing to drag.
  editor.drag({ x: -5000, y: 0 }, { x: 0, y: 0 });
  expect(editor.steps).toBe(steps + 2);
  editor.move(2000, 2000).down(2000, 2000).move(2500, 1800);
  editor.escape();
  expect(editor.store.getState().scratch).toBeNull();
});

test('it is cropped to a box and straightened along a line', () => {
  const editor = mode(withScan(), 'crop');
  const { origin, scale, width } = underlay(editor);
  editor.drag(
    { x: origin.x + 100 * scale, y: origin.y - 50 * scale },
    { x: origin.x + 300 * scale, y: origin.y - 150 * scale },
  );
  expect(underlay(editor).crop).toMatchObject({ left: 100, top: 50, right: width - 300 });
  const steps = editor.steps;
  editor.click(1000, 1000);
  expect(editor.steps).toBe(steps);
  mode(editor, 'straighten').click(1000, 1000).click(3000, 1035);
  expect(underlay(editor).rotation).toBeCloseTo(-1, 1);
});

test('it is cropped by two clicks as well, which Esc gives up', () => {
  const editor = mode(withScan(), 'crop');
  const { origin, scale } = underlay(editor);
  const steps = editor.steps;
  const place = (x: number, y: number): [number, number] => [
    origin.x + x * scale,
    origin.y - y * scale,
  ];
  editor.click(...place(100, 50));
  expect(editor.escape()).toBe(true);
  expect(editor.escape()).toBe(false);
  editor.click(...place(100, 50)).click(...place(300, 150));
  expect(editor.steps).toBe(steps + 1);
  expect(underlay(editor).crop).toMatchObject({ left: 100, top: 50 });
});

test('without a scan the tool does nothing and says how to bring one in', () => {
  const editor = new TestEditor(empty).take('underlay');
  editor.click(0, 0).click(100, 0).key('5', 'Enter').drag({ x: 0, y: 0 }, { x: 5, y: 5 });
  expect(editor.steps).toBe(0);
  expect(editor.runner.hint().zh).toMatch(/导入/);
});

test('the same sheet under the next storey lies as under the first', () => {
  const editor = withScan();
  const other = { ...picture, asset: `${'0b'.repeat(16)}.png` };
  const { origin, scale } = underlay(editor);
  expect(firstPlace(editor.plan, storey1, other, 300)).toEqual({ origin, scale });
  expect(firstPlace(empty, storey1, other, 254).scale).toBeCloseTo(10);
});
