import { Form, Input, Radio, Select } from 'antd';
import type { SchemeSummary } from '../../shared/bridge.ts';
import type { SchemeId } from '../../shared/plan/model.ts';
import { schemeCalled, schemeNameKey, takenNameWords } from '../../shared/records/scheme-names.ts';
import { type Text, text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { schemeWords } from '../language/scheme-words.ts';
import { versionLabel } from '../language/version-label.ts';
import { versionWithin } from '../language/version-words.ts';
import { type DialogProps, FormDialog } from '../panels/form-dialog.tsx';
import { type SchemeStart, startSchemes, surveySource } from './scheme-start.ts';

export interface SchemeFields extends SchemeStart {
  readonly name: string;
  readonly description: string;
}

/** A scheme's name and description; a new one, without `own`, also says where it starts from. */
export function SchemeDialog(
  props: DialogProps<SchemeFields> & {
    /** All schemes of the building. */
    readonly schemes: readonly SchemeSummary[];
    /** The scheme that is being named anew; null for a new one. */
    readonly own: SchemeId | null;
  },
) {
  const say = useSay();
  const { schemes, own } = props;
  const isTaken = async (_rule: unknown, name: string | undefined): Promise<void> => {
    const now = schemes.find(({ id }) => id === own)?.name ?? '';
    const isKept = schemeNameKey(name ?? '') === schemeNameKey(now);
    const other = isKept ? null : schemeCalled(name ?? '', schemes, own);
    if (other) throw new Error(say(takenNameWords(other)));
  };
  return (
    <FormDialog<SchemeFields> {...props}>
      <Form.Item
        name="name"
        label={say(text('方案名称', 'Scheme name'))}
        validateFirst
        rules={[
          {
            required: true,
            whitespace: true,
            message: say(text('请填写名称', 'A name is needed')),
          },
          { validator: isTaken },
        ]}
      >
        <Input
          autoFocus
          maxLength={200}
          placeholder={say(text('例如：方案乙', 'For example: Scheme B'))}
        />
      </Form.Item>
      <Form.Item name="description" label={say(text('说明', 'Description'))}>
        <Input.TextArea
          maxLength={4000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          placeholder={say(text('可不填', 'Optional'))}
        />
      </Form.Item>
      {own === null ? <StartFields schemes={schemes} /> : null}
    </FormDialog>
  );
}

function StartFields({ schemes }: { readonly schemes: readonly SchemeSummary[] }) {
  const say = useSay();
  const start = Form.useWatch<SchemeStart['start'] | undefined>('start');
  const sources = startSchemes(schemes);
  const isSaved = sources.length > 0;
  return (
    <>
      <Form.Item
        name="start"
        label={say(text('从哪里开始', 'Start from'))}
        extra={say(isSaved ? startWords(start, schemes) : noneSaved)}
      >
        <Radio.Group
          options={[
            { value: 'survey', label: say(text('现状测绘', 'The survey')), disabled: !isSaved },
            { value: 'scheme', label: say(text('另一方案', 'Another scheme')), disabled: !isSaved },
            { value: 'empty', label: say(text('空白楼层', 'An empty storey')) },
          ]}
        />
      </Form.Item>
      {start === 'scheme' ? <SourceFields schemes={schemes} /> : null}
    </>
  );
}

/** Which scheme, and which version of it: the newest until somebody picks another. */
function SourceFields({ schemes }: { readonly schemes: readonly SchemeSummary[] }) {
  const say = useSay();
  const { language } = useLanguage();
  const form = Form.useFormInstance<SchemeFields>();
  const chosen = Form.useWatch<string | undefined>('scheme', { form, preserve: true });
  const versions = schemes.find(({ id }) => id === chosen)?.versions ?? [];
  return (
    <div className="scheme-source">
      <Form.Item name="scheme" label={say(text('方案', 'Scheme'))}>
        <Select
          popupMatchSelectWidth={false}
          onChange={(id: string) => {
            const newest = schemes.find((scheme) => scheme.id === id)?.versions[0];
            form.setFieldValue('version', newest?.id ?? '');
          }}
          options={startSchemes(schemes).map((scheme) => ({
            value: scheme.id,
            label: say(schemeWords(scheme, schemes)),
          }))}
        />
      </Form.Item>
      <Form.Item name="version" label={say(text('版本', 'Version'))}>
        <Select
          popupMatchSelectWidth={false}
          options={versions.map((version, place) => {
            const label = versionLabel(version, { versions }, language);
            const newest = say(text(`最新：${label}`, `Newest: ${label}`));
            return { value: version.id, label: place === 0 ? newest : label };
          })}
        />
      </Form.Item>
    </div>
  );
}

const noneSaved = text(
  '这栋楼还没有保存过版本。要从现状测绘或另一方案开始，请先打开有内容的方案，保存一个版本。',
  'No version of this building has been saved yet. To start from the survey or from a scheme, open the one with the drawing and save a version first.',
);

/** What will be in the new scheme, and whence. */
function startWords(
  start: SchemeStart['start'] | undefined,
  schemes: readonly SchemeSummary[],
): Text {
  if (start === 'empty') {
    return text('只有一个空白的一层，从头测绘。', 'One empty storey, to draw from scratch.');
  }
  if (start === 'scheme') {
    return text(
      '连同该方案的拆除与新建，在此基础上修改。',
      'With what that scheme demolishes and builds, to go on from.',
    );
  }
  const source = surveySource(schemes);
  if (!source) return noneSaved;
  const { scheme, version } = source;
  const called = schemeWords(scheme, schemes);
  const which = versionWithin(version, scheme.versions);
  const isDirty = (scheme.draft?.edits ?? 0) > 0;
  const left = isDirty
    ? text('该方案未存为版本的修改不在内。', ' Its edits that are in no version yet are left out.')
    : text('', '');
  return text(
    `全部现状，不含任何方案的拆除与新建；取自最近保存的“${called.zh}”${which.zh}。${left.zh}其他方案对现状的更正，打开后会提示。`,
    `All that was surveyed, nothing that a scheme demolishes or builds; as in "${called.en}", ${which.en}, the last one saved.${left.en} Corrections in other schemes are offered once it is open.`,
  );
}
