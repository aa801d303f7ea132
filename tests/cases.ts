/** How many cases a law is tried on: more under `npm run test:long`. */
export const cases = (usual: number, long: number): number =>
  process.env.DUYONG_LONG ? long : usual;
