import { SwapOutlined } from '@ant-design/icons';
import { Button, Select, Spin } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Accepted } from '../../shared/rules/derogation.ts';
import { type Text, text } from '../../shared/text.ts';
import { isDirty } from '../editor/store.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { savedWords } from '../language/saved-words.ts';
import { dateTime } from '../language/say.ts';
import { versionLabel } from '../language/version-label.ts';
import { draftKey, type PlanSource, usePlanOf, useSources } from '../panels/plan-sources.ts';
import { useEditorRoom } from '../panels/session-context.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { Comparison } from './comparison.tsx';
import './compare.css';
import './paper.css';

/** One and the same, so that what was worked out with it is remembered. */
const none: readonly Accepted[] = [];

/** Which two plans: keys of sources; without them the draft beside the version that it stands on. */
export interface CompareStart {
  readonly before?: string;
  readonly after?: string;
}

/** Any two versions, schemes or the draft beside each other: meaning first, then elements. */
export function CompareDialog(props: { readonly start: CompareStart; onClose(): void }) {
  const say = useSay();
  const { language } = useLanguage();
  const { session } = useEditorRoom();
  const base = useStore(session.store, (state) => state.base);
  const dirty = useStore(session.store, isDirty);
  const schemes = useStore(session.state, (state) => state.content.schemes);
  const groups = useSources();
  const all = groups.flatMap(({ sources }) => sources);
  const [keys, setKeys] = useState(() => ({
    before: props.start.before ?? base ?? all[1]?.key ?? draftKey,
    after: props.start.after ?? draftKey,
  }));
  const find = (key: string): PlanSource | null => all.find((one) => one.key === key) ?? null;
  const [before, after] = [find(keys.before), find(keys.after)];
  // A draft without an edit is the version that it stands on.
  const saved = dirty || base === null ? null : find(base);
  const [was, is] = [usePlanOf(before), usePlanOf(after)];
  const failure = was.failure ?? is.failure;

  /** As chosen it stands alone, without the heading of its scheme. */
  const chosenWords = (key: string): string => {
    const group = groups.find(({ sources }) => sources.some((one) => one.key === key));
    const source = find(key);
    if (!group || !source) return '';
    const scheme = say(group.called);
    return source.version
      ? versionLabel(source.version, { versions: group.scheme.versions, scheme }, language)
      : `${scheme} · ${say(source.called)}`;
  };
  const choice = (which: 'before' | 'after', label: Text) => (
    <div className="compare-choice">
      <span>{say(label)}</span>
      <Select
        value={keys[which]}
        onChange={(key) => setKeys((now) => ({ ...now, [which]: key }))}
        aria-label={say(label)}
        popupMatchSelectWidth={false}
        labelRender={({ value }) => chosenWords(String(value))}
        options={groups.map(({ scheme, called: schemeCalled, sources }) => ({
          label: say(schemeCalled),
          options: sources.map(({ key, version, called }) => ({
            value: key,
            label: version
              ? versionLabel(version, { versions: scheme.versions }, language)
              : say(called),
          })),
        }))}
      />
    </div>
  );
  const names = { before: namesOf(before, after), after: namesOf(after, before) };
  return (
    <WideDialog title={text('对比', 'Compare')} className="compare-dialog" onClose={props.onClose}>
      <div className="compare-head">
        {choice('before', text('前', 'From'))}
        <Button
          icon={<SwapOutlined />}
          aria-label={say(text('互换前后', 'Swap the two'))}
          onClick={() =>
            setKeys(({ before: one, after: other }) => ({ before: other, after: one }))
          }
        />
        {choice('after', text('后', 'To'))}
      </div>
      {all.length < 2 ? (
        <p className="compare-empty">
          {say(
            text(
              '还没有可对比的版本。先保存一个版本，继续修改后，就能在这里看出有哪些不同。',
              'There is nothing to compare yet. Save a version, go on drawing, and what differs is shown here.',
            ),
          )}
        </p>
      ) : failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : was.plan && is.plan ? (
        <Comparison
          before={was.plan}
          after={is.plan}
          names={names}
          originsAt={(at) => ({
            before: originOf(before, at, saved),
            after: originOf(after, at, saved),
          })}
          derogations={schemes.find(({ id }) => id === after?.scheme)?.derogations ?? none}
          building={session}
        />
      ) : (
        <Spin className="compare-wait" />
      )}
    </WideDialog>
  );
}

/** When and by whom it was saved; of a draft, which goes on changing, when it was as it is shown. */
function originOf(source: PlanSource | null, at: Date, same: PlanSource | null): Text {
  const version = source?.version;
  if (!version) {
    const [zh, en] = [dateTime(at.toISOString(), 'zh'), dateTime(at.toISOString(), 'en')];
    return same
      ? text(
          `与${same.called.zh}相同，${zh} 的状态`,
          `the same as ${lower(same.called.en)}, as of ${en}`,
        )
      : text(`未存为版本，${zh} 的状态`, `not saved as a version, as of ${en}`);
  }
  const by = version.author.trim();
  const [zh, en] = [savedWords(version, 'zh'), savedWords(version, 'en')];
  return text(
    `保存于 ${zh}，${by === '' ? '未署名' : `署名：${by}`}`,
    `saved ${en} ${by === '' ? 'without a name' : `by ${by}`}`,
  );
}

/** Two schemes are told apart by their names, two versions of one scheme by their numbers. */
function namesOf(one: PlanSource | null, other: PlanSource | null): Text {
  if (!one) return text('', '');
  const words = one.called;
  if (one.scheme === other?.scheme) return words;
  return text(`${one.schemeName.zh} ${words.zh}`, `${one.schemeName.en}, ${lower(words.en)}`);
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
