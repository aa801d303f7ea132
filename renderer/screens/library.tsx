import { ImportOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Alert, App, Button, Input, Progress, Result, Skeleton, Switch } from 'antd';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Answer, BuildingSummary } from '../../shared/bridge.ts';
import type { BuildingId } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { collator } from '../language/say.ts';
import { readOnlyWords } from '../panels/read-only.tsx';
import { useSettings } from '../panels/settings-context.ts';
import { exportBundle, importBundle } from './library-bundle.tsx';
import {
  buildingsWithFaults,
  CopyDamagedButton,
  damagedOf,
  NewerBanner,
  troubles,
} from './library-damaged.tsx';
import { LibraryDialog, type LibraryDialogKind } from './library-dialog.tsx';
import type { BuildingFields } from './library-dialogs.tsx';
import { LibraryEmpty } from './library-empty.tsx';
import { ExportDialog } from './library-export.tsx';
import { isBundle, offerFile } from './library-files.ts';
import { refusedImport } from './library-import.tsx';
import { type BuildingAction, BuildingList } from './library-list.tsx';
import { MovedButton, movedAway, withoutMoved } from './library-moved.tsx';
import { LibraryPlaceButton } from './library-place.tsx';
import { ProblemBanner, ProblemList, ReadFailure } from './library-problems.tsx';
import { AuthorSetting, LanguageSwitch } from './library-settings.tsx';
import { onShelf, ShelfChoice, starred } from './library-shelf.tsx';
import { type LibraryView, useScrollKept, withView } from './library-view.ts';
import { useFound, useLibrary } from './use-library.ts';

