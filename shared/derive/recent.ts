/** What was derived last under each name, so that the next one may start from it; the oldest is let go. */
export class Recent<V> {
  readonly #values = new Map<string, V>();

  get(key: string): V | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: V): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > most) this.#values.delete(this.#values.keys().next().value!);
  }
}

/** The storeys of a large building at each moment. */
const most = 64;
