import { ArrowLeftOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { BuildingContent, SchemeSummary } from '../../shared/bridge.ts';
import type { SchemeId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { isUnnamed, schemeWords } from '../language/scheme-words.ts';
import { readOnlyWords } from '../panels/read-only.tsx';
import {
  CopyDamagedButton,
  damagedOf,
  faultsOf,
  NewerBanner,
  troubles,
} from './library-damaged.tsx';
import { ProblemBanner } from './library-problems.tsx';
import { SchemeCard } from './library-scheme-card.tsx';
import { SchemeDialog, type SchemeFields } from './library-scheme-dialog.tsx';
import { LanguageSwitch } from './library-settings.tsx';
import { firstStart, startArgument } from './scheme-start.ts';

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
    const answer = await request('scheme.create', {
      building: content.id,
      ...words,
      from: startArgument(fields, content.schemes),
    });
    props.onContent(answer.content);
    props.onOpen(answer.scheme);
  };

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
        problems={troubles(content.problems)}
        action={
          <CopyDamagedButton
            buildings={
              !content.readOnly && faultsOf(damagedOf(content.problems)).length > 0
                ? [content.id]
                : []
            }
          />
        }
        title={
          damagedOf(content.problems).length === troubles(content.problems).length
            ? text(
                '该楼栋有记录无法读取，已单独搁置；其余版本照常可用。',
                'Some records of this building could not be read and are set aside; other versions work as usual.',
              )
            : text(
                '该楼栋有记录已丢失或无法读取；其余版本照常可用。',
                'Some records of this building are gone or could not be read; other versions work as usual.',
              )
        }
      />
      <NewerBanner problems={content.problems} />
      <ul className="scheme-cards">
        {schemes.map((scheme) => (
          <SchemeCard
            key={scheme.id}
            scheme={scheme}
            called={schemeWords(scheme, schemes)}
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
          schemes={content.schemes}
          own={dialog.kind === 'create' ? null : dialog.scheme.id}
          initial={{
            ...firstStart(content.schemes),
            name: dialog.kind === 'create' || isUnnamed(dialog.scheme) ? '' : dialog.scheme.name,
            description: dialog.kind === 'create' ? '' : dialog.scheme.description,
          }}
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
