import { Button, Form, Input, InputNumber } from 'antd';
import type { Standing } from '../../shared/rules/derogation.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';
import { FormDialog } from './form-dialog.tsx';
import { useEditorRoom } from './session-context.ts';
import { useSettings } from './settings-context.ts';

/** Who accepted a warning, when and why; or that it is open again. */
export function AcceptedWords({ standing }: { readonly standing: Standing }) {
  const say = useSay();
  const { language } = useLanguage();
  const { state, derogation } = standing;
  const who = `${derogation.by}，${dateTime(derogation.at, language)}`;
  return (
    <span className={`finding-accepted ${state}`}>
      {state === 'accepted'
        ? say(
            text(
              `已接受（${who}）：${derogation.reason}`,
              `Accepted (${who}): ${derogation.reason}`,
            ),
          )
        : say(
            text(
              `曾接受（${who}），数值已变差，需要重新处理：${derogation.reason}`,
              `Accepted before (${who}); the value got worse, so it is open again: ${derogation.reason}`,
            ),
          )}
    </span>
  );
}

interface Values {
  readonly by: string;
  readonly reason: string;
  readonly until?: number | null;
}

/** Accepts a warning with who, why and how far it holds; or takes that back. */
export function AcceptDialog(props: {
  readonly finding: Finding;
  readonly standing: Standing | null;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const { session } = useEditorRoom();
  const { settings } = useSettings();
  const { finding, standing } = props;
  const { measured, required } = finding;
  const unit = measured?.unit === 'm2' ? 'm²' : measured?.unit === 'mm' ? 'mm' : '';
  const record = ({ by, reason, until }: Values, withdrawn: boolean) =>
    session.accept(
      {
        finding: finding.id,
        by: by.trim(),
        reason: reason.trim(),
        measured,
        required,
        until: until ?? null,
      },
      withdrawn,
    );
  const earlier = standing?.derogation;
  return (
    <FormDialog<Values>
      title={text('接受这条提示', 'Accept this warning')}
      confirm={text('接受', 'Accept')}
      initial={{
        by: earlier?.by ?? settings.author,
        reason: earlier?.reason ?? '',
        until: earlier?.until ?? measured?.value ?? null,
      }}
      onClose={props.onClose}
      onConfirm={(values) => record(values, false)}
    >
      <p>{say(finding.text)}</p>
      <Form.Item
        name="by"
        label={say(text('由谁接受', 'Accepted by'))}
        rules={[{ required: true, whitespace: true, message: say(text('请填写', 'Say who')) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={say(text('理由', 'Reason'))}
        rules={[{ required: true, whitespace: true, message: say(text('请填写', 'Say why')) }]}
        extra={say(
          text(
            '写入楼栋记录，随每份报告列出，不会被改动。',
            'Kept in the records of the building and listed in every report; never changed.',
          ),
        )}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      {measured && measured.unit !== 'count' ? (
        <Form.Item
          name="until"
          label={say(text('数值变到多少为止仍接受', 'It holds up to this value'))}
          extra={say(
            text(
              '数值比它更差时重新提示。',
              'When the value gets worse than this, it is open again.',
            ),
          )}
        >
          <InputNumber suffix={unit} min={0} step={measured.unit === 'm2' ? 0.01 : 10} />
        </Form.Item>
      ) : null}
      {earlier ? (
        <Button
          danger
          onClick={() => {
            void record({ by: settings.author || earlier.by, reason: earlier.reason }, true).then(
              props.onClose,
            );
          }}
        >
          {say(text('撤回接受', 'Take it back'))}
        </Button>
      ) : null}
    </FormDialog>
  );
}
