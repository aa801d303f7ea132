import type { Damage } from './damage.ts';
import type { Pen } from './pen.ts';

/** What a canvas paints, asked when it is painted: nothing of it goes through React. */
export interface Source<S> {
  /** The scene as it is now: the identical object while nothing of it changed. */
  look(): S;
  /** Calls `again` whenever the scene may be another; until the answer is called. */
  watch(again: () => void): () => void;
  paint(pen: Pen, scene: S): void;
  /**
   * What one scene looks different from another for; without it the whole canvas is painted every
   * time. `pen` is where the scene is now.
   */
  damage?(was: S, now: S, pen: Pen): Damage;
}

/** The identical result while all that it is made from is identical. */
export function remembered<I extends readonly unknown[], R>(
  make: (...inputs: I) => R,
): (...inputs: I) => R {
  let last: { readonly inputs: I; readonly result: R } | null = null;
  return (...inputs) => {
    if (!last?.inputs.every((input, index) => Object.is(input, inputs[index]))) {
      last = { inputs, result: make(...inputs) };
    }
    return last!.result;
  };
}
