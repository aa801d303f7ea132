import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress, toolKeys } from '../../renderer/editor/keyboard.ts';

const press = (key: string, held: Partial<KeyPress> = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('keys', () => {
  it('takes a tool with one letter, whatever the caps lock', () => {
    for (const [key, { tool }] of Object.entries(toolKeys)) {
      expect(press(key)).toMatchObject({ type: 'tool', tool });
      expect(press(key.toUpperCase())).toMatchObject({ type: 'tool', tool });
    }
  });

  it('undoes and redoes', () => {
    expect(press('z', { ctrlKey: true })).toEqual({ type: 'undo' });
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toEqual({ type: 'redo' });
    expect(press('y', { ctrlKey: true })).toEqual({ type: 'redo' });
  });

  it('nudges by 10 mm, and by 100 mm with Shift', () => {
    expect(press('ArrowUp')).toEqual({ type: 'nudge', by: { x: 0, y: 10 } });
    expect(press('ArrowLeft', { shiftKey: true })).toMatchObject({ by: { x: -100 } });
  });

  it('leaves unknown keys and Alt alone', () => {
    expect(press('j')).toBeNull();
    expect(press('d', { altKey: true })).toBeNull();
    expect(press('w', { ctrlKey: true })).toBeNull();
  });
});
