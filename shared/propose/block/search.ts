import { storeyRooms } from '../../derive/storey-rooms.ts';
import type { HouseholdId } from '../../plan/model.ts';
import { profileFor } from '../way-widths.ts';
import type { BlockAnswer, BlockAsk, BlockOffer, BlockStep } from './ask.ts';
import { type Block, compareRanks, differentBlocks, rankOf } from './assign.ts';
import { blockFamily } from './family.ts';
import { BlocksFound, type RoomSchemes } from './found.ts';
import { type Failed, ownRoomScheme } from './own-room.ts';
import { refuse, wishesOf } from './refuse.ts';
import { besideShape, shapesOf, type Tried, wholeRoom } from './shape-places.ts';
import { kindOfShape } from './shapes.ts';
import { schemeOf } from './sites.ts';

/** So many of one room and number of parts are kept, the most even first, and so many of one kind. */
const perCount = 6;
const perKind = 2;
/** So many are shown unless it is said otherwise. */
const usualTop = 6;
/** Steps of moving partitions, at most. */
const mostMoves = 400;

/**
 * Parts for many households out of the rooms that they share, and where these are too few, out of
 * their own. First whole rooms and own rooms, which soon serve everybody; then every shape of every
 * room that holds more; then each partition a little on, as long as that is better; then every part
 * furnished at its best. What is best so far is told on the way.
 */
export function* proposeBlock(ask: BlockAsk): Generator<BlockStep, BlockAnswer> {
  const refusal = refuse(ask);
  const family = blockFamily(ask);
  if (refusal) {
    return { offers: [], family, left: ask.holders, refusal, wishes: [], shapes: 0, parts: 0 };
  }
  const found = new BlocksFound(ask, profileFor(ask));
  const top = ask.top ?? usualTop;
  yield* shaped(found, () => [{ shape: wholeRoom, count: 1 }], 0, 0.05);
  if (ask.ownRooms ?? true) yield* ownRooms(found, 0.05, 0.35);
  yield* shaped(found, ({ limits }) => shapesOf(limits), 0.35, 0.55);
  yield* otherGivers(found, 0.55, 0.6);
  const leading = (): Block[] => differentBlocks(found.inOrder(), top);
  yield { stage: 'rooms', share: 0.6, offers: found.offers(leading(), top) };
  yield* moved(found, top, 0.6, 0.8);
  yield { stage: 'better', share: 0.8, offers: found.offers(leading(), top) };
  const finished = yield* finest(found, top, 0.8, 1);
  const offers = found.offers(finished, top);
  return {
    offers,
    family,
    left: offers[0]?.left ?? ask.holders,
    refusal: null,
    wishes: wishesOf(ask, offers[0] ?? null),
    shapes: found.shapes,
    parts: found.furnisher.count,
  };
}

/** Runs it to its end. */
export function proposedBlock(ask: BlockAsk): BlockAnswer {
  const search = proposeBlock(ask);
  let next = search.next();
  while (!next.done) next = search.next();
  return next.value;
}

/** Every room in each of its shapes, as long as not enough for as many households are known. */
function* shaped(
  found: BlocksFound,
  shapesIn: (room: RoomSchemes) => readonly Pick<Tried, 'shape' | 'count'>[],
  from: number,
  to: number,
): Generator<BlockStep> {
  const rooms = found.rooms.length;
  for (const [index, room] of found.rooms.entries()) {
    const { shared, schemes } = room;
    const trials = shapesIn(room);
    for (const [at, { shape, count }] of trials.entries()) {
      if (schemes.filter(({ sites }) => sites.length === count).length >= perCount) continue;
      const kind = kindOfShape(shape);
      if (schemes.filter((one) => one.kind === kind).length >= perKind) continue;
      found.shapes += 1;
      const scheme = schemeOf(found.ask, found.cleared.plan, shared, shape, found.furnisher);
      let offers: readonly BlockOffer[] | null = null;
      if (scheme) {
        schemes.push(scheme);
        found.combine(scheme);
        offers = found.news();
      }
      const done = (index + (at + 1) / trials.length) / rooms;
      yield { stage: 'rooms', share: from + (to - from) * done, offers };
    }
  }
}

/** A corner of each household's own room, of those first who have most. */
function* ownRooms(found: BlocksFound, from: number, to: number): Generator<BlockStep> {
  const failed: Failed = new Set();
  const holders = bySpare(found.ask);
  for (const [index, holder] of holders.entries()) {
    const at = (done: number): number => from + ((to - from) * (index + done)) / holders.length;
    const search = ownRoomScheme(found.ask, found.cleared.plan, holder, found.furnisher, failed);
    let next = search.next();
    while (!next.done) {
      found.shapes += 1;
      yield { stage: 'own-rooms', share: at(0), offers: null };
      next = search.next();
    }
    if (next.value) {
      found.own.set(holder, next.value);
      found.combine();
    }
    yield { stage: 'own-rooms', share: at(1), offers: found.news() };
  }
}

