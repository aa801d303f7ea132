import { type DoorPlace, keptFor } from './door-places.ts';
import type { Candidate } from './items.ts';
import { bestLayout, type Layout, type Task } from './layout-search.ts';
import type { Part, PartAsk, RoomLayout } from './part.ts';
import { Places } from './places.ts';
import { bodyWidth } from './programme.ts';
import type { Region } from './region.ts';
import { slackAmong } from './slack.ts';

type Asked = Omit<PartAsk, 'places' | 'holder'>;

/** mm: as far as the coarse grid may have missed a place. */
const reach = 50;
/** Rounds in which one fixture after the other is moved. */
const rounds = 3;

/**
 * The part with its fixtures moved along their walls on the finer grid of `asked`, doors and
 * partitions staying: at least as good in every respect that counts before the free margin, and then
 * with more of that. A niche's row stays where its opening is.
 */
export function refinedPart(part: Part, asked: Asked): Part {
  const places = new Places(asked);
  let gained = 0;
  const rooms = part.rooms.map((room) => {
    const others = part.rooms.flatMap(({ layout }) =>
      layout !== room.layout && layout.door ? [layout.door] : [],
    );
    const layout = room.passage ? null : refinedLayout(room, places, others, asked);
    if (!layout) return room;
    gained += room.layout.cost - layout.cost;
    return { ...room, layout };
  });
  return { ...part, rooms, cost: part.cost - gained };
}

function refinedLayout(
  { region, layout }: RoomLayout,
  places: Places,
  others: readonly DoorPlace[],
  { programme, effort }: Asked,
): Layout | null {
  if (!layout.door) return null;
  const task = (things: readonly (readonly Candidate[])[]): Task => ({
    region,
    things,
    doors: layout.door ? [layout.door] : [],
    isNiche: false,
    entry: programme.bath?.entry ?? bodyWidth,
    ...keptFor(others),
    cookerToShower: programme.ways.cookerToShower,
    isAnyEnough: false,
  });
  const alone = (chosen: readonly Candidate[]): Layout | null =>
    bestLayout(task(chosen.map((one) => [one])), Infinity, effort);
  const known = alone(layout.chosen);
  if (!known) return null;
  const near = layout.chosen.map((one) => nearOf(one, places, region));
  const found = bestLayout(task(near), known.cost, effort);
  const best = found && found.cost < known.cost ? found : known;
  let chosen = inOrderOf(layout.chosen, best.chosen);
  let slack = slackAmong(chosen, region);
  for (let round = 0; round < rounds; round++) {
    const before = slack;
    for (const [index, others] of near.entries()) {
      for (const other of others) {
        if (other.cost > chosen[index]!.cost) continue;
        const tried = chosen.with(index, other);
        const margin = slackAmong(tried, region);
        if (margin <= slack || (alone(tried)?.cost ?? Infinity) > best.cost) continue;
        chosen = tried;
        slack = margin;
      }
    }
    if (slack === before) break;
  }
  return { ...layout, chosen, cost: layout.cost - (known.cost - best.cost) };
}

const wordOf = ({ pieces }: Candidate): string =>
  pieces.map(({ kind, side }) => `${kind}${side}`).join();

/** As the search chooses in an order of its own. */
const inOrderOf = (order: readonly Candidate[], chosen: readonly Candidate[]): Candidate[] =>
  order.map((one) => chosen.find((other) => wordOf(other) === wordOf(one))!);

/** The same thing at the same wall, at most a step of the coarse grid away. */
function nearOf(one: Candidate, places: Places, region: Region): readonly Candidate[] {
  const first = one.pieces[0]!;
  const found = allOf(one, places, region).filter(
    ({ pieces }) =>
      pieces.length === one.pieces.length &&
      pieces.every(({ kind, side, rect }, index) => {
        const own = one.pieces[index];
        return (
          own?.kind === kind &&
          own.side === side &&
          rect.x1 - rect.x0 === own.rect.x1 - own.rect.x0 &&
          rect.y1 - rect.y0 === own.rect.y1 - own.rect.y0 &&
          Math.abs(rect.x0 - own.rect.x0) + Math.abs(rect.y0 - own.rect.y0) <= reach
        );
      }),
  );
  const isKnown = found.some(
    ({ pieces }) => pieces[0]!.rect.x0 === first.rect.x0 && pieces[0]!.rect.y0 === first.rect.y0,
  );
  return isKnown ? found : [...found, one].sort((left, right) => left.cost - right.cost);
}

function allOf({ pieces }: Candidate, places: Places, region: Region): readonly Candidate[] {
  const [first, second] = pieces;
  const sizeOf = ({ rect, side }: NonNullable<typeof first>) => {
    const [wide, deep] = [rect.x1 - rect.x0, rect.y1 - rect.y0];
    return side === 0 || side === 2 ? { width: wide, depth: deep } : { width: deep, depth: wide };
  };
  switch (first!.kind) {
    case 'wc':
      return places.wcs(region, first!.side, second && sizeOf(second));
    case 'basin':
      return places.basins(region, sizeOf(first!));
    case 'shower':
      return places.showers(region);
    default:
      return places.rows(region);
  }
}
