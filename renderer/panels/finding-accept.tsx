import { Button, Form, Input, InputNumber } from 'antd';
import { compareDoors } from '../../shared/plan/door-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { isInMetres } from '../../shared/rules/amount.ts';
import type { Standing } from '../../shared/rules/derogation.ts';
import { keptAmount, limitProblem, limitWords } from '../../shared/rules/derogation-limit.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { dateTime } from '../language/say.ts';
import { acceptedWords } from './accepted-words.ts';
import { useSigning } from './author-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useEditorRoom } from './session-context.ts';
import { parserFor } from './typed-number.ts';

/** Who accepted a warning, when and why; or that it is open again, and for what. */
export function AcceptedWords(props: {
  readonly plan: Plan;
  readonly finding: Finding;
  readonly standing: Standing;
}) {
  const say = useSay();
  const { language } = useLanguage();
  const { plan, finding, standing } = props;
  const { derogation } = standing;
  const limit = limitWords(derogation, isInMetres(finding), finding.required);
  const others = standing.others?.map((id) => plan.households[id]?.door ?? id).sort(compareDoors);
  const when = dateTime(derogation.at, language);
  return (
    <span className={`finding-accepted ${standing.state}`}>
      {say(acceptedWords({ ...derogation, state: standing.state, limit, when, others }))}
    </span>
  );
}

interface Values {
  readonly by: string;
  readonly reason: string;
  readonly until?: number | null;
}

const unitWords = { m2: 'm²', mm: 'mm', metre: 'm', percent: '%', count: '' } as const;

/** Accepts a warning with who, why and how far it holds; or takes that back. */
export function AcceptDialog(props: {
  readonly finding: Finding;
  readonly standing: Standing | null;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const { session } = useEditorRoom();
  const { author, isUnasked, sign } = useSigning();
  const { finding, standing } = props;
  const { measured, required } = finding;
  // Lengths are asked for as the finding says them.
  const inMetres = isInMetres(finding);
  const asked = inMetres ? 1000 : 1;
  const kept = (shown: number | null | undefined): number | null =>
    shown === null || shown === undefined ? null : inMetres ? Math.round(shown * asked) : shown;
  const unit = measured ? unitWords[inMetres ? 'metre' : measured.unit] : '';
  const record = ({ by, reason, until }: Values, withdrawn: boolean) =>
    session.accept(
      {
        finding: finding.id,
        by: by.trim(),
        reason: reason.trim(),
        measured,
        required,
        until: kept(until),
        ...(finding.extent ? { extent: finding.extent } : {}),
        concerned: [...finding.households],
      },
      withdrawn,
    );
  const earlier = standing?.derogation;
  const now = measured?.value ?? null;
  const shown = (value: number | null): number | null => (value === null ? null : value / asked);
  return (
    <FormDialog<Values>
      title={text('接受这条提示', 'Accept this warning')}
      confirm={text('接受', 'Accept')}
      initial={{
        by: earlier?.by ?? author,
        reason: earlier?.reason ?? '',
        // One that was passed since is no start for the next.
        until: shown(
          (standing?.state === 'accepted' ? (earlier?.until ?? earlier?.measured?.value) : null) ??
            now,
        ),
      }}
      onClose={props.onClose}
      onConfirm={async (values) => {
        // Whoever gives a name here for the first time has been asked for it.
        if (isUnasked) await sign(values.by);
        await record(values, false);
      }}
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
            '写入楼栋记录，随每份报告列出。以后修改或撤回会另记一条，原记录保留。',
            'Kept in the records of the building and listed in every report. A later change or withdrawal is recorded beside it; what was said is kept.',
          ),
        )}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      {measured && measured.unit !== 'count' ? (
        <Form.Item
          name="until"
          label={say(text('数值变到多少为止仍接受', 'It holds until this value'))}
          rules={[
            {
              validator: (_, until: number | null) => {
                const problem = limitProblem(measured, required, kept(until), inMetres);
                return problem ? Promise.reject(new Error(say(problem))) : Promise.resolve();
              },
            },
          ]}
          extra={say(
            text(
              `现为 ${keptAmount(measured, inMetres)}。数值比界限更差，或要求提高、差得更多时，重新提示；不填即以现值为界。`,
              `It measures ${keptAmount(measured, inMetres)} now. When the value gets worse than the limit, or what is required moves farther from it, it is open again; left empty, the value of now is the limit.`,
            ),
          )}
        >
          <InputNumber
            suffix={unit}
            parser={parserFor(unit)}
            step={measured.unit === 'm2' || inMetres ? 0.01 : 10}
          />
        </Form.Item>
      ) : null}
      {earlier ? (
        <Button
          danger
          onClick={() => {
            void record({ by: author || earlier.by, reason: earlier.reason }, true).then(
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
