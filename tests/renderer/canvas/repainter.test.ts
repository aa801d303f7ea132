import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Damage } from '../../../renderer/canvas/damage.ts';
import { Repainter } from '../../../renderer/canvas/repainter.ts';
import type { Box, Viewport } from '../../../renderer/editor/viewport.ts';

const size = { width: 800, height: 500 };
const whole: Box = { min: { x: 0, y: 0 }, max: { x: 800, y: 500 } };
const view: Viewport = { scale: 0.05, offsetX: 100, offsetY: 400 };

/** A canvas that notes how its picture is moved, and a source that notes what of it is painted. */
function setUp(damage: ((was: string, now: string) => Damage) | undefined) {
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
    drawImage: (_: unknown, dx: number, dy: number) => moves.push([dx, dy]),
  } as unknown as CanvasRenderingContext2D;
  const painted: { scene: string; sight: Box }[] = [];
  let scene = 'one';
  const repainter = new Repainter<string>();
  return {
    moves,
    canvas,
    repainter,
    draw(next: string, at = view): { scene: string; sight: Box }[] {
      scene = next;
      painted.length = 0;
      const source = {
        look: () => scene,
        watch: () => () => undefined,
        paint: (pen: { sight: Box }, shown: string) => {
          painted.push({ scene: shown, sight: pen.sight });
        },
        ...(damage ? { damage } : {}),
      };
      repainter.draw(context, source, at, size, 1);
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
});
