import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import { planOf, storeyFromDrawing } from '../plan-from-drawing.ts';
import { KeyEditor } from './test-host.ts';

/** A storey whose rooms cannot be worked out, through a fault of ours, can still be edited. */

const knot = vi.hoisted(() => ({ isTied: true }));
vi.mock('../../shared/derive/storey-rooms.ts', async (original) => {
  const real = await original<typeof import('../../shared/derive/storey-rooms.ts')>();
  const storeyRooms: typeof real.storeyRooms = (id, storey, moment) => {
    if (knot.isTied && storey.name === 'knot') throw new RangeError('the faces do not close');
    return real.storeyRooms(id, storey, moment);
  };
  return { ...real, storeyRooms };
});

const storey = storeyFromDrawing(`
  +-+-+
  | ! |
  |a!b|
  +-+-+
`);
const knotted = planOf({ ...storey, name: 'knot' });
const upper = 'storey_upper' as StoreyId;
const both: Plan = {
  ...knotted,
  storeys: { ...knotted.storeys, [upper]: { ...storey, name: 'sound', level: 2 } },
};

beforeEach(() => {
  knot.isTied = true;
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('a storey that cannot be worked out', () => {
  it('shows what is drawn: it can be selected, walked through, drawn on and undone', () => {
    const editor = new KeyEditor(knotted).click(2000, 400);
    expect(editor.selected).toEqual(['wall_2-0-v']);
    editor.press(']', ']');
    expect(editor.selected[0]).toMatch(/^wall_/);
    editor.press('Escape', 'w').goTo(6000, 0).press('Enter').goTo(8000, 0).press('Enter');
    expect(editor.steps).toBe(1);
    editor.press('Escape', 'Ctrl+z');
    expect(editor.plan).toEqual(knotted);
  });

  it('is a finding, and nobody is judged by what is not known', () => {
    const findings = check(both);
    expect(findings.map(({ rule }) => rule)).toContain('drawing/rooms-failed');
    expect(findings.find(({ rule }) => rule === 'drawing/rooms-failed')?.text.en).toMatch(
      /the faces do not close.*fault of the program/,
    );
    expect(findings.flatMap(({ households }) => households)).toEqual([]);
  });

  it('leaves the other storeys as they are', () => {
    const editor = new KeyEditor(both);
    editor.store.getState().set({ storey: upper });
    expect(editor.rooms(both).map(({ id }) => id)).toEqual(['room_a', 'room_b']);
  });

  it('a tool that fails starts again, says nothing wrong, and the plan stays', () => {
    const editor = new KeyEditor(knotted);
    // A fixture asks for the rooms, which are not to be had.
    editor.press('x');
    expect(() => editor.runner.guides()).not.toThrow();
    editor.click(1000, 1000);
    expect(editor.plan.storeys[editor.storeyId]?.walls).toBe(
      knotted.storeys[editor.storeyId]?.walls,
    );
  });

  it('an edit that fails is said, and changes nothing', () => {
    const editor = new KeyEditor(knotted);
    const done = editor.store.getState().run({
      label: { zh: '坏', en: 'bad' },
      apply() {
        throw new Error('out of joint');
      },
    });
    expect(done).toBe(false);
    expect(editor.message).toMatch(/failed and changed nothing/);
    expect(editor.plan).toBe(knotted);
  });
});
