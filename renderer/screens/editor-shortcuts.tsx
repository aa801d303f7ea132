import { Modal } from 'antd';
import { text } from '../../shared/text.ts';
import { shownKey } from '../commands/selection-command.ts';
import { selectionCommands } from '../commands/selection-commands.ts';
import { shortcutSheet } from '../editor/keyboard.ts';
import { useSay } from '../language/language.tsx';

const arranging = {
  title: text('变换所选', 'Arrange the selection'),
  shortcuts: selectionCommands.map((command) => ({ keys: shownKey(command), does: command.name })),
};

export function ShortcutSheet(props: { readonly isOpen: boolean; onClose(): void }) {
  const say = useSay();
  return (
    <Modal
      open={props.isOpen}
      onCancel={props.onClose}
      footer={null}
      width={760}
      title={say(text('快捷键', 'Shortcuts'))}
    >
      <div className="shortcut-sheet">
        {[...shortcutSheet, arranging].map(({ title, shortcuts }) => (
          <section key={title.en}>
            <h3>{say(title)}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
