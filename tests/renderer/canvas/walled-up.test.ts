import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paintOpenings } from '../../../renderer/canvas/paint-openings.ts';
import type { Pen } from '../../../renderer/canvas/pen.ts';
import { wallOutlines } from '../../../shared/derive/outlines.ts';
import type { Opening, Storey } from '../../../shared/plan/model.ts';

beforeEach(() => {
  vi.stubGlobal('window', { devicePixelRatio: 1 });
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
});
afterEach(() => vi.unstubAllGlobals());

const wall = { a: 'joint_a', b: 'joint_b', thickness: 120, kind: 'partition', phase: 'existing' };
const opening = (offset: number, more: Partial<Opening>) => ({
  wall: 'wall_1',
  offset,
  width: 900,
  sill: 0,
  head: 2000,
  ...more,
});

/** A wall that stays, its door demolished, and a passage in nearly the same place. */
const storey = {
  joints: { joint_a: { x: 0, y: 0 }, joint_b: { x: 4000, y: 0 } },
  walls: { wall_1: wall },
  openings: {
    opening_door: opening(1000, { kind: 'door', leaf: 'swing', phase: 'demolished' }),
    opening_way: opening(1100, { kind: 'passage', phase: 'new' }),
  },
  rooms: {},
  fixtures: {},
  risers: {},
} as unknown as Storey;

/** What lies at a place along the wall once everything is painted: the last fill that covers it. */
function paintedAt(x: number, view: 'changes' | 'after'): 'wall' | 'closed' | 'open' {
  let state: 'wall' | 'closed' | 'open' = 'wall';
  let [low, high] = [Infinity, -Infinity];
  const spans: [number, number][] = [];
  const kept = { globalCompositeOperation: 'source-over' };
  const close = (): void => {
    if (low < high) spans.push([low, high]);
    [low, high] = [Infinity, -Infinity];
  };
  const context = {
    ...kept,
    save: () => undefined,
    restore() {
      this.globalCompositeOperation = 'source-over';
    },
    beginPath() {
      spans.length = 0;
      [low, high] = [Infinity, -Infinity];
    },
    moveTo(px: number) {
      close();
      [low, high] = [px, px];
    },
    lineTo(px: number) {
      low = Math.min(low, px);
      high = Math.max(high, px);
    },
    closePath: () => undefined,
    fill() {
      close();
      if (!spans.some(([from, to]) => from < x && x < to)) return;
      state = this.globalCompositeOperation === 'destination-out' ? 'open' : 'closed';
    },
    stroke: () => undefined,
    setLineDash: () => undefined,
    createPattern: () => null,
  };
  const pen = {
    context,
    view: { scale: 1, offsetX: 0, offsetY: 0 },
    size: { width: 4000, height: 1000 },
    sight: { min: { x: -1000, y: -1000 }, max: { x: 5000, y: 1000 } },
  } as unknown as Pen;
  paintOpenings(pen, storey, wallOutlines(storey).openings, view);
  return state;
}

test('where a new opening takes the place of a door that goes, the view of changes shows it open', () => {
  expect(paintedAt(1500, 'changes')).toBe('open');
  expect(paintedAt(1950, 'changes')).toBe('open');
});

test('what is left of the door beside it is walled up', () => {
  expect(paintedAt(1050, 'changes')).toBe('closed');
  expect(paintedAt(1050, 'after')).toBe('wall');
  expect(paintedAt(500, 'changes')).toBe('wall');
});
