import { Dropdown } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { Point } from '../../shared/plan/model.ts';
import type { Under } from '../commands/command.ts';
import { menuOf, runCommand } from '../commands/registry.ts';
import { type Hit, hitAt } from '../editor/hit.ts';
import { shownKey } from '../editor/keyboard.ts';
import { toPlan, toScreen } from '../editor/viewport.ts';
import { stopsOf } from '../editor/walk.ts';
import { useSay } from '../language/language.tsx';
import type { ActionHost } from './editor-actions.ts';
import { focusPlan } from './editor-keys.ts';

export interface OpenMenu {
  /** px from the canvas's corner. */
  readonly at: Point;
  readonly under: Under;
}

/** Tools whose right button is free; with the others it ends what is being drawn. */
const withMenu = ['select', 'pan', 'room', 'measure'];

/** What lies under the pointer is selected, unless it is already, and its menu opens. */
export function menuAt({ store, runner, viewport }: ActionHost, at: Point): OpenMenu | null {
  const state = store.getState();
  const context = runner.context();
  if (!context || !withMenu.includes(state.tool)) return null;
  const hit = hitAt(context.scene, toPlan(viewport.get(), at), 4 * context.pixel);
  if (!hit) {
    state.select([]);
    return { at, under: 'empty' };
  }
  if (hit.kind === 'room') {
    const tag = context.scene.rooms.find(({ id }) => id === hit.id)?.tags[0];
    state.select(tag ? [{ kind: 'room', id: tag, storey: state.storey }] : [], hit.id);
  } else if (!state.selection.some(({ kind, id }) => kind === hit.kind && id === hit.id)) {
    // An axis is no storey's.
    const storey = hit.kind === 'axis' ? {} : { storey: state.storey };
    state.select([{ kind: hit.kind, id: hit.id, ...storey }]);
  }
  return { at, under: underOf(hit.kind) };
}

const underOf = (kind: Hit['kind']): Under =>
  kind === 'dimension' || kind === 'note' || kind === 'axis' ? 'mark' : kind;

/** By the keyboard: the menu of what is selected, where it lies. */
export function menuOfSelection({ store, runner, viewport }: ActionHost): OpenMenu {
  const { selection, selectedRoom, storey } = store.getState();
  const { width, height } = viewport.size();
  const context = runner.context();
  const [only] = selection;
  const stop = context
    ? stopsOf(context.scene, storey).find(
        ({ id, ref }) => id === selectedRoom || (only && ref?.id === only.id),
      )
    : undefined;
  return stop
    ? { at: toScreen(viewport.get(), stop.at), under: underOf(stop.kind) }
    : { at: { x: width / 2, y: height / 2 }, under: 'empty' };
}

/** The commands that apply to what was clicked; while a version is read all of them, grey. */
export function CanvasMenu(props: {
  readonly host: ActionHost;
  readonly open: OpenMenu | null;
  onClose(): void;
}) {
  const { host, open, onClose } = props;
  const say = useSay();
  const [last, setLast] = useState(open);
  useEffect(() => {
    if (open) setLast(open);
  }, [open]);
  const close = useCallback(() => {
    onClose();
    focusPlan();
  }, [onClose]);
  const shown = open ?? last;
  if (!shown) return null;
  const state = host.store.getState();
  const all = menuOf(shown.under);
  const fitting = all.filter((command) => !command.refuse?.(state));
  const items = (state.reading ? all : fitting).map((command) => {
    const refused = command.refuse?.(state) ?? null;
    const [key] = command.keys ?? [];
    return {
      key: command.id,
      disabled: refused !== null,
      title: refused ? say(refused) : '',
      label: say(command.name),
      ...(key ? { extra: <kbd>{shownKey(key)}</kbd> } : {}),
    };
  });
  return (
    <Dropdown
      open={open !== null}
      autoFocus
      trigger={['click']}
      placement="bottomLeft"
      classNames={{ root: 'canvas-menu' }}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      menu={{
        items,
        onClick: ({ key }) => {
          close();
          const command = menuOf(shown.under).find(({ id }) => id === key);
          if (command) runCommand(host, command);
        },
      }}
    >
      <span
        key={`${shown.at.x},${shown.at.y}`}
        className="canvas-menu-place"
        style={{ left: shown.at.x, top: shown.at.y }}
      />
    </Dropdown>
  );
}
