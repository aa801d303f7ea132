/**
 * What was derived last under each name, so that the next one may start from it; of more than there
 * is room for, the name that has been there longest is let go. A value is put in the place of the one
 * before it: a Map that is ever deleted from and set leaves a trail of tables that nothing collects
 * until the next major collection.
 */
export class Recent<V> {
  readonly #values = new Map<string, { value: V }>();
  readonly #most: number;

  /** As many as the storeys of a large building at each moment, unless somebody says otherwise. */
  constructor(most = 64) {
    this.#most = most;
  }

  get(key: string): V | undefined {
    return this.#values.get(key)?.value;
  }

  set(key: string, value: V): void {
    const place = this.#values.get(key);
    if (place) {
      place.value = value;
      return;
    }
    this.#values.set(key, { value });
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value!);
  }
}
