import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Damage } from '../../../renderer/canvas/damage.ts';
import { Repainter } from '../../../renderer/canvas/repainter.ts';
import type { Box, Viewport } from '../../../renderer/editor/viewport.ts';

const size = { width: 800, height: 500 };
const whole: Box = { min: { x: 0, y: 0 }, max: { x: 800, y: 500 } };
const view: Viewport = { scale: 0.05, offsetX: 100, offsetY: 400 };

/** A canvas that notes how its picture is moved, and a source that notes what of it is painted. */
function setUp(damage: ((was: string, now: string) => Damage) | undefined, cost = 0) {
  const moves: number[][] = [];
  const canvas = { width: 800, height: 500 };
  const context = {
    canvas,
    save() {},
    restore() {},
    beginPath() {},
    rect() {},
    clip() {},
    clearRect() {},
    setTransform() {},
    drawImage: (_: unknown, ...to: number[]) => moves.push(to),
  } as unknown as CanvasRenderingContext2D;
  const painted: { scene: string; sight: Box }[] = [];
  let scene = 'one';
  let wait: number | null = null;
  let clock = 0;
  const repainter = new Repainter<string>(
    () => clock,
    () => ({}) as HTMLCanvasElement,
  );
  return {
    moves,
    canvas,
    repainter,
    isStretched: () => wait !== null,
    /** ms go by. */
    rest(time: number) {
      clock += time;
    },
    draw(next: string, at = view): { scene: string; sight: Box }[] {
      scene = next;
      painted.length = 0;
      const source = {
        look: () => scene,
        watch: () => () => undefined,
        paint: (pen: { sight: Box }, shown: string) => {
          painted.push({ scene: shown, sight: pen.sight });
          clock += cost;
        },
        ...(damage ? { damage } : {}),
      };
      wait = repainter.draw(context, source, at, size, 1);
      return [...painted];
    },
  };
}

const corner: Box = { min: { x: 10, y: 20 }, max: { x: 60, y: 90 } };

describe('a canvas', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it('is painted whole at first, then where it changed, and not at all where nothing did', () => {
    const { draw } = setUp(() => [corner]);
    expect(draw('one')).toEqual([{ scene: 'one', sight: whole }]);
    expect(draw('one')).toEqual([]);
    expect(draw('two')).toEqual([{ scene: 'two', sight: corner }]);
    expect(draw('two')).toEqual([]);
  });

  it('moves its picture along with the view, and paints what comes into sight', () => {
    const { draw, moves } = setUp(() => []);
    draw('one');
    const sight = draw('one', { ...view, offsetX: view.offsetX - 30 });
    expect(moves).toEqual([[-30, 0]]);
    expect(sight).toEqual([
      { scene: 'one', sight: { min: { x: 770, y: 0 }, max: { x: 800, y: 500 } } },
    ]);
  });

  it.each([
    ['the view was scaled', { ...view, scale: 0.06 }],
    ['the view came between two pixels', { ...view, offsetX: view.offsetX + 0.5 }],
    ['little of it is left', { ...view, offsetY: view.offsetY + 450 }],
  ])('is painted whole where %s', (_, at) => {
    const { draw, moves } = setUp(() => []);
    draw('one');
    expect(draw('one', at)).toEqual([{ scene: 'one', sight: whole }]);
    expect(moves).toEqual([]);
  });

  it('is painted whole where much changed, or where that cannot be told', () => {
    const much = setUp(() => [{ min: { x: 0, y: 0 }, max: { x: 700, y: 480 } }]);
    much.draw('one');
    expect(much.draw('two')).toEqual([{ scene: 'two', sight: whole }]);
    const untold = setUp(() => {
      throw new Error('no idea');
    });
    untold.draw('one');
    expect(untold.draw('two')).toEqual([{ scene: 'two', sight: whole }]);
    const never = setUp(undefined);
    never.draw('one');
    expect(never.draw('one')).toEqual([]);
    expect(never.draw('two')).toEqual([{ scene: 'two', sight: whole }]);
  });

  it('is painted whole once its picture is lost', () => {
    const { draw, repainter, canvas } = setUp(() => []);
    draw('one');
    repainter.forget();
    expect(draw('one')).toEqual([{ scene: 'one', sight: whole }]);
    canvas.width = 801;
    expect(draw('one')).toEqual([{ scene: 'one', sight: whole }]);
  });

  describe('that takes long to paint', () => {
    const near = { scale: 0.1, offsetX: 50, offsetY: 300 };

    it('is stretched while it is zoomed, from its last picture, and painted when the view rests', () => {
      const { draw, moves, isStretched, rest } = setUp(() => [], 50);
      draw('one');
      expect(draw('one', near)).toEqual([]);
      expect(isStretched()).toBe(true);
      // What was at 100, 400 is at 50, 300, and all is twice as large.
      expect(moves).toEqual([[50 - 100 * 2, 300 - 400 * 2, 1600, 1000]]);
      // From the same picture, not from the stretched one.
      draw('one', { ...near, scale: 0.2 });
      expect(moves[1]).toEqual([50 - 100 * 4, 300 - 400 * 4, 3200, 2000]);
      rest(200);
      draw('one', near);
      expect(isStretched()).toBe(true);
      rest(200);
      expect(draw('one', near)).toEqual([{ scene: 'one', sight: whole }]);
      expect(isStretched()).toBe(false);
    });

    it('comes to rest however often it is looked at meanwhile', () => {
      const { draw, moves, isStretched, rest } = setUp(() => [], 50);
      draw('one');
      draw('one', near);
      for (let time = 0; time < 120; time += 30) {
        rest(30);
        expect(draw('one', near)).toEqual([]);
        expect(isStretched()).toBe(true);
      }
      expect(moves).toHaveLength(1);
      rest(30);
      expect(draw('one', near)).toEqual([{ scene: 'one', sight: whole }]);
    });

    it('is painted when it is panned after a zoom: beside a stretched picture all is bare', () => {
      const { draw, moves, isStretched } = setUp(() => [], 50);
      draw('one');
      draw('one', near);
      const panned = { ...near, offsetX: near.offsetX + 7 };
      expect(draw('one', panned)).toEqual([{ scene: 'one', sight: whole }]);
      expect(isStretched()).toBe(false);
      // And moved along from then on.
      const strip = draw('one', { ...panned, offsetX: panned.offsetX + 7 });
      expect(strip).toEqual([
        { scene: 'one', sight: { min: { x: 0, y: 0 }, max: { x: 7, y: 500 } } },
      ]);
      expect(moves).toHaveLength(2);
    });

    it('is painted where it changes, or would be stretched out of all shape', () => {
      const { draw, isStretched } = setUp(() => [corner], 50);
      draw('one');
      draw('one', near);
      expect(draw('two', near)).toEqual([{ scene: 'two', sight: whole }]);
      expect(isStretched()).toBe(false);
      expect(draw('two', { ...near, scale: 1 })).toEqual([{ scene: 'two', sight: whole }]);
    });

    it('is painted at once where it is quick', () => {
      const { draw, isStretched } = setUp(() => [corner], 3);
      draw('one');
      expect(draw('one', near)).toEqual([{ scene: 'one', sight: whole }]);
      expect(isStretched()).toBe(false);
    });
  });
});
