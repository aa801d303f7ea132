import { expect, test } from 'vitest';
import { keptOffers, surveyOffers, surveySpan } from '../../renderer/editor/survey-offers.ts';
import type { BuildingContent } from '../../shared/bridge.ts';
import type { BuildingId, Plan, SchemeId, WallId } from '../../shared/plan/model.ts';
import { surveyChanges } from '../../shared/records/survey.ts';
import { surveyAlone } from '../../shared/records/survey-facts.ts';
import { drawFlats, planOfFlats, usualFlat } from '../generate/flats.ts';
import { type Ask, startServices } from './start-services.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The survey is one: which corrections a scheme is offered, from its records to the window. */

const folder = temporaryFolder();
const plan = planOfFlats([drawFlats(1, [usualFlat])]);

function thicker(of: Plan): Plan {
  const [id, storey] = Object.entries(of.storeys)[0]!;
  const [wall, facts] = Object.entries(storey.walls)[0]!;
  const walls = {
    ...storey.walls,
    [wall as WallId]: { ...facts, thickness: facts.thickness + 20 },
  };
  return { ...of, storeys: { ...of.storeys, [id]: { ...storey, walls } } };
}

/** One wall goes, another comes. */
function proposed(of: Plan): Plan {
  const [id, storey] = Object.entries(of.storeys)[0]!;
  const [wall, facts] = Object.entries(storey.walls)[0]!;
  const walls = {
    ...storey.walls,
    [wall as WallId]: { ...facts, phase: 'demolished' as const },
    ['wall_new' as WallId]: { ...facts, phase: 'new' as const },
  };
  return { ...of, storeys: { ...of.storeys, [id]: { ...storey, walls } } };
}

async function twoSchemes() {
  const ask = await startServices(folder());
  const { id: building, schemes } = await ask('building.create', { name: '一号楼', address: '' });
  const first = { building, scheme: schemes[0]!.id };
  const { version } = await ask('version.save', { ...first, plan, note: '', parents: [] });
  const from = { scheme: first.scheme, version };
  const made = await ask('scheme.create', { building, name: '乙', description: '', from });
  return { ask, first, version, second: { building, scheme: made.scheme } };
}

const schemeIn = ({ schemes }: BuildingContent, scheme: SchemeId) =>
  schemes.find(({ id }) => id === scheme)!;

async function offersTo(
  ask: Ask,
  { building, scheme }: { building: BuildingId; scheme: SchemeId },
) {
  const content = await ask('building.open', { building });
  return surveyOffers(schemeIn(content, scheme), content.schemes, async (of, version) => {
    const read = await ask('version.read', { building, scheme: of, version });
    return read.plan;
  });
}

test('a correction is offered to a scheme made from the one before, until it answers', async () => {
  const { ask, first, version, second } = await twoSchemes();
  expect(await offersTo(ask, second)).toEqual([]);
  const saved = { ...first, plan: thicker(plan), note: '', parents: [version] };
  const corrected = await ask('version.save', saved);
  const [offer, ...more] = await offersTo(ask, second);
  expect(more).toEqual([]);
  expect(offer).toMatchObject({ version: corrected.version });
  expect(offer!.changes.size).toBe(1);
  await ask('survey.answer', { ...second, version: corrected.version, taken: false });
  expect(await offersTo(ask, second)).toEqual([]);
  await expect(
    ask('survey.answer', { ...first, version: corrected.version, taken: true }),
  ).rejects.toThrow();
});

test('what was not taken over can be come back to, and is no correction by who kept its own', async () => {
  const { ask, first, version, second } = await twoSchemes();
  const saved = { ...first, plan: thicker(plan), note: '', parents: [version] };
  const corrected = await ask('version.save', saved);
  const again = async () => {
    const { schemes } = await ask('building.open', { building: second.building });
    return keptOffers(
      schemeIn({ schemes } as BuildingContent, second.scheme),
      schemes,
      async (of, id) =>
        (await ask('version.read', { building: second.building, scheme: of, version: id })).plan,
    );
  };
  expect(await again()).toEqual([]);
  await ask('survey.answer', { ...second, version: corrected.version, taken: false });
  expect(await offersTo(ask, second)).toEqual([]);
  const [kept] = await again();
  expect(kept).toMatchObject({ version: corrected.version });
  expect(kept!.changes.size).toBe(1);

  // The second scheme goes on with its own: the first is not offered its old thickness.
  await ask('version.save', { ...second, plan: proposed(plan), note: '', parents: [] });
  expect(await offersTo(ask, first)).toEqual([]);

  await ask('survey.answer', { ...second, version: corrected.version, taken: true });
  expect(await again()).toEqual([]);
});

test('a scheme from the survey alone has what was surveyed and nothing else, and hears of corrections', async () => {
  const { ask, first, version, second } = await twoSchemes();
  const { building } = first;
  const proposal = proposed(plan);
  const later = { ...first, plan: proposal, note: '', parents: [version] };
  const saved = await ask('version.save', later);
  const from = { scheme: first.scheme, version: saved.version, surveyOnly: true };
  const made = await ask('scheme.create', { building, name: '丙', description: '说明', from });
  const third = { building, scheme: made.scheme };
  const draft = await ask('draft.read', third);
  expect(draft).toMatchObject({ base: null, edits: 0 });
  expect(draft?.plan).toEqual(surveyAlone(proposal));
  expect(surveyChanges(plan, draft!.plan).size).toBe(0);
  const { version: own } = await ask('version.save', {
    ...third,
    plan: draft!.plan,
    note: '',
    parents: [],
  });
  expect(own).toBeTruthy();
  expect(await offersTo(ask, third)).toEqual([]);
  // The second scheme's first version corrects what all three have from the first.
  await ask('version.save', { ...second, plan: thicker(plan), note: '', parents: [] });
  expect(await offersTo(ask, third)).toMatchObject([{ scheme: { id: second.scheme } }]);
});

test('the first version of a scheme that corrects the survey is offered to the one it was made from', async () => {
  const { ask, first, version, second } = await twoSchemes();
  await ask('version.save', { ...second, plan: thicker(plan), note: '', parents: [] });
  const content = await ask('building.open', { building: first.building });
  const span = surveySpan(schemeIn(content, first.scheme), schemeIn(content, second.scheme));
  expect(span?.from).toEqual({ scheme: first.scheme, version });
  expect(await offersTo(ask, first)).toHaveLength(1);
});
