import type { Division } from './divide-request.ts';
import type { Part } from './part.ts';
import { runsAlongX, type Side } from './rect.ts';

/**
 * What people see of a division at a glance, whichever household sits on which side: what differs in
 * nothing of it is the same proposal with its fixtures in another order.
 */
export interface Look {
  /** How the partition runs and how the parts are arranged. */
  readonly kind: string;
  readonly isEven: boolean;
  /** By which walls the parts are entered, and whether from own rooms. */
  readonly doors: string;
  /** Of each part, on which walls kitchen and WC stand, as seen from the partition. */
  readonly layouts: readonly string[];
}

export function lookOf({ signature, parts }: Pick<Division, 'signature' | 'parts'>): Look {
  const [cut = '', evenness] = signature.split(' ');
  // A partition between left and right is square to x; where there is none, walls are what they are.
  const isUpright = cut === 'straight/x' ? true : cut === 'straight/y' ? false : null;
  const seen = parts.map((part, index) => ({ part, wall: wallsFrom(isUpright, index) }));
  return {
    kind: [cut, ...seen.map(({ part, wall }) => arrangedAs(part, wall)).sort()].join(' '),
    isEven: evenness === 'even',
    doors: seen
      .map(({ part, wall }) => doorsOf(part, wall))
      .sort()
      .join(' '),
    layouts: seen.map(({ part, wall }) => layoutOf(part, wall)).sort(),
  };
}

/** What the wall is to a part that looks that way. */
type WallWord = (side: Side) => string;

/**
 * `shared` is the partition between the households, `far` the wall opposite, `end` one of the others.
 * The first part lies below or left of the partition, the second beyond it.
 */
const wallsFrom =
  (isUpright: boolean | null, index: number): WallWord =>
  (side) => {
    if (isUpright === null) return `${side}`;
    if (runsAlongX(side) === isUpright) return 'end';
    // What stands against the upper or right wall of the first part looks down or left.
    const looksBack = side === 1 || side === 2;
    return looksBack === (index === 0) ? 'shared' : 'far';
  };

function arrangedAs({ arrangement, rooms: [kitchen, bath] }: Part, wall: WallWord): string {
  if (arrangement !== 'two' && arrangement !== 'behind') return arrangement;
  const [one, other] = [kitchen!.region.box, bath!.region.box];
  const isBeside = one.x1 <= other.x0 || other.x1 <= one.x0;
  // From the kitchen on to the bathroom.
  const towards: Side = isBeside ? (one.x1 <= other.x0 ? 3 : 1) : one.y1 <= other.y0 ? 0 : 2;
  return `${arrangement}/${wall(towards)}`;
}

const doorsOf = ({ rooms }: Part, wall: WallWord): string =>
  rooms
    .flatMap(({ layout: { door } }) =>
      door?.face ? [`${wall(door.side)}${door.face.isOwn ? ' own' : ''}`] : [],
    )
    .sort()
    .join('+');

function layoutOf({ rooms }: Part, wall: WallWord): string {
  const sideOf = (kind: 'wc' | 'cooker'): Side | null =>
    rooms
      .flatMap(({ layout }) => layout.chosen.flatMap(({ pieces }) => pieces))
      .find((piece) => piece.kind === kind)?.side ?? null;
  const [wc, cooker] = [sideOf('wc'), sideOf('cooker')];
  const words = [wc, cooker].map((side) => (side === null ? '' : wall(side)));
  return [...words, wc === cooker ? 'same' : ''].join();
}
