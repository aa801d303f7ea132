import { storeyRooms } from '../../derive/storey-rooms.ts';
import { compareDoors } from '../../plan/door-words.ts';
import type { FixtureId, OpeningId, WallId } from '../../plan/model.ts';
import { roomUseWords } from '../../plan/words.ts';
import type { Profile } from '../../rules/profile.ts';
import { squareMetres } from '../../rules/room-words.ts';
import { inside, type Text, text } from '../../text.ts';
import { digits } from '../cost.ts';
import { freeLines } from '../free-lines.ts';
import { checkedOffer, type Offer } from '../offer.ts';
import { programmeOf } from '../programme.ts';
import { type Proposal, type ProposedOpening, type ProposedWall, proposalOf } from '../proposal.ts';
import type { Score } from '../score.ts';
import type { BlockAsk, BlockOffer } from './ask.ts';
import { type Block, kindOf, unevenSteps } from './assign.ts';
import { wallIdOf } from './draw.ts';

/** A block as one proposal: the partitions of the rooms, then of the parts, with doors and fixtures. */
export function blockProposal({ plan, storey, rooms }: BlockAsk, block: Block): Proposal {
  const walls: ProposedWall[] = [];
  const known = new Map<WallId, number>();
  for (const scheme of block.schemes) {
    for (const wall of scheme.walls) {
      known.set(wallIdOf(wall), walls.length);
      walls.push(wall);
    }
  }
  // A part that is for all was furnished for whoever came first.
  const drawn = block.given.map(({ holder, part: { request, space, division } }) =>
    proposalOf({ ...request, holders: [holder] }, space, division),
  );
  const openings: ProposedOpening[] = [];
  const closes = new Set<OpeningId>();
  const clears = new Set<FixtureId>();
  for (const proposal of drawn) {
    const first = walls.length;
    walls.push(...proposal.walls);
    for (const opening of proposal.openings) {
      const wall =
        typeof opening.wall === 'number'
          ? first + opening.wall
          : (known.get(opening.wall) ?? opening.wall);
      openings.push({ ...opening, wall });
    }
    for (const one of proposal.closes) closes.add(one);
  }
  for (const scheme of block.schemes) {
    for (const one of scheme.clears) clears.add(one);
    for (const one of scheme.closes) closes.add(one);
    openings.push(...scheme.openings);
  }
  const names = freeLines(plan);
  const divided = block.schemes.map(({ room }) => room);
  const shared = rooms.filter((room) => divided.includes(room));
  const touched = [...new Set([...shared, ...divided])];
  return {
    storey,
    room: touched[0]!,
    signature: kindOf(block),
    score: scoreOfAll(drawn, block),
    walls,
    openings,
    parts: drawn.flatMap(({ parts }) => parts),
    clears: [...clears].sort(),
    closes: [...closes].sort(),
    block: {
      rooms: touched.slice(1),
      risers: block.schemes.flatMap(({ risers }) =>
        risers.map((riser) => ({ ...riser, line: names(riser.kind) })),
      ),
      rests: block.schemes.flatMap(({ rests }) => rests),
    },
  };
}

function scoreOfAll(drawn: readonly Proposal[], block: Block): Score {
  const score = {
    ...Object.fromEntries(
      digits.map((digit) => [digit, drawn.reduce((sum, one) => sum + one.score[digit], 0)]),
    ),
    slack: Math.min(...drawn.map((one) => one.score.slack)),
    uneven: unevenSteps(block),
  } as Omit<Score, 'unevenArea'>;
  const areas = block.given.filter(({ scheme }) => scheme.taken === 0).map(({ site }) => site.area);
  return { ...score, unevenArea: areas.length === 0 ? 0 : Math.max(...areas) - Math.min(...areas) };
}

