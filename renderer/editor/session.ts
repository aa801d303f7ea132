import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Answer,
  Arguments,
  BuildingContent,
  RequestName,
  SchemeSummary,
  VersionSummary,
} from '../../shared/bridge.ts';
import {
  type BuildingId,
  type NewId,
  type Plan,
  type SchemeId,
  storeysByLevel,
} from '../../shared/plan/model.ts';
import type { Milestone, RecordId } from '../../shared/records/record.ts';
import type { SurveyChanges } from '../../shared/records/survey.ts';
import { type Text, text } from '../../shared/text.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { countingVersions } from './count-versions.ts';
import { editPlaces } from './edit-places.ts';
import { type KeepAsScheme, keepingSchemes } from './keep-scheme.ts';
import { otherSaves } from './other-saves.ts';
import { type OtherWindow, otherWindow } from './other-window.ts';
import { type SessionStart, startOf } from './session-start.ts';
import { createEditorStore, type EditorStore, isDirty } from './store.ts';
import { surveyTaking, type TakenSurveys } from './survey-taking.ts';

/** Work on one scheme, from opening it to leaving it: its store, its draft, its versions. */

export type Request = <N extends RequestName>(
  name: N,
  argument: Arguments<N>,
) => Promise<Answer<N>>;

export interface SessionState {
  readonly content: BuildingContent;
  /** The draft that was found when the scheme was opened. */
  readonly restored: SessionStart['restored'];
  /** The newest version that came from elsewhere since, until this window has been told. */
  readonly news: VersionSummary | null;
  readonly taken: TakenSurveys;
}

export interface EditorSession {
  /** Differs for every opening, also of the same scheme. */
  readonly key: string;
  readonly building: BuildingId;
  readonly scheme: SchemeId;
  readonly store: EditorStore;
  readonly state: StoreApi<SessionState>;
  readonly autosave: Autosave;
  /** What can be done where another window's draft of the scheme lies on disk. */
  readonly otherWindow: OtherWindow;
  /** Looks whether somebody else has saved a version of the scheme since. */
  lookForOthers(): Promise<void>;
  /** Edits that are in no version. */
  edits(): number;
  /** Freezes the draft as a version. */
  saveVersion(note: string): Promise<void>;
  readonly keepAsScheme: KeepAsScheme;
  /** Shows a version on the plan; nothing can be edited meanwhile. */
  lookAtVersion(version: RecordId): Promise<void>;
  backToDraft(): void;
  /** Marks what a version stands for, or takes that back. */
  mark(version: RecordId, milestone: Milestone, withdrawn: boolean): Promise<void>;
  /** The scheme is archived no longer. */
  bringBack(): Promise<void>;
  /** Says whom to call about a household, which is in no plan; empty words take that back. */
  recordContact(contact: Arguments<'contact.record'>['contact']): Promise<void>;
  /** The survey in a version of another scheme is not taken over. */
  keepSurvey(version: RecordId): Promise<void>;
  /** A plan with a correction of the survey becomes the draft, as one step that undo takes back. */
  takeSurvey(version: RecordId, changes: SurveyChanges, plan: Plan, label: Text): void;
  /** Accepts a warning, or takes that back. */
  accept(
    derogation: Arguments<'derogation.record'>['derogation'],
    withdrawn: boolean,
  ): Promise<void>;
  /**
   * The building as a `.duyong` file with the draft as its newest version, for a library that can only
   * be read: the draft stays what it is.
   */
  exportWithDraft(note: string): Promise<Answer<'bundle.export'>>;
  /** The plan of a version of any scheme of the building; versions never change, so it is remembered. */
  readVersion(scheme: SchemeId, version: RecordId): Promise<Plan>;
  /**
   * Freezes a plan merged from two heads as a version with both as its parents; it becomes the
   * draft, as one step that undo takes back.
   */
  saveMerged(plan: Plan, parents: readonly [RecordId, RecordId], note: string): Promise<void>;
  /** Forgets the draft and ends the session: what is open no longer matches the disk. */
  discardDraft(): Promise<void>;
  /**
   * The version's plan becomes the draft, as one step that undo takes back. The draft goes on being
   * saved after the version that it stood on: an older one as its parent would make a second head,
   * to be merged with what was just taken back. So restoring is one edit, whatever was edited
   * before, and none where it is the version that the draft stands on.
   */
  restoreVersion(version: RecordId, label: Text): Promise<void>;
  /** Writes what is unwritten and lets go of the store; false, and still open, where it may not or cannot. */
  close(): Promise<boolean>;
}

