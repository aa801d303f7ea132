import { expect, test } from 'vitest';
import { handFirst, handMoves, tellOfHand } from '../../renderer/workers/hand-first.ts';

/** A clock that goes on only when somebody waits, or is told to. */
function setUp() {
  let at = 0;
  const pauses: number[] = [];
  let meanwhile = (): void => {};
  const hand = handFirst({
    now: () => at,
    pause: async (ms) => {
      pauses.push(ms);
      at += ms;
      meanwhile();
    },
  });
  return {
    hand,
    pauses,
    work: (ms: number) => {
      at += ms;
    },
    whilePausing: (heard: () => void) => {
      meanwhile = heard;
    },
  };
}

test('a search goes on while nobody moves, and listens now and then', async () => {
  const { hand, pauses, work } = setUp();
  expect(hand.turn()).toBeNull();
  work(5);
  expect(hand.turn()).toBeNull();
  work(5);
  await hand.turn();
  expect(pauses).toEqual([0]);
  expect(hand.turn()).toBeNull();
});

test('it waits until the hand has come to rest, however long that takes', async () => {
  const { hand, pauses, work, whilePausing } = setUp();
  let moves = 5;
  whilePausing(() => {
    if (moves > 0) hand.moved();
    moves -= 1;
  });
  hand.moved();
  work(20);
  await hand.turn();
  expect(pauses).toEqual([100, 120, 120, 120, 120, 120]);
  expect(hand.turn()).toBeNull();
});

class Moved extends Event {
  readonly buttons: number;
  readonly at: number;

  constructor(type: string, buttons: number, at: number) {
    super(type);
    this.buttons = buttons;
    this.at = at;
  }
  override get timeStamp(): number {
    return this.at;
  }
}

test('what is told of is dragging and zooming, not hovering, and not every move', () => {
  const told: unknown[] = [];
  const window = new EventTarget();
  const leave = tellOfHand({ postMessage: (word: unknown) => told.push(word) }, window);
  const heard = (...events: readonly Moved[]): number => {
    told.length = 0;
    for (const event of events) window.dispatchEvent(event);
    expect(told.every((word) => word === handMoves)).toBe(true);
    return told.length;
  };
  expect(heard(new Moved('pointermove', 0, 10), new Moved('pointermove', 0, 500))).toBe(0);
  const drag = Array.from(
    { length: 20 },
    (_, step) => new Moved('pointermove', 1, 1000 + 16 * step),
  );
  expect(heard(new Moved('pointerdown', 4, 990), ...drag)).toBe(6);
  expect(heard(new Moved('wheel', 0, 5000))).toBe(1);
  leave();
  expect(heard(new Moved('wheel', 0, 9000), new Moved('pointermove', 1, 9500))).toBe(0);
});
