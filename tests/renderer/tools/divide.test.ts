import { describe, expect, it } from 'vitest';
import { roomsBeforeDivision, shownRooms } from '../../../renderer/canvas/shown.ts';
import {
  changeDivision,
  changePartCount,
  switchToProposals,
} from '../../../renderer/tools/divide-tool.ts';
import type { Division } from '../../../renderer/tools/division.ts';
import { turnsOf } from '../../../renderer/tools/part-names.ts';
import { entries, type HouseholdId, type StoreyId } from '../../../shared/plan/model.ts';
import type { PartSide } from '../../../shared/propose/room-to-cut.ts';
import { planOf, storeyFromDrawing, storeyId } from '../../plan-from-drawing.ts';
import { brothers } from '../../samples/brothers.ts';
import { schemePlan } from '../../samples/sample-plan.ts';
import { TestEditor } from './test-editor.ts';

const jia = 'household_302A' as HouseholdId;
const yi = 'household_302B' as HouseholdId;

/** 2,000 by 2,000 mm between the faces of 120 mm walls, shared by two households. */
const open = () =>
  new TestEditor(
    planOf(
      storeyFromDrawing(
        `
        +-+
        |k|
        +-+
        `,
        { step: 1060, tags: { k: { use: 'kitchen-bath', holders: [jia, yi] } } },
      ),
      ['302A', '302B'],
    ),
  );
const partAreas = (editor: TestEditor): number[] => {
  const plan = state(editor).division?.plan;
  return plan?.ok ? plan.parts.map(({ area }) => area) : [];
};
/** 5,880 by 2,880 mm between faces. */
const wide = () =>
  new TestEditor(
    planOf(
      storeyFromDrawing(`
      +-----+
      |     |
      |k    |
      +-----+
      `),
    ),
  );
/** The same with a corridor along it. */
const beside = () =>
  new TestEditor(
    planOf(
      storeyFromDrawing(
        `
        +-----+
        |c    |
        +-----+
        |     |
        |k    |
        +-----+
        `,
        {
          tags: {
            c: { use: 'corridor', holders: ['building'] },
            k: { use: 'kitchen-bath', holders: [jia, yi] },
          },
        },
      ),
      ['302A', '302B'],
    ),
  );
const linesOf = (editor: TestEditor) => {
  const plan = state(editor).division?.plan;
  return plan?.ok ? plan.cuts.lines : [];
};
const state = (editor: TestEditor) => editor.runner.stateOf('divide');

