import { Modal } from 'antd';
import { text } from '../../shared/text.ts';
import { sections } from '../commands/command.ts';
import { commands, lineFamilies, sectionWords, toolLines } from '../commands/registry.ts';
import { shownKey } from '../editor/keyboard.ts';
import { useSay } from '../language/language.tsx';

/** Every key, from the commands themselves. */
export function ShortcutSheet(props: { readonly isOpen: boolean; onClose(): void }) {
  const say = useSay();
  const groups = sections.map((section) => ({
    id: section as string,
    title: sectionWords[section],
    lines: [
      ...commands
        .filter((command) => command.section === section && command.keys && !command.hidden)
        .map(({ keys = [], name }) => ({ keys: keys.map(shownKey).join(' / '), does: name })),
      ...(lineFamilies[section] ?? []),
    ],
  }));
  groups.splice(1, 0, {
    id: 'drawing',
    title: text('画图与放置', 'Drawing and placing'),
    lines: [...toolLines],
  });
  return (
    <Modal
      open={props.isOpen}
      onCancel={props.onClose}
      footer={null}
      width={1320}
      style={{ top: 16 }}
      title={say(text('快捷键', 'Shortcuts'))}
    >
      <div className="shortcut-sheet">
        {groups.map(({ id, title, lines }) => (
          <section key={id}>
            <h3>{say(title)}</h3>
            <dl>
              {lines.map(({ keys, does }) => (
                <div key={`${keys} ${does.en}`}>
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
