import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { VersionSummary } from '../../shared/bridge.ts';
import type { Milestone } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { schemeOf } from '../editor/session.ts';
import { type EditorStore, isDirty } from '../editor/store.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { clock, dateTime } from '../language/say.ts';
import { editsWords } from '../language/words.ts';
import { CompareDialog, type CompareStart } from '../screens/compare.tsx';
import { Completion } from './completion.tsx';
import { SaveVersionDialog, useCanSave } from './save-version.tsx';
import { useEditorRoom } from './session-context.ts';
import { MarkButton, MilestoneTags } from './version-milestones.tsx';

/** The draft, then every version, newest first: look at one, compare it, restore one as the draft. */
export function VersionsPanel({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const { session } = useEditorRoom();
  const versions = useStore(
    session.state,
    (state) => schemeOf(state, session.scheme)?.versions ?? noVersions,
  );
  const reading = useStore(store, (state) => state.reading);
  const base = useStore(store, (state) => state.base);
  const [busy, setBusy] = useState(false);
  const [comparing, setComparing] = useState<CompareStart | null>(null);

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
        {versions.map((version, index) => (
          <VersionEntry
            key={version.id}
            version={version}
            ordinal={versions.length - index}
            shown={version.id === reading?.version}
            isBase={version.id === base}
            busy={busy}
            onCompare={() => setComparing({ before: version.id })}
            onLook={() => void attempt(() => session.lookAtVersion(version.id))}
            onMark={(milestone, withdrawn) =>
              void attempt(() => session.mark(version.id, milestone, withdrawn))
            }
            onRestore={() =>
              void attempt(() =>
                session.restoreVersion(version.id, restoreLabel(versions.length - index)),
              )
            }
          />
        ))}
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
      {comparing ? <CompareDialog start={comparing} onClose={() => setComparing(null)} /> : null}
    </section>
  );
}

const noVersions: readonly VersionSummary[] = [];

const restoreLabel = (ordinal: number): Text =>
  text(`恢复第 ${ordinal} 版`, `Restore version ${ordinal}`);

function DraftEntry(props: { readonly store: EditorStore; readonly reading: boolean }) {
  const say = useSay();
  const { session } = useEditorRoom();
  const dirty = useStore(props.store, isDirty);
  const steps = useStore(props.store, (state) => state.history.past.length);
  const savedAt = useStore(session.autosave.status, (status) => status.savedAt);
  const canSave = useCanSave();
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
          : say(text('与最近的版本相同', 'Same as the version it starts from'))}
        {dirty && savedAt ? ` · ${clock(savedAt)}` : null}
      </div>
      <div className="timeline-actions">
        {props.reading ? (
          <Button onClick={() => session.backToDraft()}>
            {say(text('返回草稿', 'Back to the draft'))}
          </Button>
        ) : (
          <Button disabled={!canSave} onClick={() => setAsking(true)}>
            {say(text('存为新版本', 'Keep as a version'))}
          </Button>
        )}
      </div>
      {asking ? <SaveVersionDialog onClose={() => setAsking(false)} /> : null}
    </li>
  );
}

function VersionEntry(props: {
  readonly version: VersionSummary;
  readonly ordinal: number;
  readonly shown: boolean;
  readonly isBase: boolean;
  readonly busy: boolean;
  readonly onCompare: () => void;
  readonly onLook: () => void;
  readonly onMark: (milestone: Milestone, withdrawn: boolean) => void;
  readonly onRestore: () => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const { version, ordinal } = props;
  const name = text(`第 ${ordinal} 版`, `Version ${ordinal}`);
  return (
    <li
      className={props.shown ? 'timeline-entry timeline-shown' : 'timeline-entry'}
      data-testid="version-entry"
      data-version={version.id}
    >
      <div className="timeline-head">
        <strong>{say(name)}</strong>
        {props.shown ? <Tag color="blue">{say(text('正在查看', 'On the screen'))}</Tag> : null}
        {props.isBase ? (
          <Tag variant="outlined">
            {say(text('草稿接在这一版之后', 'The draft follows this one'))}
          </Tag>
        ) : null}
      </div>
      <MilestoneTags milestones={version.milestones} />
      {version.note ? <p className="timeline-note">{version.note}</p> : null}
      <div className="quiet">
        {dateTime(version.savedAt, language)}
        {version.author ? ` · ${version.author}` : null}
      </div>
      <Completion complete={version.complete} households={version.households} />
      <div className="timeline-actions">
        <Button
          disabled={props.busy || props.shown}
          onClick={props.onLook}
          aria-label={say(text(`查看${name.zh}`, `Look at ${name.en.toLocaleLowerCase()}`))}
        >
          {say(text('查看', 'Look'))}
        </Button>
        <Button
          onClick={props.onCompare}
          aria-label={say(
            text(`把${name.zh}与草稿对比`, `Compare ${name.en.toLocaleLowerCase()} with the draft`),
          )}
        >
          {say(text('对比', 'Compare'))}
        </Button>
        <Button
          disabled={props.busy}
          onClick={props.onRestore}
          aria-label={say(
            text(`把${name.zh}恢复为草稿`, `Restore ${name.en.toLocaleLowerCase()} as the draft`),
          )}
        >
          {say(text('恢复为草稿', 'Restore'))}
        </Button>
        <MarkButton milestones={version.milestones} name={name} onMark={props.onMark} />
      </div>
    </li>
  );
}
