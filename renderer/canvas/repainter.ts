import type { Box, Size, Viewport } from '../editor/viewport.ts';
import { attempt } from './attempt.ts';
import { areaOf, type Damage, settled, uncovered, wholeOf } from './damage.ts';
import type { Pen } from './pen.ts';
import type { Source } from './source.ts';

interface Picture {
  readonly view: Viewport;
  readonly size: Size;
  /** Of the canvas itself, which is emptied where it is given another size. */
  readonly pixels: string;
}

interface Still<S> extends Picture {
  readonly scene: S;
  readonly canvas: HTMLCanvasElement;
  readonly shown: Viewport;
  /** ms of the clock. */
  readonly since: number;
}

/** Share of the canvas above which it costs less to paint all of it. */
const most = 0.6;
/** ms for painting all of it, above which a zoom stretches the picture until the view rests. */
const slow = 12;
/** ms that the view rests until a picture that was only stretched is painted anew. */
const untilRest = 140;
/** How many times larger or smaller a picture is stretched at most. */
const farthest = 4;

/** A picture of its own. */
function copyOf({ width, height }: HTMLCanvasElement, from: CanvasImageSource): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = width;
  copy.height = height;
  copy.getContext('2d')?.drawImage(from, 0, 0);
  return copy;
}

/**
 * Paints a canvas. Where the canvas holds the picture of an earlier scene, only what differs is
 * painted, and a view that moved by whole device pixels moves the picture along: what comes out is
 * what painting all of it would give, but for how softly single edges are drawn.
 */
export class Repainter<S> {
  #last: (Picture & { readonly scene: S }) | null = null;
  /** While the canvas shows a stretched picture: the one that is stretched, what for and since when. */
  #still: Still<S> | null = null;
  /** ms that it took to paint all of it last. */
  #cost = 0;
  readonly #now: () => number;
  readonly #copyOf: typeof copyOf;

  constructor(now = () => performance.now(), copy = copyOf) {
    this.#now = now;
    this.#copyOf = copy;
  }

  /** The canvas no longer holds what was painted on it. */
  forget(): void {
    this.#last = null;
    this.#still = null;
  }

  /**
   * `density` is device pixels per px; the context is scaled by it. Answers after how many ms it is to
   * be drawn once more, where the picture was only stretched; null where it was painted.
   */
  draw(
    context: CanvasRenderingContext2D,
    source: Source<S>,
    view: Viewport,
    size: Size,
    density: number,
  ): number | null {
    const found = attempt(
      () => ({ scene: source.look() }),
      () => null,
    );
    if (!found) return null;
    const { scene } = found;
    const whole = wholeOf(size);
    const penOf = (sight: Box): Pen => ({ context, view, size, sight });
    const last = this.#last;
    const picture: Picture = {
      view,
      size,
      pixels: `${context.canvas.width}x${context.canvas.height}`,
    };
    const move = last && moveBetween(last, picture, density);
    const isSame = last?.scene === scene;
    if (isSame && move && move.x === 0 && move.y === 0) return null;
    const wait = source.damage ? this.#stretched(context, scene, picture, density) : null;
    if (wait !== null) return wait;
    // Kept only once all is painted: a picture left half done is no picture of anything.
    this.forget();
    const { damage } = source;
    let parts: readonly Box[] = [whole];
    if (last && move && damage) {
      const changed = isSame
        ? []
        : attempt<Damage>(
            () => damage(last.scene, scene, penOf(whole)),
            () => 'all',
          );
      if (changed !== 'all') {
        const dirty = settled([...changed, ...uncovered(size, move.x, move.y)], size, density);
        if (areaOf(dirty) <= most * areaOf([whole])) {
          parts = dirty;
          if (move.x !== 0 || move.y !== 0) moveBy(context, move.x * density, move.y * density);
        }
      }
    }
    const start = this.#now();
    for (const part of parts) paintWithin(penOf(part), (pen) => source.paint(pen, scene));
    if (parts[0] === whole) this.#cost = this.#now() - start;
    this.#last = { ...picture, scene };
    return null;
  }

  /**
   * Shows the scene by stretching its last picture, where painting it anew would make the hand wait.
   * Answers how long that will do, ms; null where it does not.
   */
  #stretched(
    context: CanvasRenderingContext2D,
    scene: S,
    picture: Picture,
    density: number,
  ): number | null {
    const from = this.#still ?? this.#last;
    if (this.#cost <= slow || from?.scene !== scene) return null;
    if (from.pixels !== picture.pixels || !isSameSize(from.size, picture.size)) return null;
    const { scale, offsetX, offsetY } = picture.view;
    const shown = this.#still?.shown ?? from.view;
    if (shown.scale === scale) {
      // Once painted, a picture is moved along; stretched, it would leave bare what comes into sight.
      if (!this.#still || shown.offsetX !== offsetX || shown.offsetY !== offsetY) return null;
      // Looked at for another reason: the view rests no less.
      const left = this.#still.since + untilRest - this.#now();
      return left > 0 ? left : null;
    }
    const times = scale / from.view.scale;
    if (times > farthest || times < 1 / farthest) return null;
    const { canvas } = context;
    const still = this.#still ?? { ...from, canvas: this.#copyOf(canvas, canvas) };
    this.#still = { ...still, shown: picture.view, since: this.#now() };
    this.#last = null;
    const x = (offsetX - from.view.offsetX * times) * density;
    const y = (offsetY - from.view.offsetY * times) * density;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(still.canvas, x, y, canvas.width * times, canvas.height * times);
    context.restore();
    return untilRest;
  }
}

/** One part at a time: several are no simple box, within which edges would be softened otherwise. */
function paintWithin(pen: Pen, paint: (pen: Pen) => void): void {
  const { context, sight } = pen;
  const { x, y } = sight.min;
  const [width, height] = [sight.max.x - x, sight.max.y - y];
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.clearRect(x, y, width, height);
  attempt(
    () => paint(pen),
    () => undefined,
  );
  context.restore();
}

/** How far the picture moves, px; null where it is another picture: scaled, or between two pixels. */
function moveBetween(
  last: Picture,
  { view, size, pixels }: Picture,
  density: number,
): { readonly x: number; readonly y: number } | null {
  if (!isSameSize(last.size, size) || last.pixels !== pixels || last.view.scale !== view.scale)
    return null;
  const x = (view.offsetX - last.view.offsetX) * density;
  const y = (view.offsetY - last.view.offsetY) * density;
  const isWhole = Math.abs(x - Math.round(x)) < 1e-6 && Math.abs(y - Math.round(y)) < 1e-6;
  return isWhole ? { x: Math.round(x) / density, y: Math.round(y) / density } : null;
}

const isSameSize = (one: Size, other: Size): boolean =>
  one.width === other.width && one.height === other.height;

/** Device pixels. */
function moveBy(context: CanvasRenderingContext2D, dx: number, dy: number): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'copy';
  context.drawImage(context.canvas, dx, dy);
  context.restore();
}