export const schemeOf = (state: SessionState, scheme: SchemeId): SchemeSummary | undefined =>
  state.content.schemes.find((each) => each.id === scheme);

export async function openSession(options: {
  readonly request: Request;
  readonly newId: NewId;
  readonly building: BuildingId;
  readonly scheme: SchemeId;
}): Promise<EditorSession> {
  const { request, building, scheme } = options;
  const ref = { building, scheme };
  const content = await request('building.open', { building });
  const summary = content.schemes.find((each) => each.id === scheme);
  if (!summary) throw new Error(`no scheme ${scheme} in ${building}`);
  const start = await startOf(request, summary, building, options.newId);
  const store = createEditorStore({ ...ref, ...start });
  const key = options.newId('scheme');
  /** The draft that this window takes for the one on disk. */
  let held = { window: key as string, follows: start.follows };
  const state = createStore<SessionState>(() => ({
    content,
    restored: start.restored,
    news: null,
    taken: new Map(),
  }));
  const answerSurvey = (version: RecordId, taken: boolean) =>
    request('survey.answer', { ...ref, version, taken });
  const surveys = surveyTaking({ state, answer: answerSurvey });
  const others = otherSaves({ scheme, state, open: () => request('building.open', { building }) });
  const takeDerogations = ({ content: now }: SessionState): void =>
    store.getState().set({
      derogations: now.schemes.find((each) => each.id === scheme)?.derogations ?? [],
    });
  const count = countingVersions({
    count: () => request('building.count', { building }),
    current: () => state.getState().content,
    take: (counted) => state.setState({ content: counted }),
  });
  takeDerogations(state.getState());
  count(content);
  state.subscribe((now, was) => {
    if (now.content === was.content) return;
    takeDerogations(now);
    count(now.content);
  });
  /** What the draft is checked with goes into the version. */
  const profileInUse = () => {
    const { profile } = store.getState();
    return profile === null ? {} : { profile };
  };

  const places = editPlaces(store, start.edits);
  const { edits } = places;
  const autosave = createAutosave({
    current: () => {
      const { history, base } = store.getState();
      return isDirty(store.getState()) ? { plan: history.plan, base, edits: edits() } : null;
    },
    async write(draft) {
      const answer = await request('draft.write', { ...ref, draft, held });
      if (answer.written) held = { ...held, follows: answer.savedAt };
      return answer;
    },
    discard: () => request('draft.discard', { ...ref, held }),
    restoredAt: start.restored?.savedAt ?? null,
  });
  const release = store.subscribe((now, before) => {
    if (now.history.plan === before.history.plan) return;
    places.followed(now.history, before.history);
    autosave.edited();
  });

  const read = new Map<RecordId, Promise<Plan>>();
  const readVersion = (of: SchemeId, version: RecordId): Promise<Plan> => {
    const known = read.get(version);
    if (known) return known;
    const asked = request('version.read', { building, scheme: of, version }).then(
      (answer) => answer.plan,
    );
    read.set(version, asked);
    // What could not be read may be there when it is asked for again.
    asked.catch(() => read.delete(version));
    return asked;
  };
  const readPlan = (version: RecordId): Promise<Plan> => readVersion(scheme, version);

  const profileOf = (version: RecordId) => {
    const found = state
      .getState()
      .content.schemes.flatMap(({ versions }) => versions)
      .find(({ id }) => id === version);
    return found?.profile ? { profile: found.profile } : {};
  };

  /** The storey on screen has to be one of the plan on screen: same id, else same level. */
  const storeyIn = (plan: Plan) => {
    const current = store.getState();
    if (plan.storeys[current.storey]) return current.storey;
    const level = current.history.plan.storeys[current.storey]?.level;
    const storeys = storeysByLevel(plan);
    return (storeys.find(([, storey]) => storey.level === level) ?? storeys[0])?.[0];
  };

  const save = (plan: Plan, parents: readonly RecordId[], note: string) =>
    others.whileSaving(async () => {
      const version = { ...ref, plan, note, parents: [...parents], ...profileInUse(), held };
      const answer = await request('version.save', version);
      state.setState({ content: answer.content, restored: null });
      return answer;
    });

  return {
    key,
    building,
    scheme,
    store,
    state,
    autosave,
    lookForOthers: others.look,
    otherWindow: otherWindow({
      request,
      whileSaving: others.whileSaving,
      ref,
      store,
      state,
      autosave,
      draft: () => ({
        plan: store.getState().history.plan,
        base: store.getState().base,
        edits: edits(),
      }),
      window: key,
      storeyIn,
    }),
    edits,
    async saveVersion(note) {
      await autosave.flush();
      const { history, base } = store.getState();
      const answer = await save(history.plan, base === null ? [] : [base], note);
      places.saved(history);
      store.getState().set({ base: answer.version, basePlan: history.plan, reading: null });
      autosave.settled();
      if (isDirty(store.getState())) autosave.edited();
      await surveys.saved(history.plan);
    },
    keepAsScheme: keepingSchemes({ request, building, store, state }),
    readVersion,
    async exportWithDraft(note) {
      const { history, base } = store.getState();
      const parents = base === null ? [] : [base];
      const also = { scheme, plan: history.plan, note, parents, ...profileInUse() };
      return request('bundle.export', { building, versions: null, privateFacts: false, also });
    },
    async saveMerged(plan, parents, note) {
      await autosave.flush();
      const answer = await save(plan, parents, note);
      store.getState().replacePlan(plan, text('合并两个版本', 'Merge two versions'));
      const { history } = store.getState();
      places.saved(history);
      store.getState().set({ base: answer.version, basePlan: history.plan, reading: null });
      // What was merged is no news any more.
      state.setState({ news: null });
      autosave.settled();
    },
    async accept(derogation, withdrawn) {
      const content = await request('derogation.record', { ...ref, derogation, withdrawn });
      state.setState({ content });
    },
    async mark(version, milestone, withdrawn) {
      const asked = { ...ref, version, milestone, withdrawn };
      const content = await request('milestone.mark', asked);
      state.setState({ content });
    },
    async bringBack() {
      const scheme = schemeOf(state.getState(), ref.scheme);
      if (!scheme) return;
      const { name, description } = scheme;
      const content = await request('scheme.describe', {
        ...ref,
        name,
        description,
        archived: false,
      });
      state.setState({ content });
    },
    async recordContact(contact) {
      state.setState({ content: await request('contact.record', { building, contact }) });
    },
    async keepSurvey(version) {
      state.setState({ content: await answerSurvey(version, false) });
    },
    takeSurvey(version, changes, plan, label) {
      store.getState().replacePlan(plan, label);
      surveys.took(version, changes, plan);
    },
    async lookAtVersion(version) {
      const plan = await readPlan(version);
      const storey = storeyIn(plan);
      store.getState().set({
        reading: { version, plan, ...profileOf(version) },
        tool: 'select',
        scratch: null,
        selection: [],
        selectedRoom: null,
        highlight: [],
        measured: null,
        ...(storey ? { storey } : {}),
      });
    },
    backToDraft() {
      const storey = storeyIn(store.getState().history.plan);
      store.getState().set({
        reading: null,
        message: null,
        selection: [],
        selectedRoom: null,
        highlight: [],
        measured: null,
        ...(storey ? { storey } : {}),
      });
    },
    async discardDraft() {
      await autosave.flush();
      await request('draft.discard', { ...ref, held });
      release();
      autosave.stop();
    },
    async restoreVersion(version, label) {
      const plan = await readPlan(version);
      const before = store.getState().history;
      store.getState().replacePlan(plan, label);
      // The draft that was found is not what is on the screen any more.
      state.setState({ restored: null });
      const { history, base } = store.getState();
      // It takes the place of what was edited since the base, so that it counts from there.
      if (history.past !== before.past) places.restored(history, version === base);
      store.getState().set({
        message: {
          tone: 'success',
          text: text(
            '已把该版本恢复为草稿，可撤销。',
            'The version is now the draft; undo takes it back.',
          ),
        },
      });
    },
    async close() {
      await autosave.flush();
      const { state: written } = autosave.status.getState();
      if (written === 'failed' || written === 'refused') return false;
      release();
      autosave.stop();
      return true;
    },
  };
}
