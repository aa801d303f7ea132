import { expect, test } from 'vitest';
import { type EditorSession, openSession } from '../../renderer/editor/session.ts';
import { shownPlan } from '../../renderer/editor/store.ts';
import { addHousehold } from '../../shared/edit/households.ts';
import type { IdKind, IdOfKind, Plan } from '../../shared/plan/model.ts';
import { startServices } from '../electron/start-services.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';

/** Two windows on one scheme, each a session over the services that both hosts serve. */

const folder = temporaryFolder();

async function twoWindows() {
  const request = await startServices(folder());
  const { id: building, schemes } = await request('building.create', {
    name: '一号楼',
    address: '',
  });
  const scheme = schemes[0]!.id;
  let last = 0;
  const newId = <K extends IdKind>(kind: K) => {
    last += 1;
    return `${kind}_n${last}` as string as IdOfKind[K];
  };
  const open = (of = scheme) => openSession({ request, newId, building, scheme: of });
  const add = async (session: EditorSession, door: string) => {
    session.store.getState().run(addHousehold({ door, newId }));
    await session.autosave.flush();
    return session.autosave.status.getState().state;
  };
  return { request, building, scheme, open, add };
}

const doors = (plan: Plan) => Object.values(plan.households).map(({ door }) => door);
const doorsIn = (session: EditorSession) => doors(session.store.getState().history.plan);

test('a window never writes its draft over that of another, says so and stays open', async () => {
  const { open, add } = await twoWindows();
  const [one, two] = [await open(), await open()];
  expect(await add(one, '101')).toBe('saved');
  expect(await add(two, '201')).toBe('refused');
  expect(two.autosave.status.getState().other).toMatchObject({ edits: 1 });
  expect(await two.close()).toBe(false);
  expect(doorsIn(two)).toEqual(['201']);
  expect(await add(one, '102')).toBe('saved');
  expect(doorsIn(await open())).toEqual(['101', '102']);
});

test('a draft that was taken up belongs to the window that writes on', async () => {
  const { open, add } = await twoWindows();
  const one = await open();
  await add(one, '101');
  const two = await open();
  expect(await add(two, '102')).toBe('saved');
  expect(await add(one, '109')).toBe('refused');
  expect(doorsIn(await open())).toEqual(['101', '102']);
});

test('nor does saving a version or discarding forget the draft of another window', async () => {
  const { open, add, request, building } = await twoWindows();
  const [one, two] = [await open(), await open()];
  await add(one, '101');
  await add(two, '201');
  await two.saveVersion('mine');
  expect(doorsIn(await open())).toEqual(['101']);
  expect(await add(two, '202')).toBe('refused');
  await two.discardDraft();
  expect(doorsIn(await open())).toEqual(['101']);
  const [scheme] = (await request('building.open', { building })).schemes;
  expect(scheme?.versions.map(({ note }) => note)).toEqual(['mine']);
});

test('the other draft can be looked at; nothing can be edited meanwhile', async () => {
  const { open, add } = await twoWindows();
  const [one, two] = [await open(), await open()];
  await add(one, '101');
  await add(two, '201');
  await two.otherWindow.look();
  expect(doors(shownPlan(two.store.getState()))).toEqual(['101']);
  await add(two, '202');
  two.backToDraft();
  expect(doors(shownPlan(two.store.getState()))).toEqual(['201']);
});

test('mine as a new scheme: both drafts live on', async () => {
  const { open, add } = await twoWindows();
  const [one, two] = [await open(), await open()];
  await add(one, '101');
  await add(two, '201');
  const kept = await two.otherWindow.keepAsScheme('另存');
  expect(await two.close()).toBe(true);
  const again = await open(kept);
  expect(doorsIn(again)).toEqual(['201']);
  expect(again.state.getState().restored).toMatchObject({ edits: 1 });
  expect(doorsIn(await open())).toEqual(['101']);
});

test('taking over keeps the other draft as a version, and tells the other window in turn', async () => {
  const { open, add, request, building, scheme } = await twoWindows();
  const [one, two] = [await open(), await open()];
  await add(one, '101');
  await add(two, '201');
  await two.otherWindow.takeOver('另一窗口的草稿');
  expect(two.autosave.status.getState()).toMatchObject({ state: 'saved', other: null });
  expect(doorsIn(await open())).toEqual(['201']);
  const [version] = two.state.getState().content.schemes[0]!.versions;
  expect(version?.note).toBe('另一窗口的草稿');
  const kept = await request('version.read', { building, scheme, version: version!.id });
  expect(doors(kept.plan)).toEqual(['101']);
  expect(await add(one, '102')).toBe('refused');
  expect(doorsIn(one)).toEqual(['101', '102']);
});

test('a window that rests is told of a version that another saved, once, and not of its own', async () => {
  const { open, add } = await twoWindows();
  const [one, two] = [await open(), await open()];
  const news = (session: EditorSession) => session.state.getState().news?.note ?? null;
  await two.lookForOthers();
  expect(news(two)).toBeNull();
  await add(one, '101');
  await one.saveVersion('first');
  await Promise.all([one.lookForOthers(), two.lookForOthers()]);
  expect([news(one), news(two)]).toEqual([null, 'first']);
  expect(doorsIn(two)).toEqual([]);
  two.state.setState({ news: null });
  await two.lookForOthers();
  expect(news(two)).toBeNull();
  // A look that is under way while this window saves takes nothing of it for news.
  await add(one, '102');
  await Promise.all([one.saveVersion('second'), one.lookForOthers()]);
  expect(news(one)).toBeNull();
  expect(await two.close()).toBe(true);
  expect(doorsIn(await open())).toEqual(['101', '102']);
});

test('a library that cannot be looked into leaves the window as it is', async () => {
  const { request, building, scheme } = await twoWindows();
  let isDown = false;
  const session = await openSession({
    request: (name, argument) =>
      isDown ? Promise.reject(new Error('gone')) : request(name, argument),
    newId: (kind) => `${kind}_m1` as never,
    building,
    scheme,
  });
  isDown = true;
  await session.lookForOthers();
  expect(session.state.getState().news).toBeNull();
});
