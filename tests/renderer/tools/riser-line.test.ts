import { describe, expect, test } from 'vitest';
import { watchRisers } from '../../../renderer/editor/riser-offer.ts';
import { ghostStorey } from '../../../renderer/editor/store.ts';
import type { Plan, Storey } from '../../../shared/plan/model.ts';
import { countingIds, drawStorey, id, planOf, storey1 } from '../../plan/draw-plan.ts';
import { TestEditor } from './test-editor.ts';

const room = drawStorey(`
  A-----B
  |     |
  C-----D`);
const upper: Storey = { ...room, name: '二层', level: 2, elevation: 2900 };
const plan: Plan = { ...planOf(room), storeys: { [storey1]: room, [id('storey', '2')]: upper } };
const places = (editor: TestEditor): string[] =>
  Object.values(editor.plan.storeys).flatMap(({ risers }) =>
    Object.values(risers).map(({ line, at, phase }) => `${line} ${at.x},${at.y} ${phase}`),
  );
const withRiser = (): TestEditor => {
  const editor = new TestEditor(plan);
  watchRisers(editor.store, countingIds('w'));
  editor.store.getState().set({ intent: 'survey' });
  return editor.take('riser').click(1500, 500);
};

describe('a riser drawn once', () => {
  test('stands on every storey after one step, and on one where that is chosen', () => {
    const editor = withRiser();
    const [first, second] = places(editor);
    expect(first).toMatch(/^S1 /);
    expect(second).toBe(first);
    expect(editor.steps).toBe(1);
    const { toolOptions, set } = editor.store.getState();
    set({ toolOptions: { ...toolOptions, riserThrough: false } });
    editor.click(2500, 500);
    expect(places(editor)).toHaveLength(3);
    editor.store.getState().undo();
    editor.store.getState().undo();
    expect(editor.plan).toEqual(plan);
  });

  test('moved on one storey, offers to move the rest; taken, that is one more step', () => {
    const editor = withRiser().take('select');
    expect(editor.store.getState().message).toBeNull();
    const before = places(editor);
    const { at } = Object.values(editor.storey.risers)[0]!;
    editor.drag(at, { x: at.x + 300, y: at.y });
    const { message } = editor.store.getState();
    expect(message?.text.zh).toMatch(/立管 S1 在其他 1 层/);
    editor.store.getState().run(message!.offer!.command);
    const [first, second] = places(editor);
    expect(first).not.toBe(before[0]);
    expect(second).toBe(first);
    expect(editor.steps).toBe(3);
    expect(editor.store.getState().message).toBeNull();
  });

  test('undo and redo offer nothing, nor does a riser that stood out of line before', () => {
    const editor = withRiser().take('select');
    const { at } = Object.values(editor.storey.risers)[0]!;
    editor.drag(at, { x: at.x + 300, y: at.y });
    const { undo, redo, set } = editor.store.getState();
    set({ message: null });
    undo();
    redo();
    expect(editor.store.getState().message).toBeNull();
    // A new watch knows of no offer: the riser stood out of line before.
    const later = new TestEditor(editor.plan);
    watchRisers(later.store, countingIds('w'));
    later.store.getState().set({ intent: 'survey' });
    later.take('select').drag({ x: at.x + 300, y: at.y }, { x: at.x + 500, y: at.y });
    expect(later.steps).toBe(1);
    expect(later.store.getState().message).toBeNull();
  });

  test('nudged on, it is offered still', () => {
    const editor = withRiser().take('select');
    const { at } = Object.values(editor.storey.risers)[0]!;
    editor.drag(at, { x: at.x + 300, y: at.y });
    editor.drag({ x: at.x + 300, y: at.y }, { x: at.x + 500, y: at.y });
    editor.store.getState().run(editor.store.getState().message!.offer!.command);
    expect(new Set(places(editor)).size).toBe(1);
  });

  test('in a proposal the offer is made for the piece that came in place of the surveyed one', () => {
    const editor = withRiser().take('select');
    editor.store.getState().set({ intent: 'proposal' });
    const { at } = Object.values(editor.storey.risers)[0]!;
    editor.drag(at, { x: at.x + 300, y: at.y });
    const { message, run } = editor.store.getState();
    run(message!.offer!.command);
    expect(places(editor).filter((one) => one.endsWith('demolished'))).toHaveLength(2);
    expect(new Set(places(editor).filter((one) => one.endsWith('new'))).size).toBe(1);
  });
});

test('the storey that shows through is the next one that there is', () => {
  const { store } = new TestEditor(plan);
  expect(ghostStorey(store.getState())).toBeUndefined();
  store.getState().set({ ghost: { show: 'above', strength: 0.4 } });
  expect(ghostStorey(store.getState())).toBe(upper);
  store.getState().set({ ghost: { show: 'below', strength: 0.4 } });
  expect(ghostStorey(store.getState())).toBeUndefined();
  store.getState().set({ storey: id('storey', '2') });
  expect(ghostStorey(store.getState())).toBe(room);
});
