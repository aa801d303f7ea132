import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { Plan } from '../../shared/plan/model.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { useSigning } from '../panels/author-field.tsx';
import { useEditorRoom } from '../panels/session-context.ts';

/** Saves what was merged, with a note and whoever merged it, once all is chosen. */
export function MergeFoot(props: {
  /** Something is still to be chosen. */
  readonly isOpen: boolean;
  readonly parents: readonly [RecordId | undefined, RecordId | undefined];
  readonly plan: Plan;
  onSaved(): void;
}) {
  const { isOpen, plan } = props;
  const say = useSay();
  const { message } = App.useApp();
  const { session } = useEditorRoom();
  const [note, setNote] = useState('');
  const { author, sign } = useSigning();
  const [by, setBy] = useState(author);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Text | null>(null);
  const save = async () => {
    const [one, other] = props.parents;
    if (!one || !other) return;
    setBusy(true);
    setFailure(null);
    try {
      await sign(by);
      await session.saveMerged(plan, [one, other], note.trim());
      message.success(say(text('已合并为新版本。', 'Merged into a new version.')));
      props.onSaved();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };
  return (
    <>
      {failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : null}
      <div className="merge-foot">
        <Input
          value={note}
          onChange={(event) => setNote(event.target.value)}
          maxLength={4000}
          aria-label={say(text('说明', 'Note'))}
          placeholder={say(text('说明（可不填）', 'Note (optional)'))}
        />
        <Input
          className="merge-author"
          value={by}
          onChange={(event) => setBy(event.target.value)}
          maxLength={100}
          aria-label={say(text('署名', 'Author'))}
          placeholder={say(text('署名（可不填）', 'Author (optional)'))}
        />
        <Button
          type="primary"
          loading={busy}
          disabled={isOpen}
          title={
            isOpen ? say(text('请先逐条选择', 'Choose each of the conflicts first')) : undefined
          }
          onClick={() => void save()}
        >
          {say(text('保存合并版本', 'Save the merged version'))}
        </Button>
      </div>
    </>
  );
}
