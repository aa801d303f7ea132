import { BranchesOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tag } from 'antd';
import type { SchemeSummary } from '../../shared/bridge.ts';
import { byStage } from '../../shared/records/fold.ts';
import { milestoneWords } from '../../shared/records/milestone-words.ts';
import { type Text, text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { savedWords } from '../language/saved-words.ts';
import { clockOrDay } from '../language/say.ts';
import { isUnnamed } from '../language/scheme-words.ts';
import { versionWithin } from '../language/version-words.ts';
import { editsWords } from '../language/words.ts';
import { Completion } from '../panels/completion.tsx';
import { readOnlyWords } from '../panels/read-only.tsx';

/** A scheme among those of its building: how far it has come, and what is to be known of it. */
export function SchemeCard(props: {
  readonly scheme: SchemeSummary;
  /** Told apart from another of the same name. */
  readonly called: Text;
  readonly readOnly: boolean;
  readonly onOpen: () => void;
  readonly onDescribe: () => void;
  readonly onArchive: () => void;
  /** Whether it can go one place up, one down. */
  readonly places: { readonly up: boolean; readonly down: boolean };
  readonly onMove: (by: -1 | 1) => void;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const { scheme } = props;
  const { figures } = scheme;
  const newest = scheme.versions[0];
  return (
    <li className={scheme.archived ? 'scheme-card building-archived' : 'scheme-card'}>
      <h2>
        <button type="button" className="scheme-open" onClick={props.onOpen}>
          {say(props.called)}
        </button>
        {scheme.draft && scheme.draft.edits > 0 ? (
          <Tag className="draft-tag">
            {say(
              text(
                `草稿：${editsWords(scheme.draft.edits).zh} · ${clockOrDay(scheme.draft.savedAt, language)}`,
                `Draft: ${editsWords(scheme.draft.edits).en} · ${clockOrDay(scheme.draft.savedAt, language)}`,
              ),
            )}
          </Tag>
        ) : null}
        {scheme.fork ? <ForkTag more={scheme.fork.more} /> : null}
        <FurthestMark scheme={scheme} />
        {scheme.archived ? <Tag>{say(text('已归档', 'Archived'))}</Tag> : null}
      </h2>
      <p className="scheme-description">
        {scheme.description || (
          <span className="quiet">{say(isUnnamed(scheme) ? unnamedWords : noDescription)}</span>
        )}
      </p>
      <dl className="scheme-facts">
        <div>
          <dt>{say(completeWords(scheme))}</dt>
          <dd>
            {figures ? (
              <Completion complete={figures.complete} households={figures.households} />
            ) : (
              <span className="quiet">—</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{say(text('版本', 'Versions'))}</dt>
          <dd>{scheme.versions.length}</dd>
        </div>
        <div>
          <dt>{say(text('最近版本', 'Last version'))}</dt>
          <dd>
            {newest ? (
              savedWords(newest, language)
            ) : (
              <span className="quiet">{say(text('尚无版本', 'None yet'))}</span>
            )}
          </dd>
        </div>
      </dl>
      <Dropdown
        trigger={['click']}
        disabled={props.readOnly}
        menu={{
          items: [
            { key: 'describe', label: say(text('修改名称和说明', 'Rename')) },
            { key: 'up', label: say(text('前移', 'Move forward')), disabled: !props.places.up },
            { key: 'down', label: say(text('后移', 'Move back')), disabled: !props.places.down },
            {
              key: 'archive',
              label: scheme.archived
                ? say(text('取消归档', 'Restore from archive'))
                : say(text('归档', 'Archive')),
            },
          ],
          onClick: ({ key }) => {
            if (key === 'describe') props.onDescribe();
            else if (key === 'archive') props.onArchive();
            else props.onMove(key === 'up' ? -1 : 1);
          },
        }}
      >
        <Button
          className="scheme-more"
          type="text"
          icon={<MoreOutlined />}
          disabled={props.readOnly}
          title={props.readOnly ? say(readOnlyWords) : undefined}
          aria-label={say(
            text(`${props.called.zh}：更多操作`, `More actions for ${props.called.en}`),
          )}
        />
      </Dropdown>
    </li>
  );
}

const noDescription = text('没有说明', 'No description');
const unnamedWords = text(
  '记录方案名称和说明的文件已损坏、丢失或尚未同步，图纸不受影响。可从备份找回，或用“修改名称和说明”重新命名。',
  'The record of its name and description is damaged, gone or has not arrived; its plans are not affected. Bring it back from a backup, or rename the scheme.',
);

/** Two versions stand side by side: opening the scheme leads to merging them. */
function ForkTag({ more }: { readonly more: number }) {
  const say = useSay();
  const heads = more + 2;
  return (
    <Tag color="orange" icon={<BranchesOutlined aria-hidden />} data-testid="fork-tag">
      {say(text(`${heads} 版并列，待合并`, `${heads} versions side by side, to be merged`))}
    </Tag>
  );
}

/** How far the scheme has come: the last stage of the work that one of its versions stands for. */
function FurthestMark({ scheme }: { readonly scheme: SchemeSummary }) {
  const say = useSay();
  const { versions } = scheme;
  const marks = versions.flatMap((version) =>
    version.milestones.map((mark) => ({ mark, version })),
  );
  const [furthest] = marks.sort((left, right) => byStage(right.mark, left.mark));
  if (!furthest) return null;
  const { zh, en } = milestoneWords(furthest.mark);
  const called = versionWithin(furthest.version, versions);
  return (
    <Tag color="blue" variant="outlined">
      {say(text(`${zh} · ${called.zh}`, `${en} · ${called.en}`))}
    </Tag>
  );
}

/** Says what the figures are of: the draft, or the newest version. */
function completeWords({ figures, versions }: SchemeSummary): Text {
  if (!figures) return text('煤卫独用', 'Self-contained');
  const version = versions.find(({ id }) => id === figures.version);
  if (!version) return text('煤卫独用（草稿）', 'Self-contained (draft)');
  return text(`煤卫独用（第 ${version.number} 版）`, `Self-contained (version ${version.number})`);
}
