import { ArrowLeftOutlined, BranchesOutlined, MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import type { BuildingContent, SchemeSummary } from '../../shared/bridge.ts';
import type { SchemeId } from '../../shared/plan/model.ts';
import { byStage } from '../../shared/records/fold.ts';
import { milestoneWords } from '../../shared/records/milestone-words.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { clock, dateTime } from '../language/say.ts';
import { versionWithin } from '../language/version-words.ts';
import { editsWords } from '../language/words.ts';
import { Completion } from '../panels/completion.tsx';
import { readOnlyWords } from '../panels/read-only.tsx';
import { CopyDamagedButton, faultsOf } from './library-damaged.tsx';
import { SchemeDialog, type SchemeFields } from './library-dialogs.tsx';
import { ProblemBanner } from './library-problems.tsx';
import { LanguageSwitch } from './library-settings.tsx';

type Dialog = { kind: 'create' } | { kind: 'describe'; scheme: SchemeSummary };

/** The schemes of one building, to choose which one to work on. */
export function SchemesScreen(props: {
  readonly content: BuildingContent;
  readonly onContent: (content: BuildingContent) => void;
  readonly onOpen: (scheme: SchemeId) => void;
  readonly onBack: () => void;
}) {
  const say = useSay();
  const { message } = App.useApp();
  const { content } = props;
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const schemes = [...content.schemes].sort(
    (left, right) => Number(left.archived) - Number(right.archived),
  );

  const describe = (scheme: SchemeSummary, change: Partial<SchemeSummary>) =>
    request('scheme.describe', {
      building: content.id,
      scheme: scheme.id,
      name: change.name ?? scheme.name,
      description: change.description ?? scheme.description,
      archived: change.archived ?? scheme.archived,
    }).then(props.onContent);

  const confirmDialog = async (fields: SchemeFields) => {
    const words = { name: fields.name.trim(), description: (fields.description ?? '').trim() };
    if (dialog?.kind === 'describe') return describe(dialog.scheme, words);
    const [scheme, version] = fields.from.split(' ');
    const answer = await request('scheme.create', {
      building: content.id,
      ...words,
      from: scheme && version ? { scheme: scheme as SchemeId, version } : null,
    });
    props.onContent(answer.content);
    props.onOpen(answer.scheme);
  };

  const newest = content.schemes.find((scheme) => scheme.versions.length > 0);
  return (
    <main className="library">
      <header className="library-head">
        <Button
          type="text"
          icon={<ArrowLeftOutlined />}
          onClick={props.onBack}
          aria-label={say(text('返回楼栋库', 'Back to the library'))}
        />
        <h1>
          {content.name}
          <small className="quiet">{content.address}</small>
        </h1>
        <LanguageSwitch />
      </header>
      <div className="library-tools">
        <span className="quiet">
          {say(
            text(
              `${content.schemes.length} 个方案，请选择一个打开`,
              content.schemes.length === 1
                ? 'One scheme'
                : `${content.schemes.length} schemes; choose one to open`,
            ),
          )}
        </span>
        <span className="grow" />
        <Button
          type="primary"
          icon={<PlusOutlined />}
          disabled={content.readOnly}
          title={content.readOnly ? say(readOnlyWords) : undefined}
          onClick={() => setDialog({ kind: 'create' })}
        >
          {say(text('新建方案', 'New scheme'))}
        </Button>
      </div>
      <ProblemBanner
        problems={content.problems}
        action={
          <CopyDamagedButton
            buildings={
              !content.readOnly && faultsOf(content.problems).length > 0 ? [content.id] : []
            }
          />
        }
        title={text(
          '该楼栋有记录无法读取，已单独搁置；其余版本照常可用。',
          'Some records of this building could not be read and are set aside; other versions work as usual.',
        )}
      />
      <ul className="scheme-cards">
        {schemes.map((scheme) => (
          <SchemeCard
            key={scheme.id}
            scheme={scheme}
            readOnly={content.readOnly}
            onOpen={() => props.onOpen(scheme.id)}
            onDescribe={() => setDialog({ kind: 'describe', scheme })}
            places={placesOf(scheme, schemes)}
            onMove={(by) =>
              void request('scheme.order', {
                building: content.id,
                schemes: moved(
                  schemes.map(({ id }) => id),
                  scheme.id,
                  by,
                ),
              }).then(props.onContent, (error: unknown) => message.error(say(failureText(error))))
            }
            onArchive={() =>
              void describe(scheme, { archived: !scheme.archived }).catch((error: unknown) =>
                message.error(say(failureText(error))),
              )
            }
          />
        ))}
      </ul>
      {dialog ? (
        <SchemeDialog
          title={
            dialog.kind === 'create'
              ? text('新建方案', 'New scheme')
              : text('修改方案名称和说明', 'Rename scheme')
          }
          confirm={
            dialog.kind === 'create'
              ? text('新建并打开', 'Create and open')
              : text('确定', 'Rename')
          }
          sources={dialog.kind === 'create' ? content.schemes : null}
          initial={
            dialog.kind === 'create'
              ? {
                  name: '',
                  description: '',
                  from: newest ? `${newest.id} ${newest.versions[0]?.id}` : '',
                }
              : { name: dialog.scheme.name, description: dialog.scheme.description, from: '' }
          }
          onClose={() => setDialog(null)}
          onConfirm={confirmDialog}
        />
      ) : null}
    </main>
  );
}

/** Archived ones stay behind the others. */
const placesOf = (scheme: SchemeSummary, schemes: readonly SchemeSummary[]) => {
  const alike = schemes.filter(({ archived }) => archived === scheme.archived);
  return { up: alike[0]?.id !== scheme.id, down: alike.at(-1)?.id !== scheme.id };
};

/** The list with one of it a place further. */
export function moved<T>(list: readonly T[], one: T, by: -1 | 1): T[] {
  const rest = list.filter((other) => other !== one);
  return rest.toSpliced(list.indexOf(one) + by, 0, one);
}

function SchemeCard(props: {
  readonly scheme: SchemeSummary;
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
          {scheme.name}
        </button>
        {scheme.draft && scheme.draft.edits > 0 ? (
          <Tag className="draft-tag">
            {say(
              text(
                `草稿：${editsWords(scheme.draft.edits).zh} · ${clock(scheme.draft.savedAt)}`,
                `Draft: ${editsWords(scheme.draft.edits).en} · ${clock(scheme.draft.savedAt)}`,
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
          <span className="quiet">{say(text('没有说明', 'No description'))}</span>
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
              dateTime(newest.savedAt, language)
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
          aria-label={say(text(`${scheme.name}：更多操作`, `More actions for ${scheme.name}`))}
        />
      </Dropdown>
    </li>
  );
}

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