describe('divide tool', () => {
  it('shows both net areas before anything is applied, one half for each holder', () => {
    const editor = open().take('divide').click(1060, 1060);
    const { division } = state(editor);
    expect(division?.plan.ok).toBe(true);
    expect(editor.areas()).toEqual(['1.90', '1.90']);
    expect(division?.parts.map(({ holders }) => holders)).toEqual([[jia], [yi]]);
    expect(division?.parts.map(({ use }) => use)).toEqual(['kitchen-bath', 'kitchen-bath']);
    expect(editor.steps).toBe(0);
  });

  it('applies with Enter as one step that undo takes back whole', () => {
    const editor = open();
    const before = editor.plan;
    editor.take('divide').click(1060, 1060).key('Enter');
    expect(editor.steps).toBe(1);
    expect(editor.areas(editor.plan)).toEqual(['1.90', '1.90']);
    const parts = [...editor.rooms(editor.plan)].sort(
      (left, right) => left.label.x - right.label.x,
    );
    expect(parts.map(({ holders }) => holders)).toEqual([[jia], [yi]]);
    expect(editor.store.getState().tool).toBe('select');
    editor.store.getState().undo();
    expect(editor.plan).toEqual(before);
  });

  it('follows the dragged partition and keeps the sum', () => {
    const editor = open().take('divide').click(1060, 1060);
    editor.move(1060, 1060).down(1060, 1060).move(1260, 1260).up(1260, 1260);
    const { division } = state(editor);
    expect(division?.by).toEqual({ widths: [1150] });
    expect(editor.areas()).toEqual(['1.50', '2.30']);
  });

  it('stops where no partition can stand', () => {
    const editor = open().take('divide').click(1060, 1060);
    editor.down(1060, 1060).move(9000, 9000).up(9000, 9000);
    expect(state(editor).division?.plan.ok).toBe(true);
  });

  it('takes changes from the panel', () => {
    const editor = open().take('divide').click(1060, 1060);
    const change = (part: Parameters<typeof changeDivision>[1]) =>
      editor.runner.update('divide', (now, context) => changeDivision(now, part, context));
    change({ thickness: 120 });
    expect(editor.areas()).toEqual(['1.88', '1.88']);
    change({ by: { widths: [10] } });
    expect(state(editor).division?.plan.ok).toBe(false);
    expect(editor.store.getState().scratch).toBeNull();
  });

  it('shows a refused partition, to be dragged on to where it may stand', () => {
    // Level, in the middle of the brothers' 4 m2: it would stand in both sliding doors.
    const editor = new TestEditor(schemePlan(brothers(), 0)).take('divide').click(2150, 4000);
    const change = (part: Parameters<typeof changeDivision>[1]) =>
      editor.runner.update('divide', (now, context) => changeDivision(now, part, context));
    change({ direction: { degrees: 0 } });
    const refused = state(editor).division?.plan;
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: 'cuts-opening' },
      trial: { widths: [950] },
    });
    expect(editor.runner.guides().map(({ kind }) => kind)).toEqual(['line', 'handle']);
    expect(editor.runner.guides()[0]).toMatchObject({ style: 'refused' });
    editor.down(2150, 4040).move(2150, 4140);
    expect(state(editor).division?.plan).toMatchObject({ ok: false, trial: { widths: [1050] } });
    editor.move(2150, 4540).up(2150, 4540);
    expect(state(editor).division?.plan).toMatchObject({ ok: true, widths: [1450] });
    expect(editor.runner.guides()[2]).toMatchObject({ kind: 'line', style: 'cut' });
  });

  it('shows a partition that leaves too narrow a part where it was asked for', () => {
    const editor = open().take('divide').click(1060, 1060);
    editor.runner.update('divide', (now, context) =>
      changeDivision(now, { by: { widths: [10] } }, context),
    );
    expect(state(editor).division?.plan).toMatchObject({ ok: false, trial: { widths: [10] } });
    editor.runner.update('divide', (now, context) =>
      changeDivision(now, { by: { widths: [90_000] } }, context),
    );
    expect(editor.runner.guides().map(({ kind }) => kind)).toEqual(['line', 'handle']);
  });

  it('leaves nothing behind on Esc', () => {
    const editor = open().take('divide').click(1060, 1060);
    expect(editor.escape()).toBe(true);
    expect(state(editor).division).toBeNull();
    expect(editor.store.getState().scratch).toBeNull();
    expect(editor.steps).toBe(0);
  });

  it('divides into several, and a dragged partition leaves the others where they are', () => {
    const editor = wide().take('divide').click(3000, 1500);
    editor.runner.update('divide', (now, context) => changePartCount(now, 3, context));
    expect(editor.areas()).toEqual(['5.45', '5.45', '5.45']);
    const [first, second] = linesOf(editor);
    editor.down(first!.from.x, 1500).move(first!.from.x - 400, 1500);
    editor.up(first!.from.x - 400, 1500);
    expect(linesOf(editor)[1]).toEqual(second);
    const areas = partAreas(editor);
    expect(areas.reduce((sum, area) => sum + area, 0)).toBe((5880 - 200) * 2880);
    expect(areas[0]! < areas[2]! && areas[2]! < areas[1]!).toBe(true);
    editor.key('Enter');
    expect(editor.steps).toBe(1);
    expect(editor.rooms(editor.plan)).toHaveLength(3);
  });

  it('snaps to round shares of both parts beside the partition, unless Ctrl or Alt is held', () => {
    const editor = wide().take('divide').click(3000, 1500);
    const share = () =>
      editor.runner.guides().flatMap((guide) => (guide.kind === 'area' ? (guide.share ?? []) : []));
    const x = linesOf(editor)[0]!.from.x;
    // A third of the net area is 1,927 mm wide, 963 mm to the left of the middle.
    editor.down(x, 1500).move(x - 955, 1500);
    expect(share()).toEqual([1, 3]);
    expect(editor.areas()).toEqual(['11.10', '5.55']);
    editor.move(x - 955, 1500, { suspend: true });
    expect(share()).toEqual([]);
    expect(state(editor).division?.by).toEqual({ widths: [1935] });
    editor.up(x - 955, 1500);
  });

  it('cuts a corner off with one partition that turns, dragged by its turn', () => {
    const editor = wide().take('divide').click(3000, 1500);
    editor.runner.update('divide', (now, context) =>
      changeDivision(now, { shape: 'left-lower', by: { widths: [2000, 1500] } }, context),
    );
    expect(editor.areas()).toEqual(['13.57', '3.00']);
    const turn = linesOf(editor)[0]!.to;
    editor.down(turn.x, turn.y).move(turn.x + 200, turn.y + 100, { suspend: true });
    editor.up(turn.x + 200, turn.y + 100);
    expect(state(editor).division?.by).toEqual({ widths: [2200, 1600] });
    editor.key('Enter');
    expect(editor.steps).toBe(1);
    editor.store.getState().undo();
    expect(editor.rooms(editor.plan)).toHaveLength(1);
  });

  it('gives every part a door from common space in the same step, or none where none is wanted', () => {
    const editor = beside().take('divide').click(3000, 1500);
    editor.runner.update('divide', (now, context) =>
      changeDivision(now, { picks: [null, 'none'] }, context),
    );
    editor.key('Enter');
    expect(editor.steps).toBe(1);
    const doors = entries(editor.plan.storeys[storeyId]!.openings).map(([, door]) => door);
    expect(doors).toHaveLength(1);
    expect(doors[0]).toMatchObject({ kind: 'door', width: 700, leaf: 'swing' });
  });

  it('keeps the proposals’ room while the plan is looked at before the works; not a cut by hand', () => {
    const editor = open().take('divide').click(1060, 1060);
    const room = state(editor).division?.room;
    editor.store.getState().set({ view: 'before' });
    expect(state(editor).division).toBeNull();
    editor.store.getState().set({ view: 'after' });
    editor.click(1060, 1060);
    editor.runner.update('divide', (now, context) => switchToProposals(now, true, context));
    for (const view of ['before', 'changes', 'after'] as const) {
      editor.store.getState().set({ view });
      expect(state(editor)).toMatchObject({ division: { room }, proposes: true });
    }
  });

  it('tells the two ways with the walls apart in a room that stands askew', () => {
    const words = (sides: readonly [readonly PartSide[], readonly PartSide[]]) =>
      turnsOf({ now: sides[0], across: sides[0], along: sides[1] } as Division['sides']).map(
        ({ turn, words: { zh } }) => `${turn} ${zh}`,
      );
    expect(
      words([
        ['left', 'right'],
        ['lower', 'upper'],
      ]),
    ).toEqual(['across 左右分', 'along 上下分']);
    expect(
      words([
        ['lower', 'upper'],
        ['left', 'right'],
      ]),
    ).toEqual(['along 左右分', 'across 上下分']);
    expect(
      words([
        ['left', 'right'],
        ['left', 'right'],
      ]),
    ).toEqual(['across 垂直长边', 'along 平行长边']);
  });

  it('names its parts itself, but not the rooms of a proposal that is looked at', () => {
    const editor = open().take('divide').click(1060, 1060);
    const labelled = () => {
      const now = editor.store.getState();
      const before = roomsBeforeDivision(now, state(editor));
      return (before ?? shownRooms(now)).map(({ area }) => area);
    };
    const parts = partAreas(editor);
    expect(parts).toHaveLength(2);
    expect(labelled()).toEqual([4_000_000]);

    const proposed = editor.store.getState().scratch;
    editor.runner.update('divide', (now, context) => switchToProposals(now, true, context));
    editor.store.setState({ scratch: proposed });
    expect(labelled()).toEqual(parts);
  });

  describe('with another storey to look at', () => {
    const upper = 'storey_upper' as StoreyId;
    const stacked = () => {
      const one = open();
      const lower = one.plan.storeys[storeyId]!;
      const plan = {
        ...one.plan,
        storeys: { ...one.plan.storeys, [upper]: { ...lower, level: 2 } },
      };
      return new TestEditor(plan);
    };
    const propose = (editor: TestEditor): void =>
      editor.runner.update('divide', (now, context) => switchToProposals(now, true, context));
    const goTo = (editor: TestEditor, storey: StoreyId): void =>
      editor.store.getState().set({ storey });

    it('keeps the proposals’ room, and comes back to it as it was', () => {
      const editor = stacked().take('divide').click(1060, 1060);
      propose(editor);
      const room = state(editor).division?.room;
      goTo(editor, upper);
      expect(state(editor)).toMatchObject({
        division: null,
        proposes: true,
        away: { storey: storeyId, room },
      });
      goTo(editor, storeyId);
      expect(state(editor)).toMatchObject({ division: { room }, proposes: true, away: null });
    });

    it('turns to a room that is chosen there', () => {
      const editor = stacked().take('divide').click(1060, 1060);
      propose(editor);
      goTo(editor, upper);
      editor.click(1060, 1060);
      expect(state(editor).division).not.toBeNull();
      expect(state(editor)).toMatchObject({ proposes: true, away: null });
    });

    it('gives the proposals up on Esc', () => {
      const editor = stacked().take('divide').click(1060, 1060);
      propose(editor);
      goTo(editor, upper);
      editor.runner.input({ type: 'cancel' });
      expect(state(editor)).toMatchObject({ proposes: false, away: null });
      expect(editor.store.getState().tool).toBe('select');
    });

    it('begins anew where it was cut by hand', () => {
      const editor = stacked().take('divide').click(1060, 1060);
      goTo(editor, upper);
      expect(state(editor)).toMatchObject({ division: null, proposes: false, away: null });
      expect(editor.shown).toBe(editor.plan);
    });
  });
});
