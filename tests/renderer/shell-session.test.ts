import { describe, expect, it } from 'vitest';
import { openSession, type Request } from '../../renderer/editor/session.ts';
import { emptyPlan } from '../../renderer/editor/session-start.ts';
import { isDirty, shownPlan } from '../../renderer/editor/store.ts';
import type { Arguments, BuildingContent, VersionSummary } from '../../shared/bridge.ts';
import { addHousehold } from '../../shared/edit/households.ts';
import type {
  BuildingId,
  IdKind,
  IdOfKind,
  NewId,
  Plan,
  SchemeId,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';

const building = 'building_one' as BuildingId;
const scheme = 'scheme_one' as SchemeId;

function counter(): NewId {
  let last = 0;
  return <K extends IdKind>(kind: K) => {
    last += 1;
    return `${kind}_n${last}` as string as IdOfKind[K];
  };
}

/** A host in memory: one building with one scheme. */
function host() {
  const versions: { summary: VersionSummary; plan: Plan }[] = [];
  let draft: Arguments<'draft.write'>['draft'] | null = null;
  const content = (): BuildingContent => ({
    id: building,
    name: 'One',
    address: '',
    archived: false,
    schemes: [
      {
        id: scheme,
        name: 'A',
        description: '',
        archived: false,
        since: '2026-03-01T08:00:00.000Z',
        versions: versions.map(({ summary }) => summary),
        fork: null,
        gaps: [],
        uncertain: [],
        derogations: [],
        surveys: [],
        surveysKept: [],
        draft: draft
          ? { savedAt: '2026-03-01T08:00:00.000Z', edits: draft.edits, base: draft.base }
          : null,
        figures: null,
      },
    ],
    contacts: [],
    readOnly: false,
    problems: [],
  });
  const answers: Record<string, (argument: never) => unknown> = {
    'building.open': content,
    'draft.read': () => draft && { ...draft, savedAt: '2026-03-01T08:00:00.000Z' },
    'draft.write': (argument: Arguments<'draft.write'>) => {
      draft = argument.draft;
      return { written: true, savedAt: '2026-03-01T08:00:00.000Z', edits: draft.edits };
    },
    'draft.discard': () => {
      draft = null;
      return {};
    },
    'version.read': ({ version }: Arguments<'version.read'>) => ({
      plan: versions.find(({ summary }) => summary.id === version)?.plan,
    }),
    'version.save': (argument: Arguments<'version.save'>) => {
      const id = `version ${versions.length + 1}`;
      const summary = {
        id,
        savedAt: '2026-03-01T08:00:00.000Z',
        note: argument.note,
        author: '',
        milestones: [],
        parents: [...argument.parents],
        number: versions.length + 1,
        households: 0,
        complete: 0,
        counted: true,
      };
      versions.unshift({ summary, plan: argument.plan });
      draft = null;
      return { version: id, content: content() };
    },
  };
  const request = (async (name: string, argument: never) =>
    answers[name]?.(argument)) as unknown as Request;
  return { request, versions, draft: () => draft };
}

const doors = (plan: Plan) => Object.values(plan.households).map((household) => household.door);

describe('a session on a scheme', () => {
  it('starts with an empty storey, saves a first version, and stands on it', async () => {
    const { request, versions, draft } = host();
    const newId = counter();
    const session = await openSession({ request, newId, building, scheme });
    session.store.getState().run(addHousehold({ door: '101', newId }));
    await session.autosave.flush();
    expect(draft()).toMatchObject({ edits: 1, base: null });
    await session.saveVersion('first');
    expect(versions[0]?.summary).toMatchObject({ note: 'first', parents: [] });
    expect(draft()).toBeNull();
    expect(isDirty(session.store.getState())).toBe(false);
    expect(session.edits()).toBe(0);
    session.store.getState().run(addHousehold({ door: '102', newId }));
    expect(session.edits()).toBe(1);
    await session.saveVersion('');
    expect(versions[0]?.summary.parents).toEqual(['version 1']);
    expect(await session.close()).toBe(true);
  });

  it('takes up the draft that a killed window left, and says so', async () => {
    const { request, draft } = host();
    const newId = counter();
    const first = await openSession({ request, newId, building, scheme });
    await first.saveVersion('');
    first.store.getState().run(addHousehold({ door: '101', newId }));
    first.store.getState().run(addHousehold({ door: '102', newId }));
    await first.autosave.flush();

    const second = await openSession({ request, newId, building, scheme });
    expect(doors(second.store.getState().history.plan)).toEqual(['101', '102']);
    expect(second.state.getState().restored).toMatchObject({ edits: 2 });
    expect(isDirty(second.store.getState())).toBe(true);
    second.store.getState().run(addHousehold({ door: '103', newId }));
    await second.autosave.flush();
    expect(draft()).toMatchObject({ edits: 3, base: 'version 1' });

    await second.discardDraft();
    const third = await openSession({ request, newId, building, scheme });
    expect(doors(third.store.getState().history.plan)).toEqual([]);
    expect(third.state.getState().restored).toBeNull();
  });

  it('has no draft any more when undo leads back to the version', async () => {
    const { request, draft } = host();
    const newId = counter();
    const session = await openSession({ request, newId, building, scheme });
    const { run, undo, redo } = session.store.getState();
    run(addHousehold({ door: '101', newId }));
    await session.saveVersion('');
    run(addHousehold({ door: '102', newId }));
    await session.autosave.flush();
    expect(draft()).not.toBeNull();
    undo();
    await session.autosave.flush();
    expect(isDirty(session.store.getState())).toBe(false);
    expect(draft()).toBeNull();
    undo();
    expect(session.edits()).toBe(1);
    // As many steps as at the version, but another step: not the version.
    run(addHousehold({ door: '103', newId }));
    expect(isDirty(session.store.getState())).toBe(true);
    undo();
    redo();
    expect(isDirty(session.store.getState())).toBe(true);
    await session.close();
  });

  it('does not call the empty storey of a new building unsaved work', async () => {
    const { request } = host();
    const newId = counter();
    const plan = emptyPlan(newId);
    await request('draft.write', { building, scheme, draft: { plan, base: null, edits: 0 } });
    const session = await openSession({ request, newId, building, scheme });
    expect(session.state.getState().restored).toBeNull();
    expect(session.edits()).toBe(0);
  });

  it('shows a version without touching the draft, and restores it as one step', async () => {
    const { request } = host();
    const newId = counter();
    const session = await openSession({ request, newId, building, scheme });
    session.store.getState().run(addHousehold({ door: '101', newId }));
    await session.saveVersion('with 101');
    session.store.getState().run(addHousehold({ door: '102', newId }));
    const drafted = session.store.getState().history.plan;

    await session.lookAtVersion('version 1');
    expect(doors(shownPlan(session.store.getState()))).toEqual(['101']);
    expect(session.store.getState().run(addHousehold({ door: '103', newId }))).toBe(false);
    session.backToDraft();
    expect(shownPlan(session.store.getState())).toBe(drafted);

    await session.restoreVersion('version 1', text('恢复', 'Restore'));
    expect(doors(session.store.getState().history.plan)).toEqual(['101']);
    session.store.getState().undo();
    expect(session.store.getState().history.plan).toEqual(drafted);
  });

  it('counts from the version that the draft stands on: restoring another is one edit', async () => {
    const { request, versions, draft } = host();
    const newId = counter();
    const first = await openSession({ request, newId, building, scheme });
    first.store.getState().run(addHousehold({ door: '101', newId }));
    await first.saveVersion('one');
    first.store.getState().run(addHousehold({ door: '102', newId }));
    await first.saveVersion('two');
    for (const door of ['103', '104', '105'])
      first.store.getState().run(addHousehold({ door, newId }));
    await first.autosave.flush();

    const session = await openSession({ request, newId, building, scheme });
    const { run, undo, redo } = session.store.getState();
    await session.restoreVersion('version 1', text('恢复', 'Restore'));
    expect(session.edits()).toBe(1);
    await session.autosave.flush();
    expect(draft()).toMatchObject({ edits: 1, base: 'version 2' });
    run(addHousehold({ door: '106', newId }));
    expect(session.edits()).toBe(2);
    undo();
    undo();
    expect(session.edits()).toBe(3);
    redo();
    expect(session.edits()).toBe(1);
    await session.saveVersion('one again');
    expect(versions[0]?.summary.parents).toEqual(['version 2']);
    expect(doors(versions[0]!.plan)).toEqual(['101']);
  });

  it('speaks no more of the draft that was found once a version took its place', async () => {
    const { request } = host();
    const newId = counter();
    const first = await openSession({ request, newId, building, scheme });
    await first.saveVersion('');
    first.store.getState().run(addHousehold({ door: '101', newId }));
    await first.autosave.flush();
    const second = await openSession({ request, newId, building, scheme });
    expect(second.state.getState().restored).toMatchObject({ edits: 1 });
    await second.restoreVersion('version 1', text('恢复', 'Restore'));
    expect(second.state.getState().restored).toBeNull();
  });

  it('has nothing unsaved after the version that it stands on is restored', async () => {
    const { request, draft } = host();
    const newId = counter();
    const session = await openSession({ request, newId, building, scheme });
    await session.saveVersion('one');
    const { run, undo, redo } = session.store.getState();
    run(addHousehold({ door: '101', newId }));
    run(addHousehold({ door: '102', newId }));
    await session.restoreVersion('version 1', text('恢复', 'Restore'));
    expect(session.edits()).toBe(0);
    await session.autosave.flush();
    expect(draft()).toBeNull();
    undo();
    expect(session.edits()).toBe(2);
    redo();
    expect(session.edits()).toBe(0);
    run(addHousehold({ door: '103', newId }));
    expect(session.edits()).toBe(1);
    await session.close();
  });

  it('stays open where the draft cannot be written', async () => {
    const { request } = host();
    const newId = counter();
    const out: Request = (name, argument) =>
      name === 'draft.write' ? Promise.reject(new Error('gone')) : request(name, argument);
    const session = await openSession({ request: out, newId, building, scheme });
    session.store.getState().run(addHousehold({ door: '101', newId }));
    expect(await session.close()).toBe(false);
    expect(doors(session.store.getState().history.plan)).toEqual(['101']);
    session.autosave.stop();
  });
});
