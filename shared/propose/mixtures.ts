import { distance } from '../geometry/point.ts';
import type { Unranked } from './different-offers.ts';
import type { ProposedPart } from './proposal.ts';

/** mm by which fixtures may lie apart in what people see as the same layout. */
const alike = 100;

/**
 * Which other offers the parts of one are taken from, by their places in the list, ascending; null where
 * one of its parts is in no other: such an offer brings nothing new but the combination.
 */
export function mixtureOf(offers: readonly Unranked[], index: number): number[] | null {
  const parts = offers[index]!.proposal.parts;
  if (parts.length < 2) return null;
  const from = parts.map((part) =>
    offers.findIndex(
      (other, place) => place !== index && other.proposal.parts.some((one) => isAlike(part, one)),
    ),
  );
  return from.includes(-1) || new Set(from).size < parts.length
    ? null
    : from.sort((left, right) => left - right);
}

/** The same household's fixtures in the same places, and the same partitions or none between them. */
function isAlike(one: ProposedPart, other: ProposedPart): boolean {
  const [mine, theirs] = [one, other].map(({ rooms }) => rooms.flatMap(({ fixtures }) => fixtures));
  return (
    one.holder === other.holder &&
    one.arrangement === other.arrangement &&
    mine!.length === theirs!.length &&
    mine!.every((fixture) =>
      theirs!.some(
        ({ kind, at, rotation }) =>
          kind === fixture.kind &&
          rotation === fixture.rotation &&
          distance(at, fixture.at) <= alike,
      ),
    )
  );
}
