declare module 'polylabel' {
  /** [x, y] of the inside point farthest from the rings, to `precision`; carries its `distance`. */
  export default function polylabel(
    rings: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [number, number] & { distance: number };
}
