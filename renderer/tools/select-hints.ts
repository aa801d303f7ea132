import { conflictOf } from '../../shared/derive/fixture-conflicts.ts';
import { zonesOf } from '../../shared/derive/use-zones.ts';
import type { OpeningId } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { conflictHints } from './fixture-tool.ts';
import { dragCommand, type SelectState } from './select-drag.ts';
import { momentOf } from './select-guides.ts';
import type { ToolContext } from './tool.ts';

/** What the select tool expects next, and what is wrong with where a fixture is held. */
export function selectHint(state: SelectState, context: ToolContext): Text {
  if (state.kind === 'boxing') {
    return text(
      '松开以选择；向左拖选中所有接触到的',
      'Release to select; to the left takes all it touches',
    );
  }
  const dragged = state.kind === 'standing' ? draggedConflict(state, context) : null;
  if (dragged) return conflictHints[dragged.with];
  if (state.kind === 'standing') {
    return isZoneBlocked(state, context)
      ? text(
          '使用空间不足：红色阴影处被占用；仍可放在这里',
          'Too little room to use it: the red hatch is taken; it may stand here all the same',
        )
      : text(
          '松开放置，R 旋转 90°，按住 Alt 不靠墙，Esc 取消',
          'Release to place, R turns it by 90°, Alt keeps it off the wall, Esc cancels',
        );
  }
  if (state.kind === 'sliding') {
    const refused = dragCommand(state, context)?.refuse?.(context.plan);
    if (refused) return refused.text;
    return text(
      '松开确定；空格换铰链侧，Shift+空格换开启方向，Esc 取消',
      'Release to place; Space swaps the hinge, Shift+Space the swing, Esc cancels',
    );
  }
  if (state.kind === 'moving') {
    return text(
      '松开确定；或输入移动距离后回车，Esc 取消，Alt 暂停捕捉',
      'Release to place, or type how far and press Enter; Esc cancels, Alt suspends snapping',
    );
  }
  if (state.kind !== 'idle' && state.kind !== 'pressed') {
    return text(
      '松开确定，Esc 取消，Alt 暂停捕捉',
      'Release to place, Esc cancels, Alt suspends snapping',
    );
  }
  if (context.selection.length > 0 && context.selection.every(({ kind }) => kind === 'room')) {
    return text(
      '在右侧“属性”中填写用途和归属；C 分隔房间，Esc 取消选择',
      'Set use and holders under Properties on the right; C divides the room, Esc clears',
    );
  }
  if (doorOf(state, context)) {
    return text(
      '拖动沿墙移动；空格换铰链侧，Shift+空格换开启方向；右侧可输入净距',
      'Drag along the wall; Space swaps the hinge, Shift+Space the swing; type clear distances on the right',
    );
  }
  return context.selection.length > 0
    ? text(
        '拖动移动，R 旋转，方向键微移 10 mm，Delete 删除，Esc 取消选择',
        'Drag to move, R rotates, arrows nudge by 10 mm, Delete removes, Esc clears',
      )
    : text(
        '单击选择，拖出方框多选，Shift 加选',
        'Click to select, drag a box for several, Shift adds',
      );
}

/** The door that Space is for: the one that is dragged, or the only thing selected. */
export function doorOf(state: SelectState, { selection, scene }: ToolContext): OpeningId | null {
  const [only, ...rest] = selection;
  const id =
    state.kind === 'sliding'
      ? state.opening
      : state.kind === 'idle' && only?.kind === 'opening' && rest.length === 0
        ? (only.id as OpeningId)
        : null;
  const opening = id && scene.storey.openings[id];
  return opening && opening.kind === 'door' && opening.phase !== 'demolished' ? id : null;
}

function isZoneBlocked(
  { fixture: id, place }: Extract<SelectState, { kind: 'standing' }>,
  { storey, scene }: ToolContext,
): boolean {
  const fixture = scene.storey.fixtures[id];
  if (!fixture) return false;
  const { at, rotation } = place;
  return zonesOf(storey, scene.storey, { ...fixture, at, rotation }, id, momentOf(scene)).some(
    ({ blockedBy }) => blockedBy !== null,
  );
}

function draggedConflict(
  { fixture: id, place }: Extract<SelectState, { kind: 'standing' }>,
  { storey, scene }: ToolContext,
) {
  const { [id]: fixture, ...others } = scene.storey.fixtures;
  if (!fixture) return null;
  const { at, rotation } = place;
  return conflictOf(storey, { ...scene.storey, fixtures: others }, { ...fixture, at, rotation });
}
