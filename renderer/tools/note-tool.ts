import { writeNote } from '../../shared/edit/write-note.ts';
import type { Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { distance, whole } from './plane.ts';
import type { Guide, Outcome, Tool, ToolContext } from './tool.ts';

/** What stands in a note until its words are typed in the panel, which takes the keys at once. */
export const unwritten = '…';

export interface NoteState {
  /** Where the button went down: what the leader points to, if it is dragged away. */
  readonly from: Point | null;
  readonly to: Point | null;
  /** L was pressed: the leader begins at `from`, and the next click is where the words go. */
  readonly led: boolean;
}

const start: NoteState = { from: null, to: null, led: false };

/** px that a press may wander before it draws a leader. */
const leaderAfter = 12;

function write(from: Point, to: Point, context: ToolContext): Outcome<NoteState> {
  const hasLeader = distance(from, to) > leaderAfter * context.pixel;
  const { storey, newId } = context;
  const note = { at: whole(to), words: unwritten, ...(hasLeader ? { to: whole(from) } : {}) };
  return {
    state: start,
    commit: writeNote({ storey, ...note, newId }),
    selectAdded: 'new',
    tool: 'select',
  };
}

export const noteTool: Tool<NoteState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return { state: { ...state, to: input.at } };
      case 'down':
        if (input.button === 'other') return { state: { ...start, to: input.at } };
        return { state: state.led ? state : { from: input.at, to: input.at, led: false } };
      case 'up':
        return state.from ? write(state.from, input.at, context) : { state };
      case 'key':
        return input.key.toLowerCase() === 'l' && state.to
          ? { state: { from: state.to, to: state.to, led: true } }
          : { state, handled: false };
      case 'cancel':
        return { state: { ...start, to: state.to }, handled: state.from !== null };
      case 'interrupt':
        return { state: start };
      default:
        return { state };
    }
  },
  guides({ from, to }, context) {
    if (!from || !to || distance(from, to) <= leaderAfter * context.pixel) return [];
    const guides: Guide[] = [
      { kind: 'line', from, to, style: 'draw' },
      { kind: 'handle', at: from },
    ];
    return guides;
  },
  hint: ({ led }) =>
    led
      ? text(
          '单击文字的位置，引线指向刚才那一点；Esc 取消',
          'Click where the words go; Esc cancels',
        )
      : text(
          '单击放置文字；从所指之处拖出引线（或在该处按 L）。然后在右侧输入',
          'Click to place words; drag from what they point to, or press L there, for a leader',
        ),
  cursor: () => 'text',
};
