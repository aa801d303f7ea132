import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planRooms } from '../../shared/derive/households.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { Command } from '../../shared/edit/command.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { describeRoom } from '../../shared/edit/describe-room.ts';
import { perform, startHistory } from '../../shared/edit/history.ts';
import { parseDocument } from '../../shared/exchange/document.ts';
import {
  type ElementRef,
  entries,
  type HouseholdId,
  type Plan,
  type RoomId,
  type StoreyId,
} from '../../shared/plan/model.ts';
import { mergeRooms } from '../../shared/propose/merge-rooms.ts';
import { check } from '../../shared/rules/check.ts';
import { sequentialIds } from '../plan-from-drawing.ts';

/** The published building of two households: what breaks one household's kitchen breaks it alone. */

const sample = resolve(import.meta.dirname, '../../assets/samples/duplex.json');
const { document } = parseDocument(readFileSync(sample, 'utf8'));
const plan: Plan = document!.schemes[0]!.plan;
const ground = 'storey_1' as StoreyId;

function edited(...commands: Command[]): Plan {
  return commands.reduce((history, command) => {
    const result = perform(history, command);
    expect(result.refusal).toBeNull();
    return result.history;
  }, startHistory(plan)).plan;
}

const breaches = (of: Plan): [string, string, string][] =>
  check(of)
    .filter((finding) => finding.severity === 'breach')
    .map(({ id, text }) => [id, text.zh, text.en]);

const holderOf = (letter: string): HouseholdId =>
  entries(plan.households).find(([, household]) => household.door === letter)![0];

describe.each(['A', 'B'])('household %s of the duplex', (letter) => {
  const kitchen = `room_${letter}103` as RoomId;
  const household = holderOf(letter);

  it('has no breach as published', () => {
    expect(breaches(plan)).toEqual([]);
  });

  it.each(['sink', 'cooker', 'wc'] as const)('fails alone when it loses every %s', (kind) => {
    const own = planRooms(plan, 'after').flatMap(({ rooms, storey }) =>
      entries(plan.storeys[storey]!.fixtures).flatMap(([id, fixture]) => {
        const room = rooms.find(
          (one) => one.holders.includes(household as never) && near(one.polygon, fixture.at),
        );
        return room && fixture.kind === kind ? [{ kind: 'fixture', id, storey } as ElementRef] : [];
      }),
    );
    expect(own.length).toBeGreaterThan(0);
    const commands = own.map((ref) =>
      deleteElements({ storey: ref.storey!, elements: [ref], intent: 'proposal' }),
    );
    const words = {
      sink: [
        'kitchen',
        `${letter}室的“${letter}103 厨房 Kitchen”缺少洗涤池，不能作为厨房使用。`,
        'lacks a sink',
      ],
      cooker: [
        'kitchen',
        `${letter}室的“${letter}103 厨房 Kitchen”缺少灶具，不能作为厨房使用。`,
        'lacks a cooker',
      ],
      wc: [
        'bathroom',
        `${letter}室的“${letter}104 卫生间 Bathroom 1”缺少便器，不能作为卫生间使用。`,
        'lacks a WC',
      ],
    }[kind];
    expect(breaches(edited(...commands))).toEqual([
      [`F1/${words[0]}/${household}`, words[1], expect.stringContaining(words[2]!)],
    ]);
  });

  it('fails alone when the line between its kitchen and the living room goes', () => {
    const { links } = storeyRooms(ground, plan.storeys[ground]!, 'after');
    const line = links.find(
      ({ kind, from, to }) => kind === 'boundary' && (from === kitchen || to === kitchen),
    )!;
    const open = edited(
      deleteElements({
        storey: ground,
        elements: [{ kind: 'wall', id: line.wall, storey: ground }],
        intent: 'proposal',
      }),
    );
    expect(breaches(open)).toEqual([
      [`F1/kitchen/${household}`, `${letter}室没有厨房。`, `Household ${letter} has no kitchen.`],
    ]);
  });

  it('fails alone when it has to share its kitchen with the other', () => {
    const other = holderOf(letter === 'A' ? 'B' : 'A');
    const shared = edited(
      describeRoom({
        storey: ground,
        room: kitchen,
        change: { holders: [household, other] },
        intent: 'proposal',
        newId: sequentialIds(),
      }),
    );
    expect(breaches(shared).map(([id]) => id)).toEqual([`F1/kitchen/${household}`]);
  });

  it('fails alone when its kitchen is merged into the living room', () => {
    const living = `room_${letter}102` as RoomId;
    const merged = edited(
      mergeRooms({
        storey: ground,
        rooms: [kitchen, living],
        keep: living,
        intent: 'proposal',
        newId: sequentialIds(),
      }),
    );
    expect(breaches(merged)).toEqual([
      [`F1/kitchen/${household}`, `${letter}室没有厨房。`, `Household ${letter} has no kitchen.`],
    ]);
  });
});

/** Whether a point lies in the ring or within 150 mm of its box. */
function near(ring: readonly { x: number; y: number }[], p: { x: number; y: number }): boolean {
  const xs = ring.map(({ x }) => x);
  const ys = ring.map(({ y }) => y);
  return (
    p.x >= Math.min(...xs) - 150 &&
    p.x <= Math.max(...xs) + 150 &&
    p.y >= Math.min(...ys) - 150 &&
    p.y <= Math.max(...ys) + 150
  );
}
