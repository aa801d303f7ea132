import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
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
      width={480}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={props.initial}
        onFinish={(values) => void confirm(values)}
      >
        {props.children}
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
