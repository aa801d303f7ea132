import { Checkbox, Form, Radio, Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { BuildingContent, BuildingSummary } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { schemeWords } from '../language/scheme-words.ts';
import { versionLabel } from '../language/version-label.ts';
import { FormDialog } from '../panels/form-dialog.tsx';
import type { BundleChoice } from './library-bundle.tsx';

interface Fields {
  readonly which: 'all' | 'newest' | 'marked' | 'chosen';
  readonly versions: string[];
  readonly privateFacts: boolean;
}

/** What of a building goes into a `.duyong` file. */
export function ExportDialog(props: {
  readonly building: BuildingSummary;
  onClose(): void;
  onExport(choice: BundleChoice): Promise<void>;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const [content, setContent] = useState<BuildingContent | null>(null);
  const [failure, setFailure] = useState<Text | null>(null);
  const [which, setWhich] = useState<Fields['which']>('all');
  const { id } = props.building;
  useEffect(() => {
    let isOver = false;
    request('building.open', { building: id }).then(
      (answer) => isOver || setContent(answer),
      (error: unknown) => isOver || setFailure(failureText(error)),
    );
    return () => {
      isOver = true;
    };
  }, [id]);
  const schemes = content?.schemes ?? [];
  const marked = schemes.some(({ versions }) => versions.some(isMarked));
  return (
    <FormDialog<Fields>
      title={text('导出楼栋', 'Export a building')}
      confirm={text('导出', 'Export')}
      initial={{ which: 'all', versions: [], privateFacts: false }}
      onClose={props.onClose}
      onConfirm={async (fields) => {
        if (fields.which !== 'all' && !content) return;
        await props.onExport({
          versions: content ? versionsOf(content, fields) : null,
          privateFacts: fields.privateFacts,
        });
      }}
    >
      <Form.Item name="which" label={say(text('导出哪些版本', 'Which versions'))}>
        <Radio.Group
          onChange={(event) => setWhich(event.target.value as Fields['which'])}
          className="export-choice"
          options={[
            { value: 'all', label: say(text('全部版本', 'All versions')) },
            {
              value: 'newest',
              label: say(text('每个方案的最新版', 'The newest of each scheme')),
              disabled: !content,
            },
            {
              value: 'marked',
              label: say(
                marked || !content
                  ? text('有标记的版本', 'Versions with a mark')
                  : text('有标记的版本（还没有）', 'Versions with a mark (there is none)'),
              ),
              disabled: !marked,
            },
            { value: 'chosen', label: say(text('自选', 'Choose')), disabled: !content },
          ]}
        />
      </Form.Item>
      {failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : content ? null : (
        <Spin />
      )}
      {which === 'chosen' ? (
        <Form.Item
          name="versions"
          label={say(text('版本', 'Versions'))}
          rules={[
            {
              required: true,
              type: 'array',
              min: 1,
              message: say(text('请至少选一个版本', 'Choose one version at least')),
            },
          ]}
        >
          <Select
            mode="multiple"
            popupMatchSelectWidth={false}
            maxTagCount={4}
            optionFilterProp="label"
            placeholder={say(text('点选版本', 'Choose versions'))}
            options={schemes.map((scheme) => ({
              label: say(schemeWords(scheme, schemes)),
              options: scheme.versions.map((version) => ({
                value: version.id,
                label: versionLabel(
                  version,
                  { versions: scheme.versions, scheme: say(schemeWords(scheme, schemes)) },
                  language,
                ),
              })),
            }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="privateFacts"
        valuePropName="checked"
        extra={say(
          text(
            '住户的联系人和电话另行记录，不在图纸中；不勾选则不导出。',
            'Whom to call about a household, and the number, are recorded apart from the plans, and stay here unless this is ticked.',
          ),
        )}
      >
        <Checkbox>{say(text('连同个人信息', 'With facts about persons'))}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

type Version = BuildingContent['schemes'][number]['versions'][number];

const isMarked = ({ milestones }: Version): boolean => milestones.length > 0;

/** Null for all of them. */
export function versionsOf(
  { schemes }: Pick<BuildingContent, 'schemes'>,
  { which, versions }: Pick<Fields, 'which' | 'versions'>,
): string[] | null {
  if (which === 'all') return null;
  if (which === 'chosen') return versions;
  return schemes.flatMap((scheme) =>
    (which === 'newest' ? scheme.versions.slice(0, 1) : scheme.versions.filter(isMarked)).map(
      ({ id }) => id,
    ),
  );
}
