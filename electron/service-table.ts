import type { z } from 'zod';
import type { Answer, RequestName, requests } from '../shared/bridge.ts';
import { parseDocument, parseFaultyDocument, writeDocument } from '../shared/exchange/document.ts';
import { largeProblems, type Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, Plan, SchemeId } from '../shared/plan/model.ts';
import type { RecordId } from '../shared/records/record.ts';
import { schemeNameKey } from '../shared/records/scheme-names.ts';
import { surveyAlone } from '../shared/records/survey-facts.ts';
import { addBuilding } from './add-building.ts';
import { addAsset, copyAssets, readAsset } from './asset-folder.ts';
import {
  contentOf,
  countedContentOf,
  draftOf,
  knownVersion,
  schemeOf,
  stateOf,
} from './building-content.ts';
import { bundleOf } from './bundle-export.ts';
import { takeIn } from './bundle-import.ts';
import { bundleSuffix } from './bundle-name.ts';
import { copyDamaged } from './damaged-copies.ts';
import { answerSurvey, decisionServices } from './decision-services.ts';
import { withAssets } from './document-assets.ts';
import { type Draft, isKnownTo } from './drafts.ts';
import { Explained, explanationOf } from './explained.ts';
import { draftsLeftHere, exportBuilding, versionsDocument } from './export-building.ts';
import { takeDocument } from './import-document.ts';
import { libraryServices } from './library-services.ts';
import type { LibraryPlaces } from './open-libraries.ts';
import { placeServices } from './place-services.ts';
import { refuseTakenName } from './scheme-name.ts';
import { stampOver } from './stamp.ts';
import { versionOf } from './version-record.ts';
import { emptyPlan, type Workshop } from './workshop.ts';

/** One function for each request of the bridge; arguments come parsed. */
export type ServiceTable = {
  readonly [N in RequestName]: (
    argument: z.output<(typeof requests)[N]['arguments']>,
  ) => Promise<Answer<N>> | Answer<N>;
};

