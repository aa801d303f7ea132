import { Form, Modal } from 'antd';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { type Text, text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';

/** A small form. Enter confirms, Escape leaves, a failure is shown in place. */

export interface DialogProps<Values> {
  readonly title: Text;
  readonly confirm: Text;
  readonly initial: Values;
  readonly onClose: () => void;
  readonly onConfirm: (values: Values) => Promise<void>;
}

export function FormDialog<Values extends object>(
  props: DialogProps<Values> & { readonly children: ReactNode },
) {
  const say = useSay();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Text | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  // The dialog gives the focus to its own close button once it is open: a person who types at once
  // must land in the first field, and Enter must confirm.
  const focusFirst = useCallback(() => fields.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    const frame = requestAnimationFrame(() => requestAnimationFrame(focusFirst));
    return () => cancelAnimationFrame(frame);
  }, [focusFirst]);
  const confirm = async (values: Values) => {
    setBusy(true);
    setFailure(null);
    try {
      await props.onConfirm(values);
      props.onClose();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={say(props.title)}
      okText={say(props.confirm)}
      cancelText={say(text('取消', 'Cancel'))}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      afterOpenChange={(isOpen) => isOpen && focusFirst()}
      width={480}
      // What moves under the pointer between its press and its release loses the click.
      transitionName=""
      maskTransitionName=""
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => void confirm(values)}
      >
        <div ref={fields}>{props.children}</div>
        <button type="submit" hidden />
      </Form>
      {failure ? (
        <p role="alert" className="failure">
          {say(failure)}
        </p>
      ) : null}
    </Modal>
  );
}
