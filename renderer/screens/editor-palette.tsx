import { Input, type InputRef, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { text } from '../../shared/text.ts';
import type { EditorCommand } from '../commands/command.ts';
import { commands, runCommand, sectionWords } from '../commands/registry.ts';
import { searchCommands } from '../commands/search.ts';
import { shownKey } from '../editor/keyboard.ts';
import { useSay } from '../language/language.tsx';
import type { ActionHost } from './editor-actions.ts';
import { focusPlan } from './editor-keys.ts';

/** Every command, found by words in either language or by the initials of its pinyin. */
export function CommandPalette(props: {
  readonly host: ActionHost;
  readonly recent: readonly string[];
  onClose(): void;
}) {
  const { host, recent } = props;
  const say = useSay();
  const id = useId();
  const field = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  const [index, setIndex] = useState(0);
  const [isOpen, setOpen] = useState(true);
  const chosen = useRef<EditorCommand | null>(null);
  const found = searchCommands(commands, words, recent);
  const state = host.store.getState();
  const current = Math.min(index, found.length - 1);

  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const take = (command: EditorCommand | undefined): void => {
    if (!command) return;
    chosen.current = command;
    setOpen(false);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setIndex((current + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take(found[current]);
    }
  };
  return (
    <Modal
      open={isOpen}
      onCancel={() => setOpen(false)}
      // The command comes when the palette is gone, so that what it focuses keeps the focus.
      afterClose={() => {
        props.onClose();
        focusPlan();
        const command = chosen.current;
        if (command && runCommand(host, command)) host.used(command.id);
      }}
      afterOpenChange={(open) => {
        if (open) field.current?.focus();
      }}
      footer={null}
      closable={false}
      width={600}
      className="command-palette"
      transitionName=""
      maskTransitionName=""
      title={<span className="unseen">{say(text('命令面板', 'Command palette'))}</span>}
    >
      <Input
        ref={field}
        autoFocus
        size="large"
        value={words}
        placeholder={say(
          text('输入命令：中文、拼音首字母或英文', 'Type a command, in English or Chinese'),
        )}
        role="combobox"
        aria-label={say(text('查找命令', 'Find a command'))}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        onChange={(event) => {
          setWords(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKey}
      />
      {found.length === 0 ? (
        <p className="palette-none" role="status">
          {say(
            text(
              `没有命令含“${words.trim()}”。换个词，或按 ? 查看全部快捷键。`,
              `No command matches "${words.trim()}". Try another word, or press ? for all keys.`,
            ),
          )}
        </p>
      ) : null}
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={say(text('命令', 'Commands'))}
        className="palette-list"
        hidden={found.length === 0}
      >
        {found.map((command, place) => {
          const refused = command.refuse?.(state) ?? null;
          return (
            // The field above has the keys; the pointer chooses here.
            <div
              key={command.id}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === current}
              aria-disabled={refused !== null}
              className="palette-line"
              onPointerMove={() => setIndex(place)}
              onClick={() => take(command)}
              onKeyDown={onKey}
            >
              <span className="palette-name">{say(command.name)}</span>
              <span className="palette-about">
                {refused ? say(refused) : say(sectionWords[command.section])}
              </span>
              <span className="palette-keys">
                {command.keys?.map((key) => (
                  <kbd key={key}>{shownKey(key)}</kbd>
                ))}
              </span>
            </div>
          );
        })}
      </div>
    </Modal>
  );
}
