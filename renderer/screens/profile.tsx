import { CopyOutlined, DeleteOutlined, DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Popconfirm, Select, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { mostProfiles } from '../../shared/bridge-shapes.ts';
import { parseProfile, writeProfile } from '../../shared/exchange/profile.ts';
import type { Problem } from '../../shared/plan/integrity.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { builtInProfiles } from '../../shared/rules/profile.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { useSettings } from '../panels/settings-context.ts';
import { profileOf } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { offerFile } from './library-files.ts';
import { ProfileName } from './profile-name.tsx';
import { freeProfileName } from './profile-names.ts';
import { RuleTable } from './profile-rules.tsx';
import { profileFileName, StoredProfileDialog } from './stored-profile.tsx';
import './profile.css';

const ofBase = (base: ProfileFile['base'], name: string): ProfileFile => ({
  format: 1,
  kind: 'duyong-profile',
  name,
  base,
  rules: {},
  fixtures: {},
});

const builtIn: readonly ProfileFile[] = builtInProfiles.map(({ base, name }) => ofBase(base, name));
const isBuiltIn = (file: ProfileFile): boolean => builtIn.some(({ name }) => name === file.name);

/** In the place of the one of this name, or behind all where there is none. */
const withProfile = (
  profiles: readonly ProfileFile[],
  name: string,
  file: ProfileFile,
): ProfileFile[] =>
  profiles.some((one) => one.name === name)
    ? profiles.map((one) => (one.name === name ? file : one))
    : [...profiles, file];

const full = text(
  `本机已有 ${mostProfiles} 个自定标准，请先删除不用的。`,
  `This computer keeps ${mostProfiles} profiles of your own already: delete one first.`,
);

/** Behind the name of a copy. */
const copied = text(' 副本', ' copy');

/** The profile that what is on the screen is checked with: a version's own while one is read. */
export function ProfileDialog(props: {
  readonly store: EditorStore;
  readonly onClose: () => void;
}) {
  const reading = useStore(props.store, (state) => state.reading);
  // The draft of another window has none of its own.
  return reading && reading.version !== null ? (
    <StoredProfileDialog file={reading.profile ?? builtIn[0]!} onClose={props.onClose} />
  ) : (
    <ProfilesDialog onClose={props.onClose} />
  );
}

/** Which rules hold, how severely and with which numbers: two that come along, and the office's own. */
function ProfilesDialog(props: { readonly onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const { settings, change, refresh } = useSettings();
  // Another window may have edited them meanwhile.
  useEffect(() => refresh(), [refresh]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const own = settings.profiles ?? [];
  const current = settings.profile ?? builtIn[0]!;
  const all = [...builtIn, ...own];
  const profile = profileOf(current);
  const isOwn = !isBuiltIn(current);
  const isFull = own.length >= mostProfiles;

  const use = (file: ProfileFile): void => {
    setProblems([]);
    // The national one needs no word: it is what holds without one.
    change(file.name === builtIn[0]!.name ? { profile: builtIn[0]! } : { profile: file });
  };
  const edit = (next: ProfileFile): void =>
    change(({ profiles = [] }) => ({
      profile: next,
      profiles: withProfile(profiles, current.name, next),
    }));
  const add = (file: ProfileFile, after = ''): void => {
    setProblems([]);
    change(({ profiles = [] }) => {
      const taken = [...builtIn, ...profiles].map(({ name }) => name);
      const named = { ...file, name: freeProfileName(file.name, taken, after) };
      return { profile: named, profiles: [...profiles, named] };
    });
  };
  const names = all.map(({ name }) => name);
  const bringIn = async (file: File): Promise<void> => {
    const read = parseProfile(await file.text());
    setProblems(read.problems);
    if (!read.file) return;
    const name = freeProfileName(read.file.name, names);
    add(read.file);
    message.success(say(text(`已导入“${name}”。`, `"${name}" was imported.`)));
  };

  return (
    <WideDialog
      title={text('审查标准', 'Profile of rules')}
      className="profile-dialog"
      width={1300}
      onClose={props.onClose}
    >
      <div className="profile-head">
        <Select
          value={current.name}
          onChange={(name) => use(all.find((one) => one.name === name) ?? builtIn[0]!)}
          aria-label={say(text('使用的审查标准', 'Profile in use'))}
          popupMatchSelectWidth={false}
          options={[
            {
              label: say(text('自带', 'Built in')),
              options: builtIn.map(({ name }) => ({ value: name, label: name })),
            },
            ...(own.length > 0
              ? [
                  {
                    label: say(text('本单位', 'This office')),
                    options: own.map(({ name }) => ({ value: name, label: name })),
                  },
                ]
              : []),
          ]}
        />
        <Button
          icon={<CopyOutlined />}
          disabled={isFull}
          title={isFull ? say(full) : ''}
          onClick={() => add(current, say(copied))}
        >
          {say(text('复制后修改', 'Copy to edit'))}
        </Button>
        <Upload
          disabled={isFull}
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={(file) => {
            void bringIn(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} disabled={isFull} title={isFull ? say(full) : ''}>
            {say(text('导入', 'Import'))}
          </Button>
        </Upload>
        <Button
          icon={<DownloadOutlined />}
          onClick={() => offerFile(profileFileName(current), writeProfile(current))}
        >
          {say(text('导出', 'Export'))}
        </Button>
        {isOwn ? (
          <Popconfirm
            title={say(text('删除这个标准？', 'Delete this profile?'))}
            description={say(
              text(
                '其中的数值和理由将丢失，此操作不能撤销；可先导出。已保存的版本仍带有它。',
                'Its numbers and reasons are lost, and this cannot be undone; it can be exported first. Versions that were saved with it keep it.',
              ),
            )}
            okText={say(text('删除', 'Delete'))}
            okButtonProps={{ danger: true }}
            cancelText={say(text('取消', 'Cancel'))}
            onConfirm={() =>
              change(({ profiles = [] }) => ({
                profile: builtIn[0]!,
                profiles: profiles.filter(({ name }) => name !== current.name),
              }))
            }
          >
            <Button danger icon={<DeleteOutlined />}>
              {say(text('删除', 'Delete'))}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      {isOwn ? (
        <ProfileName
          key={current.name}
          name={current.name}
          others={names.filter((name) => name !== current.name)}
          onChange={(name) => edit({ ...current, name })}
        />
      ) : null}
      <p className="profile-note">
        {say(profile.note)}
        {isOwn
          ? ''
          : say(
              text(
                ' 自带的标准不能修改；请“复制后修改”。',
                ' A built-in profile is not edited; copy it first.',
              ),
            )}
        {say(
          text(
            ' 所用标准随每个版本保存，旧版本按保存时的标准查看。',
            ' The profile in use is kept with every version; an old one is read with its own.',
          ),
        )}
      </p>
      {problems.length > 0 ? (
        <ul role="alert" className="failure profile-problems">
          {problems.map(({ at, problem }) => (
            <li key={`${at} ${problem.en}`}>
              {at ? <code>{at}</code> : null} {say(problem)}
            </li>
          ))}
        </ul>
      ) : null}
      <RuleTable current={current} isOwn={isOwn} onEdit={edit} />
    </WideDialog>
  );
}
