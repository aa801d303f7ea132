import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterWheel,
  boxAround,
  fitBox,
  greatestScale,
  leastScale,
  panBy,
  showing,
  toPlan,
  toScreen,
  visibleBox,
  zoomAbout,
} from '../../renderer/editor/viewport.ts';

const view = { scale: 0.1, offsetX: 300, offsetY: 500 };
const size = { width: 1000, height: 600 };
const notch = { deltaX: 0, deltaMode: 0, ctrlKey: false, shiftKey: false };

describe('viewport', () => {
  it('turns y up', () => {
    expect(toScreen(view, { x: 1000, y: 1000 })).toEqual({ x: 400, y: 400 });
    expect(toPlan(view, { x: 400, y: 400 })).toEqual({ x: 1000, y: 1000 });
  });

  it('keeps the plan point under the pointer while zooming', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.double({ min: 0, max: 600, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (x, y, factor) => {
          const before = toPlan(view, { x, y });
          const after = toPlan(zoomAbout(view, { x, y }, factor), { x, y });
          expect(after.x).toBeCloseTo(before.x, 4);
          expect(after.y).toBeCloseTo(before.y, 4);
        },
      ),
    );
  });

  it('keeps the scale within its bounds', () => {
    expect(zoomAbout(view, { x: 0, y: 0 }, 1e9).scale).toBe(greatestScale);
    expect(zoomAbout(view, { x: 0, y: 0 }, 1e-9).scale).toBe(leastScale);
  });

  it('fits a box inside of its margins', () => {
    const box = { min: { x: -2000, y: 1000 }, max: { x: 8000, y: 7000 } };
    const margin = { side: 40, top: 30, bottom: 50 };
    const fitted = fitBox(box, size, margin);
    const low = toScreen(fitted, box.min);
    const high = toScreen(fitted, box.max);
    expect(low.x).toBeGreaterThanOrEqual(40 - 1e-6);
    expect(high.x).toBeLessThanOrEqual(960 + 1e-6);
    expect(high.y).toBeGreaterThanOrEqual(30 - 1e-6);
    expect(low.y).toBeLessThanOrEqual(550 + 1e-6);
  });

  it('says which part of the plan shows', () => {
    expect(visibleBox(view, size)).toEqual({
      min: { x: -3000, y: -1000 },
      max: { x: 7000, y: 5000 },
    });
  });

  it('zooms for a mouse wheel and pans for a trackpad', () => {
    expect(afterWheel(view, { x: 0, y: 0 }, { ...notch, deltaY: -100 }).scale).toBeGreaterThan(0.1);
    expect(afterWheel(view, { x: 0, y: 0 }, { ...notch, deltaX: 3, deltaY: 7 })).toEqual(
      panBy(view, -3, -7),
    );
    const pinch = { ...notch, deltaY: 4, ctrlKey: true };
    expect(afterWheel(view, { x: 0, y: 0 }, pinch).scale).toBeLessThan(0.1);
  });

  it('finds no box around nothing', () => {
    expect(boxAround([])).toBeNull();
  });
});

describe('the view that shows what was drawn', () => {
  const margin = { side: 100, top: 50, bottom: 80 };
  const box = (x: number, y: number, width: number, height: number) => ({
    min: { x, y },
    max: { x: x + width, y: y + height },
  });
  it('stays where all of it is seen', () => {
    expect(showing(view, size, box(-3000, -1000, 10_000, 6000), margin)).toBe(view);
  });
  it('moves as little as it takes', () => {
    const right = showing(view, size, box(5000, 0, 3000, 1000), margin);
    expect(right).toEqual({ scale: 0.1, offsetX: 100, offsetY: 500 });
    const down = showing(view, size, box(0, -2000, 1000, 1000), margin);
    expect(down).toEqual({ scale: 0.1, offsetX: 300, offsetY: 320 });
  });
  it('moves away where it must, and shows all of it', () => {
    const wide = box(0, 0, 20_000, 1000);
    const shown = showing(view, size, wide, margin);
    expect(shown.scale).toBeCloseTo(0.04);
    expect(toScreen(shown, wide.min).x).toBeCloseTo(100);
    expect(toScreen(shown, wide.max).x).toBeCloseTo(900);
  });
});
