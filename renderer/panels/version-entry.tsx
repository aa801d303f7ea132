import { MergeOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { SchemeSummary } from '../../shared/bridge.ts';
import type { Milestone } from '../../shared/records/record.ts';
import { text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { savedWords } from '../language/saved-words.ts';
import { gapWords, mergedWords } from '../language/version-words.ts';
import { Completion } from './completion.tsx';
import { useReadOnly } from './read-only.tsx';
import type { VersionRow } from './timeline.ts';
import { VersionChanges } from './version-changes.tsx';
import { MarkButton, MilestoneTags } from './version-milestones.tsx';
import { VersionThumbnail } from './version-thumbnail.tsx';

/** One version of the timeline, and what can be done with it. */
export function VersionEntry(props: {
  readonly row: VersionRow;
  readonly shown: boolean;
  readonly isBase: boolean;
  readonly busy: boolean;
  readonly onCompare: () => void;
  readonly onCopy: () => void;
  readonly onLook: () => void;
  readonly onMark: (milestone: Milestone, withdrawn: boolean) => void;
  readonly onRestore: () => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const readOnly = useReadOnly();
  const { version, called: name, mergedFrom, since, isUncertain } = props.row;
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
      <div className="timeline-body">
        <VersionThumbnail
          version={version.id}
          label={text(`${name.zh}的平面`, `The plan of ${name.en.toLowerCase()}`)}
        />
        <div className="timeline-words">
          {mergedFrom ? (
            <p className="timeline-merge">
              <MergeOutlined aria-hidden /> {say(mergedWords(mergedFrom))}
            </p>
          ) : null}
          {isUncertain ? (
            <p className="timeline-merge">
              {say(
                text(
                  '之后有版本不在这里，是否已从这一版改下去，无法判断。',
                  'A later version is not here, so whether this one was gone on from is not known.',
                ),
              )}
            </p>
          ) : null}
          <MilestoneTags milestones={version.milestones} />
          {version.note ? <VersionNote note={version.note} /> : null}
          <div className="quiet timeline-saved">
            {savedWords(version, language)}
            {version.author ? ` · ${version.author}` : null}
          </div>
          {since ? <VersionChanges version={version.id} since={since} /> : null}
          {version.counted ? (
            <span className="timeline-households">
              {version.households > 0 ? say(text('煤卫独用', 'Self-contained')) : null}
              <Completion complete={version.complete} households={version.households} />
            </span>
          ) : (
            <span className="quiet">{say(text('正在统计各户…', 'Counting households…'))}</span>
          )}
        </div>
      </div>
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
        <Button
          disabled={props.busy || readOnly !== null}
          title={readOnly ? say(readOnly) : undefined}
          onClick={props.onCopy}
          aria-label={say(
            text(`把${name.zh}复制为新方案`, `Copy ${name.en.toLocaleLowerCase()} to a new scheme`),
          )}
        >
          {say(text('复制为新方案', 'New scheme'))}
        </Button>
        <MarkButton
          milestones={version.milestones}
          name={name}
          refused={readOnly}
          onMark={props.onMark}
        />
      </div>
    </li>
  );
}

/** Characters and lines of a note that the timeline shows at first. */
const shortNote = 48;
const fewLines = 3;

/** A long note is cut off, so that the timeline stays one. */
function VersionNote({ note }: { readonly note: string }) {
  const say = useSay();
  const [whole, setWhole] = useState(false);
  const isLong = note.length > shortNote || note.split('\n').length > fewLines;
  const cut = note.split('\n').slice(0, fewLines).join('\n').slice(0, shortNote).trimEnd();
  return (
    <p className="timeline-note">
      {isLong && !whole ? `${cut}…` : note}
      {isLong ? (
        <button
          type="button"
          className="timeline-more"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {say(whole ? text('收起', 'Less') : text('更多', 'More'))}
        </button>
      ) : null}
    </p>
  );
}

/** Versions that others were drawn from and that are not here. */
export function GapEntry({ gaps }: { readonly gaps: SchemeSummary['gaps'] }) {
  const say = useSay();
  const { what, why } = gapWords(gaps);
  return (
    <li className="timeline-entry timeline-gap" data-testid="version-gap">
      <div className="timeline-head">
        <span>{say(what)}</span>
      </div>
      <div className="quiet">{say(why)}</div>
    </li>
  );
}