/**
 * The best block with others giving of their own rooms, and with more of them for a fuller programme:
 * who gives, and how much, is for people to settle.
 */
function* otherGivers(found: BlocksFound, from: number, to: number): Generator<BlockStep> {
  const [best] = found.inOrder();
  const givers = best?.given.filter(({ scheme }) => scheme.taken > 0) ?? [];
  if (!best || givers.length === 0) return;
  const shared = best.schemes.filter(({ taken }) => taken === 0);
  for (const { holder } of givers) {
    const own = new Map(found.own);
    own.delete(holder);
    const other = found.assign(shared, own);
    if (other && other.left.length <= best.left.length) found.keep(other);
    yield { stage: 'own-rooms', share: from, offers: null };
  }
  const fuller = new Map(found.own);
  const failed: Failed = new Set();
  for (const [index, { holder, part }] of givers.entries()) {
    if (part.programme === 0) continue;
    const { ask, cleared, furnisher } = found;
    const wanted = part.programme - 1;
    const search = ownRoomScheme(ask, cleared.plan, holder, furnisher, failed, wanted);
    let next = search.next();
    while (!next.done) {
      found.shapes += 1;
      yield {
        stage: 'own-rooms',
        share: from + ((to - from) * index) / givers.length,
        offers: null,
      };
      next = search.next();
    }
    if (next.value) fuller.set(holder, next.value);
  }
  const chosen = new Set(givers.map(({ holder }) => holder));
  const other = found.assign(shared, new Map([...fuller].filter(([id]) => chosen.has(id))));
  if (other && other.left.length <= best.left.length) found.keep(other);
}

/** Each partition of the leading blocks a little on, as long as the block is better for it. */
function* moved(found: BlocksFound, top: number, from: number, to: number): Generator<BlockStep> {
  let moves = 0;
  for (const leader of differentBlocks(found.inOrder(), top)) {
    let block = leader;
    for (let isBetter = true; isBetter && moves < mostMoves; ) {
      isBetter = false;
      for (const { shared, limits } of found.rooms) {
        const scheme = block.schemes.find((one) => one.room === shared.room && one.shape);
        if (!scheme?.shape || scheme.sites.length < 2) continue;
        for (const { shape } of besideShape(limits, scheme.shape)) {
          moves += 1;
          found.shapes += 1;
          const next = schemeOf(found.ask, found.cleared.plan, shared, shape, found.furnisher);
          const better = next && betterWith(found, block, scheme.room, next);
          if (better) {
            block = better;
            isBetter = true;
            found.keep(block);
          }
          const share = from + (to - from) * Math.min(1, moves / mostMoves);
          yield { stage: 'better', share, offers: better ? found.news() : null };
          if (better) break;
        }
      }
    }
  }
}

/** The block with another scheme for one room, where that is better. */
function betterWith(
  found: BlocksFound,
  block: Block,
  room: string,
  scheme: NonNullable<ReturnType<typeof schemeOf>>,
): Block | null {
  const schemes = block.schemes.filter(({ shape }) => shape);
  const next = found.assign(schemes.map((one) => (one.room === room ? scheme : one)));
  return next && compareRanks(rankOf(next), rankOf(block)) < 0 ? next : null;
}

/** Every part of the leading blocks furnished at its best. */
function* finest(
  found: BlocksFound,
  top: number,
  from: number,
  to: number,
): Generator<BlockStep, Block[]> {
  const leading = differentBlocks(found.inOrder(), top);
  const finished: Block[] = [];
  const total = leading.reduce((sum, { given }) => sum + given.length, 0);
  let done = 0;
  for (const block of leading) {
    const given = [];
    for (const one of block.given) {
      given.push({ ...one, part: found.furnisher.finest(one.part) });
      done += 1;
      yield { stage: 'finest', share: from + ((to - from) * done) / total, offers: null };
    }
    finished.push({ ...block, given });
    const offers = found.offers([...finished, ...leading.slice(finished.length)], top);
    yield { stage: 'finest', share: from + ((to - from) * done) / total, offers };
  }
  return finished;
}

/** Who has most room of its own first: they are asked first to give of it. */
function bySpare({ plan, storey, holders }: BlockAsk): HouseholdId[] {
  const { rooms } = storeyRooms(storey, plan.storeys[storey]!, 'after');
  const area = (holder: HouseholdId): number =>
    rooms
      .filter((room) => room.holders.length === 1 && room.holders[0] === holder)
      .reduce((sum, one) => sum + one.area, 0);
  return [...holders].sort(
    (one, other) => Math.round(area(other)) - Math.round(area(one)) || (one < other ? -1 : 1),
  );
}
