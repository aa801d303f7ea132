import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** A table or a drawing over the editor, as wide as the window lets it. It closes itself with Escape. */
export function WideDialog(props: {
  readonly title: Text;
  readonly className: string;
  /** px at most. */
  readonly width?: number;
  readonly children: ReactNode;
  onClose(): void;
}) {
  const say = useSay();
  const { width = 1500 } = props;
  return (
    <Modal
      open
      onCancel={props.onClose}
      footer={null}
      width={`min(${width}px, calc(100vw - 48px))`}
      style={{ top: 24 }}
      title={say(props.title)}
      className={props.className}
    >
      {props.children}
    </Modal>
  );
}
