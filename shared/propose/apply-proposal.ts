import type { Draft } from 'immer';
import { storeyRooms } from '../derive/storey-rooms.ts';
import type { Command } from '../edit/command.ts';
import { type Intent, phaseOfAddition } from '../edit/intent.ts';
import { openingHeights } from '../edit/opening-sizes.ts';
import { gone, refusal } from '../edit/refusals.ts';
import { placeRiserLine } from '../edit/riser-line.ts';
import { storeyEdit } from '../edit/storey-edit.ts';
import { together } from '../edit/together.ts';
import { distance } from '../geometry/point.ts';
import {
  entries,
  type JointId,
  type NewId,
  type Opening,
  type Phase,
  type Point,
  type Storey,
  type Table,
  type WallId,
} from '../plan/model.ts';
import { text } from '../text.ts';
import { retireTag } from './divide-room.ts';
import type { Proposal, ProposedOpening } from './proposal.ts';

export interface ApplyProposal {
  readonly proposal: Proposal;
  readonly intent: Intent;
  readonly newId: NewId;
}

/**
 * Draws a proposal: partitions, doors, fixtures and tags with their holders come; the doors, fixtures
 * and tags that the room had and does not keep go. One step.
 */
export function applyProposal(options: ApplyProposal): Command {
  const { proposal, intent, newId } = options;
  const onStorey = applyOnStorey(options);
  const risers = proposal.block?.risers ?? [];
  if (risers.length === 0) return onStorey;
  // Stacks run straight through the storeys, also through those of other people.
  const lines = risers.map((riser) => placeRiserLine({ ...riser, intent, newId }));
  return together(onStorey.label, [onStorey, ...lines]);
}

function applyOnStorey({ proposal, intent, newId }: ApplyProposal): Command {
  const { storey: id, block } = proposal;
  const rooms = [proposal.room, ...(block?.rooms ?? [])];
  return storeyEdit({
    label: text('采用分隔方案', 'Apply proposal'),
    storey: id,
    newId,
    allow(storey, plan) {
      const holder = proposal.parts.find((part) => !(part.holder in plan.households))?.holder;
      if (holder) return gone({ kind: 'household', id: holder });
      const derived = storeyRooms(id, storey, 'after');
      // A door without its wall would be left out without a word.
      const hasWalls = proposal.openings.every(
        ({ wall }) => typeof wall === 'number' || wall in storey.walls,
      );
      return hasWalls && rooms.every((room) => derived.byId.get(room) !== undefined)
        ? null
        : refusal(
            'gone',
            '房间在求方案之后改动过，请重新求方案。',
            'The room has changed since. Ask for proposals again.',
          );
    },
    change(storey, before, making) {
      const derived = storeyRooms(id, before, 'after');
      for (const room of rooms) {
        for (const tag of derived.byId.get(room)?.tags ?? []) retireTag(storey, tag, intent);
      }
      for (const fixture of proposal.clears) retire(storey.fixtures, fixture, intent);
      for (const opening of proposal.closes) retire(storey.openings, opening, intent);
      const phase = phaseOfAddition(intent);
      const walls = proposal.walls.map(({ from, to, thickness }): WallId => {
        const wall = making.newId('wall');
        storey.walls[wall] = {
          a: jointAt(storey, from, making.newId),
          b: jointAt(storey, to, making.newId),
          thickness,
          kind: 'partition',
          phase,
        };
        return wall;
      });
      for (const opening of proposal.openings) {
        const wall = typeof opening.wall === 'number' ? walls[opening.wall]! : opening.wall;
        const drawn = openingIn(storey, wall, opening, phase);
        if (drawn) storey.openings[making.newId('opening')] = drawn;
      }
      for (const { at, use, name, holders } of block?.rests ?? []) {
        storey.rooms[making.newId('room')] = {
          at: { ...at },
          use,
          name,
          holders: [...holders],
          phase,
        };
      }
      for (const part of proposal.parts) {
        for (const { use, at, fixtures } of part.rooms) {
          storey.rooms[making.newId('room')] = {
            at: { ...at },
            use,
            name: '',
            holders: [part.holder],
            phase,
          };
          for (const fixture of fixtures) {
            storey.fixtures[making.newId('fixture')] = { ...fixture, at: { ...fixture.at }, phase };
          }
        }
      }
    },
  });
}

/** What the survey found is demolished by a proposal; anything else goes. */
function retire<K extends string>(table: Table<K, { phase: Phase }>, id: K, intent: Intent): void {
  const drafts = table as Record<K, { phase: Phase }>;
  const element = drafts[id];
  if (!element) return;
  if (intent === 'proposal' && element.phase === 'existing') element.phase = 'demolished';
  else delete drafts[id];
}

function jointAt(storey: Draft<Storey>, at: Point, newId: NewId): JointId {
  const known = entries(storey.joints).find(([, joint]) => joint.x === at.x && joint.y === at.y);
  if (known) return known[0];
  const id = newId('joint');
  storey.joints[id] = { x: at.x, y: at.y };
  return id;
}

/** Null where its wall is gone. */
function openingIn(
  storey: Storey,
  wall: WallId,
  { kind, jambs, leaf, opensTo }: ProposedOpening,
  phase: Phase,
): Opening | null {
  const facts = storey.walls[wall];
  const a = facts && storey.joints[facts.a];
  const b = facts && storey.joints[facts.b];
  if (!a || !b) return null;
  const length = distance(a, b);
  const along = (p: Point): number =>
    Math.round(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length);
  const [hung, other] = [along(jambs[0]), along(jambs[1])];
  const [offset, width] = [Math.min(hung, other), Math.abs(other - hung)];
  const left = (b.x - a.x) * (opensTo.y - a.y) - (b.y - a.y) * (opensTo.x - a.x) > 0;
  return {
    wall,
    kind,
    offset,
    width,
    ...(heightsThere(storey, wall, offset, width) ?? openingHeights[kind]),
    ...(kind === 'door'
      ? { leaf, hinge: hung < other ? 'a' : 'b', side: left ? 'left' : 'right' }
      : {}),
    phase,
  };
}

/** Of the hole that the wall has there already: nothing is cut above a door that is replaced. */
function heightsThere(
  storey: Storey,
  wall: WallId,
  offset: number,
  width: number,
): Pick<Opening, 'sill' | 'head'> | null {
  const there = entries(storey.openings).find(
    ([, was]) =>
      was.wall === wall &&
      was.phase !== 'new' &&
      was.sill === 0 &&
      was.offset <= offset &&
      was.offset + was.width >= offset + width,
  );
  return there ? { sill: 0, head: there[1].head } : null;
}