/** The block drawn, measured and checked as a stranger would; null where it is unsound. */
export function blockOffer(ask: BlockAsk, block: Block, profile: Profile): BlockOffer | null {
  const proposal = blockProposal(ask, block);
  const least = Math.max(...block.given.map(({ part }) => part.programme), 0);
  const request = block.given.find(({ part }) => part.programme === least)?.part.request;
  const programme =
    request?.programme ??
    programmeOf(ask.programme === 'best' ? 'kitchenette' : ask.programme, profile);
  const offer = checkedOffer(proposal, {
    plan: ask.plan,
    storey: ask.storey,
    holders: ask.holders,
    programme,
    programmes: new Map(block.given.map(({ holder, part }) => [holder, part.request.programme])),
    profile,
    ignoresStacks: false,
  });
  if (!offer) return null;
  const taken = block.schemes.reduce((sum, one) => sum + one.taken, 0);
  const newStacks = proposal.block!.risers.length;
  const undivided = ask.rooms.filter((room) => block.schemes.every((one) => one.room !== room));
  const brief = briefWords(ask, block, newStacks, keptWords(ask, undivided));
  return {
    ...offer,
    left: block.left,
    givers: block.given.flatMap(({ holder, scheme }) => (scheme.taken > 0 ? [holder] : [])),
    taken,
    newStacks,
    undivided,
    rank: rankWords(block, offer.parts, brief),
    brief,
  };
}

/** Rooms that stay as they are. */
function keptWords({ plan, storey }: BlockAsk, undivided: readonly string[]): Text[] {
  const derived = storeyRooms(storey, plan.storeys[storey]!, 'after');
  return undivided.map((room) => {
    const { zh, en } = roomUseWords[derived.byId.get(room)?.use ?? 'other'];
    return text(`${zh}不分，保持现状`, `the ${inside(en)} is left as it is`);
  });
}

function briefWords(ask: BlockAsk, block: Block, newStacks: number, kept: readonly Text[]): Text {
  const { given, left } = block;
  const risers = newStacks === 1 ? 'riser' : 'risers';
  const also = [...takenWords(ask, block), ...kept];
  return text(
    `${given.length} 户独用${left.length > 0 ? `，${left.length} 户未解决` : ''}；新增立管 ${newStacks} 根${also.map(({ zh }) => `；${zh}`).join('')}`,
    `${given.length} served${left.length > 0 ? `, ${left.length} left` : ''}; ${newStacks} new ${risers}${also.map(({ en }) => `; ${en}`).join('')}`,
  );
}

/** How much is taken of own rooms, and whose: in that alternatives often differ and in nothing else. */
function takenWords({ plan }: BlockAsk, { schemes, given }: Block): Text[] {
  const taken = schemes.reduce((sum, one) => sum + one.taken, 0);
  if (taken === 0) return [];
  const area = squareMetres(taken);
  const doors = given
    .filter(({ scheme }) => scheme.taken > 0)
    .map(({ holder }) => plan.households[holder]?.door ?? holder)
    .sort(compareDoors);
  return [
    text(
      `占用居室 ${area} m²（${doors.join('、')}）`,
      `${area} m² of own rooms (${doors.join(', ')})`,
    ),
  ];
}

function rankWords(block: Block, parts: Offer['parts'], brief: Text): Text {
  const shared = new Set(
    block.given.filter(({ scheme }) => scheme.taken === 0).map(({ holder }) => holder),
  );
  // As the plan measures them, without boxed stacks and partitions inside.
  const ofRooms = areasWords(parts.filter(({ holder }) => shared.has(holder)));
  const ofOwn = areasWords(parts.filter(({ holder }) => !shared.has(holder)));
  const words = [
    brief,
    ...(ofRooms ? [text(`公用部位分出 ${ofRooms.zh}`, `parts of shared rooms ${ofRooms.en}`)] : []),
    ...(ofOwn ? [text(`本户居室分出 ${ofOwn.zh}`, `parts of own rooms ${ofOwn.en}`)] : []),
  ];
  return text(words.map(({ zh }) => zh).join('；'), words.map(({ en }) => en).join('; '));
}

function areasWords(parts: Offer['parts']): Text | null {
  if (parts.length === 0) return null;
  const areas = parts.map(({ area }) => area);
  const [low, high] = [Math.min(...areas), Math.max(...areas)].map(squareMetres);
  return low === high
    ? text(`${low} m²`, `${low} m²`)
    : text(`${low} 至 ${high} m²`, `${low} to ${high} m²`);
}

/** Homes on the storey: where the largest room lies, and how much each household has to itself. */
export function homesOn({ plan, storey, holders }: BlockAsk) {
  const { rooms } = storeyRooms(storey, plan.storeys[storey]!, 'after');
  return new Map(
    holders.flatMap((holder) => {
      const own = rooms.filter((room) => room.holders.length === 1 && room.holders[0] === holder);
      const [largest] = own.toSorted((left, right) => right.area - left.area);
      const area = own.reduce((sum, one) => sum + one.area, 0);
      return largest ? [[holder, { at: largest.label, area }] as const] : [];
    }),
  );
}
