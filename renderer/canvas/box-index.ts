import Flatbush from 'flatbush';
import type { Box } from '../editor/viewport.ts';
import { boxesMeet } from './damage.ts';

/** Below this many things, or questions, a list is as quick as a tree is made. */
const few = 24;

/** Things by their boxes, to be asked which of them meet a box. */
export class BoxIndex<V> {
  readonly #values: readonly V[];
  readonly #boxOf: (value: V) => Box;
  /** Made when it is first needed. */
  #tree: Flatbush | null = null;
  #questions = 0;

  constructor(values: readonly V[], boxOf: (value: V) => Box) {
    this.#values = values;
    this.#boxOf = boxOf;
  }

  /** In the order of the values. */
  meeting(box: Box): readonly V[] {
    this.#questions += 1;
    if (this.#values.length < few || this.#questions < few) {
      return this.#values.filter((value) => boxesMeet(this.#boxOf(value), box));
    }
    this.#tree ??= this.#build();
    return this.#tree
      .search(box.min.x, box.min.y, box.max.x, box.max.y)
      .sort((one, other) => one - other)
      .map((index) => this.#values[index]!);
  }

  #build(): Flatbush {
    const tree = new Flatbush(this.#values.length, 8);
    for (const value of this.#values) {
      const { min, max } = this.#boxOf(value);
      tree.add(min.x, min.y, max.x, max.y);
    }
    tree.finish();
    return tree;
  }
}
