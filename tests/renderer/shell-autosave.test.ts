import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../renderer/editor/autosave.ts';

/** A draft is a number here; a disk that can be out of order. */
function desk() {
  const written: (number | 'discarded')[] = [];
  const state = { now: 0 as number | null, broken: false, isTaken: false };
  const autosave = createAutosave<number>({
    current: () => state.now,
    write: async (draft) => {
      if (state.broken) throw new Error('disk full');
      if (state.isTaken) return { written: false, savedAt: 'by another', edits: 7 };
      written.push(draft);
      return { written: true, savedAt: `written ${draft}`, edits: draft };
    },
    discard: async () => {
      written.push('discarded');
    },
    restoredAt: null,
  });
  const edit = (draft: number | null) => {
    state.now = draft;
    autosave.edited();
  };
  return { written, state, autosave, edit };
}

describe('autosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes within one second of the last edit, and only the newest draft', async () => {
    const { written, autosave, edit } = desk();
    edit(1);
    edit(2);
    expect(autosave.status.getState().state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([2]);
    expect(autosave.status.getState()).toMatchObject({ state: 'saved', savedAt: 'written 2' });
  });

  it('writes during edits without a pause', async () => {
    const { written, edit } = desk();
    for (let draft = 1; draft <= 20; draft += 1) {
      edit(draft);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(written.length).toBeGreaterThan(2);
  });

  it('writes at once when asked, and nothing twice', async () => {
    const { written, autosave, edit } = desk();
    edit(1);
    await autosave.flush();
    expect(written).toEqual([1]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(written).toEqual([1]);
  });

  it('says a failure, tries again by itself, and loses nothing', async () => {
    const { written, state, autosave, edit } = desk();
    state.broken = true;
    edit(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(autosave.status.getState().state).toBe('failed');
    edit(2);
    expect(autosave.status.getState().state).toBe('failed');
    state.broken = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toEqual([2]);
    expect(autosave.status.getState().state).toBe('saved');
  });

  it('says that another draft lies there, and asks again only with the next edit', async () => {
    const { written, state, autosave, edit } = desk();
    state.isTaken = true;
    edit(1);
    await vi.advanceTimersByTimeAsync(1000);
    const refused = { state: 'refused', other: { savedAt: 'by another', edits: 7 } };
    expect(autosave.status.getState()).toMatchObject(refused);
    await vi.advanceTimersByTimeAsync(20_000);
    edit(2);
    expect(autosave.status.getState()).toMatchObject(refused);
    state.isTaken = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([2]);
    expect(autosave.status.getState()).toMatchObject({ state: 'saved', other: null });
  });

  it('forgets the draft when undo leads back to the version', async () => {
    const { written, autosave, edit } = desk();
    edit(1);
    await vi.advanceTimersByTimeAsync(1000);
    edit(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([1, 'discarded']);
    expect(autosave.status.getState()).toMatchObject({ state: 'clean', savedAt: null });
  });

  it('writes an edit that came during a write', async () => {
    const { written, state, autosave } = desk();
    state.now = 1;
    autosave.edited();
    const flushed = autosave.flush();
    state.now = 2;
    autosave.edited();
    await flushed;
    await vi.advanceTimersByTimeAsync(1000);
    expect(written).toEqual([1, 2]);
  });

  it('writes nothing after the end', async () => {
    const { written, autosave, edit } = desk();
    edit(1);
    autosave.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(written).toEqual([]);
  });
});