/** All buildings of the library. */
export function LibraryScreen(props: {
  readonly author: string;
  readonly onAuthor: (author: string) => void;
  readonly onOpen: (building: BuildingId) => void;
  readonly view: LibraryView;
  readonly onView: (view: LibraryView) => void;
  /** px */
  readonly scrolled: RefObject<number>;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const { message, modal } = App.useApp();
  const { library, host, failure, progress, load } = useLibrary();
  const { search, shelf, archived } = props.view;
  const change = (part: Partial<LibraryView>) => props.onView(withView(props.view, part));
  const { settings, change: changeSettings } = useSettings();
  const [exporting, setExporting] = useState<BuildingSummary | null>(null);
  const [dialog, setDialog] = useState<LibraryDialogKind | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  const found = useFound(search, library);
  const shown = useMemo(() => {
    const byName = collator(language);
    const isAsWritten = ({ id }: BuildingSummary): boolean => found?.get(id)?.asWritten ?? false;
    const all = (library?.buildings ?? [])
      .filter((building) => archived || !building.archived || found?.get(building.id)?.asArchived)
      .filter((building) => found === null || found.has(building.id))
      .sort(
        (left, right) =>
          Number(isAsWritten(right)) - Number(isAsWritten(left)) ||
          byName.compare(left.name, right.name),
      );
    return onShelf(all, shelf, settings);
  }, [library, found, archived, language, shelf, settings]);

  const list = useScrollKept(props.scrolled, library !== null);

  /** Does it, says so, shows the list as it is then. */
  const attempt = async (work: () => Promise<unknown>, done?: Text) => {
    try {
      await work();
      if (done) message.success(say(done));
      await load();
    } catch (error) {
      message.error(say(failureText(error)));
    }
  };

  const warnOf = (notes: Answer<'building.export'>['notes']) => {
    if (notes.length === 0) return;
    modal.warning({
      title: say(text('已导出，但请注意', 'Exported, with this to know')),
      width: 680,
      content: <ProblemList problems={notes} />,
      okText: say(text('知道了', 'Close')),
    });
  };

  const act = (building: BuildingSummary, action: BuildingAction) => {
    if (action === 'rename' || action === 'duplicate') setDialog({ kind: action, building });
    else if (action === 'export') {
      void attempt(async () => {
        const file = await request('building.export', { building: building.id });
        offerFile(file.fileName, file.text);
        warnOf(file.notes);
      });
    } else if (action === 'choose') setExporting(building);
    else if (action === 'bundle') void attempt(async () => warnOf(await exportBundle(building)));
    else {
      const done =
        action === 'archive'
          ? text('已归档，可随时恢复。', 'Archived; it can be restored at any time.')
          : text('已取消归档。', 'Restored.');
      void attempt(
        () =>
          request('building.archive', { building: building.id, archived: action === 'archive' }),
        done,
      );
    }
  };

  const importFile = (file: File) =>
    attempt(async () => {
      if (await isBundle(file)) {
        const outcome = await importBundle(file, say);
        if ('done' in outcome) message.success(say(outcome.done));
        else if ('warning' in outcome) modal.warning(outcome.warning);
        else modal.error(outcome.refusal);
        return;
      }
      const source = await file.text();
      const answer = await request('building.import', { text: source });
      const imported = () => message.success(say(text('已导入。', 'Imported.')));
      if (answer.problems.length === 0) {
        imported();
        return;
      }
      if (answer.building) {
        modal.warning({
          title: say(text('已导入，但有底图缺失', 'Imported, without some underlays')),
          width: 680,
          content: <ProblemList problems={answer.problems} />,
          okText: say(text('知道了', 'Close')),
        });
        return;
      }
      const refused = refusedImport(file.name, answer, say);
      if (answer.mendable) {
        modal.confirm({
          ...refused,
          okText: say(text('导入为草稿，逐处改正', 'Import as a draft and mend it')),
          cancelText: say(text('不导入', 'Do not import')),
          onOk: () =>
            attempt(async () => {
              await request('building.import', { text: source, faulty: true });
              imported();
            }),
        });
      } else modal.error({ ...refused, okText: say(text('知道了', 'Close')) });
    });

  const confirmDialog = async (fields: BuildingFields) => {
    const named = { name: fields.name.trim(), address: (fields.address ?? '').trim() };
    if (dialog?.kind === 'create') {
      const content = await request('building.create', named);
      props.onOpen(content.id);
    } else if (dialog?.kind === 'rename') {
      await request('building.describe', { building: dialog.building.id, ...named });
      await load();
    } else if (dialog) {
      await request('building.duplicate', { building: dialog.building.id, name: named.name });
      await load();
    }
  };

  const problems = withoutMoved(library?.problems ?? [], settings.movedBuildings);
  const readOnly = host?.readOnly ?? false;
  const why = readOnly ? say(readOnlyWords) : undefined;
  const create = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      disabled={readOnly}
      title={why}
      onClick={() => setDialog({ kind: 'create' })}
    >
      {say(text('新建楼栋', 'New building'))}
    </Button>
  );
  const bringIn = (
    <Button
      icon={<ImportOutlined />}
      disabled={readOnly}
      title={why}
      onClick={() => picker.current?.click()}
    >
      {say(text('导入文件', 'Import file'))}
    </Button>
  );

  return (
    <main
      className="library"
      ref={list.ref}
      onScroll={list.onScroll}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (readOnly) message.warning(why);
        else for (const file of event.dataTransfer.files) void importFile(file);
      }}
    >
      <header className="library-head">
        <h1>
          <span className="brand">独用</span>
          {say(text('楼栋库', 'Building library'))}
        </h1>
        {host ? <LibraryPlaceButton host={host} /> : null}
        <AuthorSetting author={props.author} onChange={props.onAuthor} />
        <LanguageSwitch />
      </header>
      <div className="library-tools">
        <Input
          className="library-search"
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          value={search}
          onChange={(event) => change({ search: event.target.value })}
          placeholder={say(
            text('搜索名称、地址、门牌、备注、状态', 'Name, address, door, note, status'),
          )}
          aria-label={say(text('搜索楼栋', 'Search buildings'))}
        />
        <ShelfChoice shelf={shelf} onChange={(one) => change({ shelf: one })} />
        <label className="library-archived" htmlFor="library-archived">
          <Switch
            id="library-archived"
            size="small"
            checked={archived}
            onChange={(isShown) => change({ archived: isShown })}
            aria-label={say(text('显示已归档', 'Show archived'))}
          />
          {say(text('显示已归档', 'Show archived'))}
        </label>
        <span className="grow" />
        {bringIn}
        {create}
        <input
          ref={picker}
          type="file"
          accept=".json,.duyong,.zip,application/json"
          hidden
          data-testid="import-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) void importFile(file);
          }}
        />
      </div>
      {readOnly && library ? (
        <Alert
          className="problem-banner"
          type="warning"
          showIcon
          title={say(
            text(
              '楼栋库所在文件夹不可写：可以查看、对比和起草，不能新建、导入和保存；修改可另存为 .duyong 文件。请检查文件夹权限，或换一个楼栋库位置。',
              'The folder of the library cannot be written. Look, compare and draft as you like; nothing can be made, imported or saved here, but edits can be saved as a .duyong file. Check its permissions or use another folder.',
            ),
          )}
        />
      ) : null}
      <ProblemBanner
        problems={troubles(problems)}
        actionOf={({ gone }) =>
          gone ? (
            <MovedButton
              gone={gone}
              onPress={(one) =>
                changeSettings({ movedBuildings: movedAway(settings.movedBuildings, one) })
              }
            />
          ) : null
        }
        action={
          readOnly ? null : (
            <CopyDamagedButton buildings={buildingsWithFaults(damagedOf(problems))} />
          )
        }
        title={
          damagedOf(problems).length === troubles(problems).length
            ? text(
                '楼栋库中有文件无法读取，已单独搁置；其余内容照常可用。',
                'Some files of the library could not be read and are set aside; the rest works as usual.',
              )
            : text(
                '楼栋库中有文件已丢失或无法读取；其余内容照常可用。',
                'Some files of the library are gone or could not be read; the rest works as usual.',
              )
        }
      />
      <NewerBanner problems={problems} />
      {failure && library ? <ReadFailure failure={failure} onRetry={() => void load()} /> : null}
      {failure && !library ? (
        <Result
          status="warning"
          title={say(text('无法读取楼栋库', 'The library could not be read'))}
          subTitle={say(failure)}
          extra={
            <>
              <Button type="primary" onClick={() => void load()}>
                {say(text('重试', 'Try again'))}
              </Button>
              {host ? <LibraryPlaceButton host={host} isPlain /> : null}
            </>
          }
        />
      ) : library === null ? (
        <div className="library-sheet library-loading" aria-busy="true">
          {progress && progress.of > 0 ? (
            <Progress
              percent={Math.floor((100 * progress.done) / progress.of)}
              format={() => `${progress.done} / ${progress.of}`}
              aria-label={say(text('正在读取楼栋库', 'Reading the library'))}
            />
          ) : null}
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      ) : shown.length > 0 ? (
        <div className="library-sheet">
          <BuildingList
            buildings={shown}
            onOpen={(building) => props.onOpen(building.id)}
            onAction={act}
            readOnly={readOnly}
            view={props.view}
            onView={(part, turned) => {
              change(part);
              if (turned) list.toTop();
            }}
            favourites={settings.favouriteBuildings ?? []}
            onStar={(id) =>
              changeSettings({ favouriteBuildings: starred(settings.favouriteBuildings, id) })
            }
          />
        </div>
      ) : (
        <LibraryEmpty
          search={search.trim()}
          shelf={library.buildings.length > 0 ? shelf : 'all'}
          onClearSearch={() => change({ search: '' })}
          onShowAll={() => change({ shelf: 'all' })}
        >
          {bringIn}
          {create}
        </LibraryEmpty>
      )}
      {host ? (
        <p className="library-place quiet">
          {say(text('楼栋库位置：', 'Library folder: '))}
          {host.libraryPath}
        </p>
      ) : null}
      {exporting ? (
        <ExportDialog
          building={exporting}
          onClose={() => setExporting(null)}
          onExport={async (choice) => warnOf(await exportBundle(exporting, choice))}
        />
      ) : null}
      {dialog ? (
        <LibraryDialog dialog={dialog} onClose={() => setDialog(null)} onConfirm={confirmDialog} />
      ) : null}
    </main>
  );
}
