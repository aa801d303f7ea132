import { describe, expect, it } from 'vitest';
import { once } from '../../shared/derive/once.ts';

/** A remembered function, and how often it was really called. */
function counted() {
  const calls: string[] = [];
  const remembered = once((word: string, table: { readonly name: string }) => {
    calls.push(word + table.name);
    return { of: table };
  });
  return { calls, remembered };
}
const tables = Array.from({ length: 12 }, (_, index) => ({ name: String(index) }));

describe('once', () => {
  it('answers the identical result for identical arguments', () => {
    const { calls, remembered } = counted();
    const [first] = tables;
    expect(remembered('a', first!)).toBe(remembered('a', first!));
    expect(calls).toEqual(['a0']);
    expect(remembered('b', first!)).not.toBe(remembered('a', first!));
    expect(remembered('a', { name: '0' })).not.toBe(remembered('a', first!));
  });

  it('derives again what it let go, and never for nothing once it holds enough', () => {
    const { calls, remembered } = counted();
    for (let round = 0; round < 8; round++) for (const table of tables) remembered('a', table);
    calls.length = 0;
    for (const table of tables) remembered('a', table);
    expect(calls).toEqual([]);
  });

  it('keeps what is asked for between while variants of another come and go', () => {
    const { calls, remembered } = counted();
    const [steady] = tables;
    remembered('steady', steady!);
    for (let move = 0; move < 100; move++) {
      remembered('drag', { name: String(move) });
      remembered('steady', steady!);
    }
    expect(calls.filter((call) => call.startsWith('steady'))).toHaveLength(1);
  });

  it('remembers nothing of a call that threw', () => {
    let calls = 0;
    const failing = once((_table: object): number => {
      calls += 1;
      if (calls === 1) throw new Error('no');
      return calls;
    });
    const table = {};
    expect(() => failing(table)).toThrow('no');
    expect(failing(table)).toBe(2);
    expect(failing(table)).toBe(2);
  });
});
