import { CopyOutlined, DeleteOutlined, DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import {
  App,
  Button,
  Input,
  InputNumber,
  Modal,
  Select,
  Switch,
  Table,
  type TableColumnsType,
  Upload,
} from 'antd';
import { useState } from 'react';
import { parseProfile, writeProfile } from '../../shared/exchange/profile.ts';
import type { Problem } from '../../shared/plan/integrity.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { builtInProfiles } from '../../shared/rules/profile.ts';
import { sizesOf } from '../../shared/rules/profile-of-file.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { rules } from '../../shared/rules/rules.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { severityWords } from '../language/words.ts';
import { ruleWords } from '../panels/finding-groups.ts';
import { useSettings } from '../panels/settings-context.ts';
import { sizeWords } from '../panels/size-words.ts';
import { profileOf } from '../panels/use-profile.ts';
import { offerFile } from './library-files.ts';
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

/** Which rules hold, how severely and with which numbers: two that come along, and the office's own. */
export function ProfileDialog(props: {
  readonly store: EditorStore;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const { message } = App.useApp();
  const { settings, change } = useSettings();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const own = settings.profiles ?? [];
  const current = settings.profile ?? builtIn[0]!;
  const all = [...builtIn, ...own];
  const profile = profileOf(current);
  const isOwn = !isBuiltIn(current);

  const use = (file: ProfileFile): void => {
    setProblems([]);
    // The national one needs no word: it is what holds without one.
    change(file.name === builtIn[0]!.name ? { profile: builtIn[0]! } : { profile: file });
  };
  const edit = (next: ProfileFile): void =>
    change({
      profile: next,
      profiles: own.map((one) => (one.name === current.name ? next : one)),
    });
  const add = (file: ProfileFile): void => {
    const taken = new Set(all.map(({ name }) => name));
    let { name } = file;
    for (let count = 2; taken.has(name); count++) name = `${file.name} ${count}`;
    const made = { ...file, name };
    change({ profile: made, profiles: [...own, made] });
  };
  const bringIn = async (file: File): Promise<void> => {
    const read = parseProfile(await file.text());
    setProblems(read.problems);
    if (!read.file) return;
    add(read.file);
    message.success(say(text(`已导入“${read.file.name}”。`, `“${read.file.name}” was imported.`)));
  };

  return (
    <Modal
      open
      onCancel={props.onClose}
      footer={null}
      width="min(1300px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={say(text('审查标准', 'Profile of rules'))}
      className="profile-dialog"
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
          onClick={() =>
            add({ ...current, name: say(text(`${current.name} 副本`, `${current.name} copy`)) })
          }
        >
          {say(text('复制后修改', 'Copy to edit'))}
        </Button>
        <Upload
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={(file) => {
            void bringIn(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{say(text('导入', 'Import'))}</Button>
        </Upload>
        <Button
          icon={<DownloadOutlined />}
          onClick={() =>
            offerFile(`${current.name.replace(/[\\/:*?"<>|]+/g, '-')}.json`, writeProfile(current))
          }
        >
          {say(text('导出', 'Export'))}
        </Button>
        {isOwn ? (
          <Button
            danger
            icon={<DeleteOutlined />}
            onClick={() =>
              change({
                profile: builtIn[0]!,
                profiles: own.filter(({ name }) => name !== current.name),
              })
            }
          >
            {say(text('删除', 'Delete'))}
          </Button>
        ) : null}
      </div>
      {isOwn ? (
        <div className="profile-name">
          {say(text('名称', 'Name'))}
          <Input
            key={current.name}
            aria-label={say(text('名称', 'Name'))}
            defaultValue={current.name}
            maxLength={100}
            onBlur={({ target }) => {
              const name = target.value.trim();
              const isFree = name !== '' && all.every((one) => one.name !== name);
              if (isFree) edit({ ...current, name });
            }}
          />
        </div>
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
    </Modal>
  );
}

function RuleTable(props: {
  readonly current: ProfileFile;
  readonly isOwn: boolean;
  readonly onEdit: (file: ProfileFile) => void;
}) {
  const say = useSay();
  const { current, isOwn, onEdit } = props;
  const profile = profileOf(current);
  const set = (id: string, part: ProfileFile['rules'][string]): void => {
    const setting = { ...current.rules[id], ...part };
    const kept = Object.fromEntries(
      Object.entries(setting).filter(([, value]) => value !== undefined),
    );
    onEdit({ ...current, rules: { ...current.rules, [id]: kept } });
  };
  const columns: TableColumnsType<Rule> = [
    {
      title: say(text('规则', 'Rule')),
      render: (_, rule) => (
        <>
          <strong>{say(ruleWords(rule.id))}</strong>
          <div className="quiet">{say(rule.asks)}</div>
        </>
      ),
    },
    {
      title: say(text('数值', 'Numbers')),
      width: 320,
      render: (_, rule) =>
        Object.entries(rule.numbers).map(([name, number]) => (
          <div key={name} className="profile-number">
            <span>
              {say(number.words)}
              {number.unit === 'nth' ? ' 1/' : ''}
            </span>
            <InputNumber
              aria-label={say(number.words)}
              size="small"
              disabled={!isOwn}
              value={profile.rules[rule.id]?.numbers?.[name] ?? number.value}
              min={number.unit === 'nth' ? 1 : 0}
              max={100_000}
              step={number.unit === 'm2' ? 0.1 : number.unit === 'mm' ? 10 : 1}
              suffix={number.unit === 'm2' ? 'm²' : number.unit === 'mm' ? 'mm' : undefined}
              onChange={(value) => {
                if (value === null) return;
                set(rule.id, { numbers: { ...current.rules[rule.id]?.numbers, [name]: value } });
              }}
            />
          </div>
        )),
    },
    {
      title: say(text('程度', 'Severity')),
      width: 130,
      render: (_, rule) =>
        rule.severity === 'unknown' ? (
          say(severityWords.unknown)
        ) : (
          <Select
            size="small"
            disabled={!isOwn || rule.id === 'F1'}
            value={profile.rules[rule.id]?.severity ?? rule.severity}
            onChange={(severity) => set(rule.id, { severity })}
            aria-label={say(text('程度', 'Severity'))}
            options={(['breach', 'warning'] as const).map((value) => ({
              value,
              label: say(severityWords[value]),
            }))}
          />
        ),
    },
    {
      title: say(text('检查', 'Checked')),
      width: 230,
      render: (_, rule) => {
        const off = profile.rules[rule.id]?.off;
        return (
          <div className="profile-off">
            <Switch
              size="small"
              disabled={!isOwn || rule.id === 'F1'}
              checked={off === undefined}
              aria-label={say(text('检查这条规则', 'Check this rule'))}
              onChange={(on) =>
                set(rule.id, {
                  off: on ? undefined : say(text('本单位不适用', 'not applied here')),
                })
              }
            />
            {off === undefined ? null : (
              <Input
                size="small"
                disabled={!isOwn}
                defaultValue={off}
                maxLength={400}
                aria-label={say(text('关闭的理由', 'Why it is switched off'))}
                onBlur={({ target }) => {
                  if (target.value.trim()) set(rule.id, { off: target.value.trim() });
                }}
              />
            )}
          </div>
        );
      },
    },
    {
      title: say(text('依据', 'Source')),
      width: 220,
      render: (_, { source }) => (
        <>
          {say(source.clause)}
          {source.certainty === 'A' ? null : (
            <div className="quiet">
              {say(
                text(
                  `可靠程度 ${source.certainty}，待核对原文`,
                  `certainty ${source.certainty}, original to be checked`,
                ),
              )}
            </div>
          )}
        </>
      ),
    },
  ];
  const sizes = sizesOf(profile.fixtures);
  return (
    <>
      <Table<Rule>
        size="small"
        rowKey="id"
        dataSource={[...rules]}
        columns={columns}
        pagination={false}
        scroll={{ y: 'calc(100vh - 380px)', x: 1100 }}
      />
      <details className="profile-sizes">
        <summary>
          {say(text('设施尺寸和空地（mm）', 'Sizes of fixtures and their floor (mm)'))}
        </summary>
        <div>
          {Object.entries(sizes).map(([path, value]) => (
            <div key={path} className="profile-number">
              <span>{say(sizeWords(path))}</span>
              <InputNumber
                aria-label={say(sizeWords(path))}
                size="small"
                disabled={!isOwn}
                value={value}
                min={0}
                max={10_000}
                step={10}
                onChange={(size) => {
                  if (size === null) return;
                  onEdit({
                    ...current,
                    fixtures: { ...current.fixtures, [path]: Math.round(size) },
                  });
                }}
              />
            </div>
          ))}
        </div>
      </details>
    </>
  );
}
