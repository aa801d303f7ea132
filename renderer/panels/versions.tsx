import { Button, Tag } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { VersionSummary } from '../../shared/bridge.ts';
import { text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { schemeOf } from '../editor/session.ts';
import { type EditorStore, isDirty } from '../editor/store.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { clockOrDay } from '../language/say.ts';
import { editsWords } from '../language/words.ts';
import { CompareDialog, type CompareStart } from '../screens/compare.tsx';
import { newerRecords, newerWords } from '../screens/library-damaged.tsx';
import { useCopyToScheme } from './copy-to-scheme.tsx';
import { useReadOnly } from './read-only.tsx';
import { useRestore } from './restore-version.tsx';
import { SaveVersionDialog, useCanSave } from './save-version.tsx';
import { useEditorRoom } from './session-context.ts';
import { timelineOf } from './timeline.ts';
import { GapEntry, VersionEntry } from './version-entry.tsx';

/** The draft, then every version, newest first: look at one, compare it, restore one as the draft. */
export function VersionsPanel({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const { session } = useEditorRoom();
  const scheme = useStore(session.state, (state) => schemeOf(state, session.scheme));
  const versions = scheme?.versions ?? noVersions;
  const all = useMemo(() => (scheme ? timelineOf(scheme) : []), [scheme]);
  // What is in sight is there at once; the rest follows without holding anything up.
  const first = useMemo(() => all.slice(0, rowsInSight), [all]);
  const rows = useDeferredValue(all, first);
  const reading = useStore(store, (state) => state.reading);
  const base = useStore(store, (state) => state.base);
  const [busy, setBusy] = useState(false);
  const [comparing, setComparing] = useState<CompareStart | null>(null);
  const restoring = useRestore(store);
  const copying = useCopyToScheme();

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      store.getState().set({ message: { tone: 'error', text: failureText(error) } });
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="panel" aria-label={say(text('版本', 'Versions'))}>
      <ol className="timeline">
        <DraftEntry store={store} reading={reading !== null} />
        <NewerEntry />
        {rows.map((row) =>
          row.gaps ? (
            <GapEntry key={row.gaps[0]!.id} gaps={row.gaps} />
          ) : (
            <VersionEntry
              key={row.version.id}
              row={row}
              shown={row.version.id === reading?.version}
              isBase={row.version.id === base}
              busy={busy || restoring.busy}
              onCompare={() => setComparing({ before: row.version.id })}
              onCopy={() => copying.copy({ version: row.version.id, called: row.called })}
              onLook={() => void attempt(() => session.lookAtVersion(row.version.id))}
              onMark={(milestone, withdrawn) =>
                void attempt(() => session.mark(row.version.id, milestone, withdrawn))
              }
              onRestore={() => restoring.restore({ version: row.version.id, called: row.called })}
            />
          ),
        )}
      </ol>
      {versions.length === 0 ? (
        <p className="quiet panel-note">
          {say(
            text(
              '还没有版本。草稿会自动保存在本机；保存版本后，可随时回来查看或恢复。',
              'No versions yet. The draft saves itself on this machine; a version can be looked at and restored at any time.',
            ),
          )}
        </p>
      ) : null}
      {restoring.dialog}
      {copying.dialog}
      {comparing ? <CompareDialog start={comparing} onClose={() => setComparing(null)} /> : null}
    </section>
  );
}

/** Versions of a newer program whose scheme this one cannot tell; those that others name are gaps. */
function NewerEntry() {
  const say = useSay();
  const { session } = useEditorRoom();
  const content = useStore(session.state, (state) => state.content);
  const named = new Set(content.schemes.flatMap(({ gaps }) => gaps.map(({ id }) => id)));
  const records = newerRecords(content.problems).filter((at) => {
    const id = /^versions\/(.+)\.json\.gz$/.exec(at)?.[1];
    return id !== undefined && !named.has(id);
  });
  if (records.length === 0) return null;
  return (
    <li className="timeline-entry timeline-gap" data-testid="version-newer">
      <div className="quiet">{say(newerWords(records.length))}</div>
    </li>
  );
}

/** More than a tall screen shows. */
const rowsInSight = 8;

const noVersions: readonly VersionSummary[] = [];

function DraftEntry(props: { readonly store: EditorStore; readonly reading: boolean }) {
  const say = useSay();
  const { language } = useLanguage();
  const { session } = useEditorRoom();
  const dirty = useStore(props.store, isDirty);
  const base = useStore(props.store, (state) => state.base);
  const steps = useStore(props.store, (state) => state.history.past.length);
  const savedAt = useStore(session.autosave.status, (status) => status.savedAt);
  const canSave = useCanSave();
  const readOnly = useReadOnly();
  const [asking, setAsking] = useState(false);
  return (
    <li
      className={props.reading ? 'timeline-entry' : 'timeline-entry timeline-shown'}
      data-steps={steps}
      data-testid="draft-entry"
    >
      <div className="timeline-head">
        <strong>{say(text('草稿', 'Draft'))}</strong>
        {props.reading ? null : <Tag color="blue">{say(text('正在编辑', 'On the screen'))}</Tag>}
      </div>
      <div className="quiet">
        {dirty
          ? say(editsWords(session.edits()))
          : base === null
            ? say(text('尚未存为版本', 'In no version yet'))
            : say(text('与最近的版本相同', 'Same as the version it starts from'))}
        {dirty && savedAt ? ` · ${clockOrDay(savedAt, language)}` : null}
      </div>
      <div className="timeline-actions">
        {props.reading ? (
          <Button onClick={() => session.backToDraft()}>
            {say(text('返回草稿', 'Back to the draft'))}
          </Button>
        ) : (
          <Button disabled={!canSave} onClick={() => setAsking(true)}>
            {say(
              readOnly
                ? text('另存为 .duyong…', 'Save as .duyong…')
                : text('存为新版本', 'Keep as a version'),
            )}
          </Button>
        )}
      </div>
      {asking ? <SaveVersionDialog onClose={() => setAsking(false)} /> : null}
    </li>
  );
}