export function serviceTable(
  workshop: Workshop,
  startProblems: readonly Problem[],
  places: LibraryPlaces,
): ServiceTable {
  const { options, library, drafts, settings, nextTime } = workshop;
  const content = (building: BuildingId) => contentOf(workshop, building);
  const describeScheme = async (
    building: BuildingId,
    scheme: SchemeId,
    facts: { name: string; description: string; archived: boolean },
  ) =>
    library.append({
      format: 1,
      kind: 'scheme-described',
      ...(await stampOver(
        workshop,
        building,
        (record) => record.kind === 'scheme-described' && record.scheme === scheme,
      )),
      building,
      scheme,
      name: facts.name,
      description: facts.description,
      archived: facts.archived,
    });
  const describeBuilding = async (
    building: BuildingId,
    facts: { name: string; address: string; archived: boolean },
  ) =>
    library.append({
      format: 1,
      kind: 'building-described',
      ...(await stampOver(workshop, building, ({ kind }) => kind === 'building-described')),
      building,
      name: facts.name,
      address: facts.address,
      archived: facts.archived,
    });
  const startDraft = (building: BuildingId, scheme: SchemeId, plan: Plan): void =>
    drafts.write(building, scheme, {
      savedAt: nextTime(),
      window: '',
      base: null,
      edits: 0,
      plan,
    });
  const empty = (): Plan => emptyPlan(options.newId, settings.read().language);

  return {
    'host.describe': async () => ({
      host: options.host,
      version: options.version,
      library: workshop.libraryId,
      libraryPath: options.libraryPath,
      choosesFolder: options.chooseFolder !== undefined,
      readOnly: !(await library.isWritable()),
    }),
    async 'window.print'() {
      const pdf = await options.printPage?.();
      return { base64: pdf ? Buffer.from(pdf).toString('base64') : null };
    },
    'settings.read': () => settings.read(),
    'settings.write': (change) => {
      const written = settings.write(change);
      options.onSettings?.(written);
      return written;
    },

    ...libraryServices(workshop, startProblems),
    ...placeServices(workshop, places),

    async 'building.create'({ name, address }) {
      const building = options.newId('building');
      const scheme = options.newId('scheme');
      await describeBuilding(building, { name, address, archived: false });
      const schemeName = settings.read().language === 'zh' ? '方案甲' : 'Scheme A';
      await describeScheme(building, scheme, {
        name: schemeName,
        description: '',
        archived: false,
      });
      startDraft(building, scheme, empty());
      return content(building);
    },
    'building.progress': () => workshop.opening,
    'building.open': ({ building }) => content(building),
    'building.count': ({ building }) => countedContentOf(workshop, building),
    async 'building.describe'({ building, name, address }) {
      const { archived } = await stateOf(workshop, building);
      await describeBuilding(building, { name, address, archived });
      return content(building);
    },
    async 'building.archive'({ building, archived }) {
      const { name, address } = await stateOf(workshop, building);
      await describeBuilding(building, { name, address, archived });
      return content(building);
    },
    async 'building.duplicate'({ building, name }) {
      const source = await versionsDocument(workshop, building);
      const id = options.newId('building');
      const { author, language } = settings.read();
      const note =
        language === 'zh' ? `复制自“${source.building.name}”` : `Copy of ${source.building.name}`;
      await addBuilding(
        workshop,
        { ...source, building: { ...source.building, id, name } },
        { author, note },
      );
      await copyAssets(library.path, building, id);
      for (const scheme of (await stateOf(workshop, building)).schemes) {
        if (scheme.versions.length > 0) continue;
        await describeScheme(id, scheme.id, scheme);
        startDraft(id, scheme.id, draftOf(workshop, building, scheme)?.plan ?? empty());
      }
      return content(id);
    },
    async 'building.import'({ text, faulty }) {
      const parsed = parseDocument(text);
      const mendable = parsed.document ? null : parseFaultyDocument(text);
      const document = parsed.document ?? (faulty ? mendable : null);
      if (!document) {
        const problems = [...parsed.problems];
        return { building: null, problems, ...(mendable ? { mendable: true } : {}) };
      }
      const { author, language } = settings.read();
      const { building, problems } = await takeDocument(workshop, document, {
        author,
        note: language === 'zh' ? '导入' : 'Imported',
        named: language === 'zh' ? '（导入）' : ' (imported)',
      });
      return { building, problems: [...problems] };
    },
    async 'building.export'({ building }) {
      const exported = await exportBuilding(workshop, building);
      const { document, notes: unkept } = await withAssets(
        library.path,
        building,
        exported.document,
      );
      const notes = [...exported.notes, ...unkept];
      if (document.schemes.length === 0) {
        const [first] = notes;
        throw new Explained({
          zh: `这栋楼没有可导出的方案。${first ? `${first.at}：${first.problem.zh}` : ''}`,
          en: `This building has no scheme to export. ${first ? `${first.at}: ${first.problem.en}` : ''}`,
        });
      }
      const fileName = `${fileNameOf(document.building.name) || building}.json`;
      return { fileName, text: writeDocument(document), notes };
    },
    async 'bundle.export'({ building, versions, privateFacts, also: made }) {
      const state = await stateOf(workshop, building);
      const { name } = state;
      const also = made && versionOf(workshop, building, schemeOf(state, made.scheme), made);
      const choice = { versions, privateFacts, ...(also ? { also } : {}) };
      const { bytes, notes } = await bundleOf(library, building, choice);
      const what = { versions, privateFacts, withDraft: also !== undefined };
      const suffix = bundleSuffix(state, what, settings.read().language);
      const fileName = `${fileNameOf(name) || building}${suffix}.duyong`;
      // A draft that goes along as a version was asked for.
      const others = state.schemes.filter(({ id }) => id !== made?.scheme);
      const left = draftsLeftHere(workshop, { ...state, schemes: others }, versions);
      return { fileName, base64: bytes.toString('base64'), notes: [...notes, ...left] };
    },
    async 'bundle.import'({ base64 }) {
      const { problems, ...taken } = await takeIn(library, Buffer.from(base64, 'base64'));
      return { ...taken, problems: [...problems] };
    },

    async 'building.copy-damaged'({ building }) {
      const { copies, problems } = await copyDamaged(library, building);
      return { copies: [...copies], problems: [...problems] };
    },

    async 'scheme.create'({ building, name, description, from }) {
      const state = await stateOf(workshop, building);
      refuseTakenName(name, state.schemes);
      const found =
        from && (await versionPlan(schemeOf(state, from.scheme), building, from.version));
      const plan = found ? (from.surveyOnly ? surveyAlone(found) : found) : empty();
      const scheme = options.newId('scheme');
      await describeScheme(building, scheme, { name, description, archived: false });
      if (from)
        await answerSurvey(workshop, { building, scheme, version: from.version, taken: true });
      startDraft(building, scheme, plan);
      return { scheme, content: await content(building) };
    },
    async 'scheme.describe'({ building, scheme, name, description, archived }) {
      const { schemes } = await stateOf(workshop, building);
      const now = schemeOf({ schemes }, scheme);
      if (schemeNameKey(name) !== schemeNameKey(now.name)) refuseTakenName(name, schemes, scheme);
      await describeScheme(building, scheme, { name, description, archived });
      return content(building);
    },

    async 'version.read'({ building, scheme, version }) {
      const state = await stateOf(workshop, building);
      return { plan: await versionPlan(schemeOf(state, scheme), building, version) };
    },
    async 'version.save'({ building, scheme, held, ...made }) {
      const state = schemeOf(await stateOf(workshop, building), scheme);
      const version = await library.append(versionOf(workshop, building, state, made));
      forgetDraft(building, scheme, held);
      return { version, content: await content(building) };
    },

    ...decisionServices(workshop),

    async 'draft.read'({ building, scheme }) {
      const state = schemeOf(await stateOf(workshop, building), scheme);
      const found = draftOf(workshop, building, state);
      if (found) {
        const { plan, base, edits, savedAt } = found;
        return { plan, base, edits, savedAt };
      }
      // Its draft was lost or damaged and there is nothing else to open.
      return state.versions.length === 0
        ? { plan: empty(), base: null, edits: 0, savedAt: null }
        : null;
    },
    // A draft may contradict itself, being work under way; one too large to be worked out would
    // keep its scheme from opening again.
    'draft.write'({ building, scheme, draft, held }) {
      const [large] = largeProblems(draft.plan, 'plan');
      if (large) {
        throw new Explained({
          zh: `平面过大，草稿没有写入，上一次写入的草稿仍在。${large.at}：${large.problem.zh}。请撤销后再试。`,
          en: `The plan is too large, so the draft was not written; the one before is kept. ${large.at}: ${large.problem.en}. Undo, and it is tried again.`,
        });
      }
      const there = drafts.read(building, scheme);
      if (there && !isKnownTo(there, held)) {
        return { written: false, savedAt: there.savedAt, edits: there.edits };
      }
      const savedAt = laterThan(there, nextTime());
      drafts.write(building, scheme, { ...draft, savedAt, window: held.window });
      return { written: true, savedAt, edits: draft.edits };
    },
    'draft.discard'({ building, scheme, held }) {
      if (isKnownTo(drafts.read(building, scheme), held)) drafts.discard(building, scheme);
      return {};
    },

    async 'asset.add'({ building, base64 }) {
      await stateOf(workshop, building);
      const bytes = Buffer.from(base64, 'base64');
      const { asset, width, height, resolution } = await addAsset(library.path, building, bytes);
      return { asset, width, height, resolution };
    },
    async 'asset.read'({ building, asset }) {
      const bytes = await readAsset(library.path, building, asset);
      return { base64: bytes.toString('base64') };
    },
  };

  /** Another window's draft is in no version: it stays, and so does one that cannot be read. */
  function forgetDraft(
    building: BuildingId,
    scheme: SchemeId,
    held: Parameters<typeof isKnownTo>[1],
  ): void {
    try {
      if (isKnownTo(drafts.read(building, scheme), held)) drafts.discard(building, scheme);
    } catch (error) {
      if (!explanationOf(error)) throw error;
    }
  }

  function versionPlan(
    scheme: ReturnType<typeof schemeOf>,
    building: BuildingId,
    version: RecordId,
  ): Promise<Plan> {
    knownVersion(scheme, version);
    return library.readPlan(building, version);
  }
}

/** The time that a draft was written names it, so no two of a scheme may share one. */
const laterThan = (draft: Draft | null, time: string): string =>
  draft && draft.savedAt >= time ? new Date(Date.parse(draft.savedAt) + 1).toISOString() : time;

/** The name without what file systems do not take; may be empty. */
const fileNameOf = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').trim();
