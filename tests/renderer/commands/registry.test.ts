import { describe, expect, it } from 'vitest';
import { sections } from '../../../renderer/commands/command.ts';
import { commandOfKey, commands, menuOf } from '../../../renderer/commands/registry.ts';
import { pinyinInitials, searchCommands, withRecent } from '../../../renderer/commands/search.ts';
import { type KeyPress, keyName, shownKey } from '../../../renderer/editor/keyboard.ts';
import { planOf, storeyFromDrawing } from '../../plan-from-drawing.ts';
import { KeyEditor } from '../test-host.ts';

const plan = planOf(
  storeyFromDrawing(`
  +-+-+
  | ! |
  |a!b|
  +-+-+
`),
);
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const found = (words: string, recent: readonly string[] = []) =>
  searchCommands(commands, words, recent).map(({ id }) => id);

describe('the registry', () => {
  it('names every command once, in both languages, in a known section', () => {
    const ids = commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, name, section } of commands) {
      expect(name.zh, id).toMatch(/\p{Script=Han}/u);
      expect(name.en, id).toMatch(/[A-Za-z]/);
      expect(sections).toContain(section);
    }
  });

  it('gives a key to one command only', () => {
    const keys = commands.flatMap(({ keys = [] }) => keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has keys that a press of them reaches', () => {
    for (const command of commands) {
      for (const name of command.keys ?? []) {
        const parts = name.split(/\+(?=.)/);
        const held = {
          ctrlKey: parts.includes('Ctrl'),
          shiftKey: parts.includes('Shift'),
          altKey: parts.includes('Alt'),
        };
        expect(commandOfKey(press(parts.at(-1)!, held)), name).toBe(command);
      }
    }
  });

  it('takes a tool with one letter, whatever the caps lock; Command is Ctrl', () => {
    expect(commandOfKey(press('w'))?.id).toBe('tool-wall');
    expect(commandOfKey(press('W'))?.id).toBe('tool-wall');
    expect(commandOfKey(press('z', { metaKey: true }))?.id).toBe('undo');
    expect(commandOfKey(press('Z', { ctrlKey: true, shiftKey: true }))?.id).toBe('redo');
    expect(commandOfKey(press('?', { shiftKey: true }))?.id).toBe('help');
    expect(commandOfKey(press('j'))).toBeNull();
    expect(commandOfKey(press('d', { altKey: true }))).toBeNull();
  });

  it('shows keys as people read them', () => {
    expect(keyName(press(' '))).toBe('Space');
    expect(shownKey('Shift+ArrowUp')).toBe('Shift+↑');
    expect(shownKey('+')).toBe('+');
    expect(shownKey('-')).toBe('−');
  });

  it('offers a menu for whatever lies under the pointer', () => {
    for (const under of ['wall', 'opening', 'fixture', 'riser', 'room', 'empty'] as const) {
      expect(menuOf(under).length, under).toBeGreaterThan(2);
    }
    expect(menuOf('wall').map(({ id }) => id)).toContain('delete');
  });
});

describe('search', () => {
  it('finds by Chinese, by initials of pinyin, by English and by other words', () => {
    expect(found('画墙')[0]).toBe('tool-wall');
    expect(found('hq')[0]).toBe('tool-wall');
    expect(found('divide')[0]).toBe('tool-divide');
    expect(found('room')).toContain('tool-divide');
    expect(found('坐便器')).toEqual(['tool-fixture']);
    expect(found('ctrl+z')).toContain('undo');
    expect(found('没有这样的命令')).toEqual([]);
  });

  it('puts what was used last first, and among equals', () => {
    expect(found('', ['fit', 'undo']).slice(0, 2)).toEqual(['fit', 'undo']);
    expect(found('view', ['view-after'])[0]).toBe('view-after');
    expect(withRecent(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(withRecent(['1', '2', '3', '4', '5', '6', '7', '8'], '9')).toHaveLength(8);
  });

  it('knows initials', () => {
    expect(pinyinInitials('撤销')).toBe('cx');
    expect(pinyinInitials('面板：住户')).toBe('mbzh');
    expect(pinyinInitials('旋转 90°')).toBe('xz90');
  });
});

describe('running a command', () => {
  it('says why it cannot be done', () => {
    const editor = new KeyEditor(plan).press('Delete');
    expect(editor.message).toBe('Select something on the plan first');
    expect(editor.steps).toBe(0);
  });

  it('refuses edits while a saved version is looked at', () => {
    const editor = new KeyEditor(plan);
    const version = '2026-01-01T00-00-00-000Z-0123456789abcdef' as never;
    editor.store.getState().set({ reading: { version, plan } });
    editor.press('w');
    expect(editor.store.getState().tool).toBe('select');
    expect(editor.message).toMatch(/cannot be changed/);
    expect(editor.press('m').store.getState().tool).toBe('measure');
  });

  it('turns, deletes and brings back what is selected', () => {
    const editor = new KeyEditor(plan).click(2000, 400);
    const wall = editor.selected[0]!;
    editor.press('Delete');
    expect(wall in editor.storey.walls).toBe(false);
    editor.press('Ctrl+z');
    expect(editor.plan).toEqual(plan);
  });

  it('asks the screen for what only the screen can do', () => {
    const editor = new KeyEditor(plan).press('Ctrl+k', '?', 'Ctrl+2', 'F6', 'g');
    expect(editor.asked).toEqual([
      'palette',
      'help',
      { panel: 'households' },
      { region: 1 },
      'go-to',
    ]);
  });
});
