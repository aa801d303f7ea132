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
}

const start: NoteState = { from: null, to: null };

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
        return { state: state.from ? { ...state, to: input.at } : state };
      case 'down':
        return { state: input.button === 'main' ? { from: input.at, to: input.at } : start };
      case 'up':
        return state.from ? write(state.from, input.at, context) : { state };
      case 'key':
        return { state, handled: false };
      case 'cancel':
        return { state: start, handled: state.from !== null };
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
  hint: () =>
    text(
      '单击放置文字；从所指之处按住拖出引线。然后在右侧输入文字',
      'Click to place words; press on what they point to and drag for a leader. Then type on the right',
    ),
  cursor: () => 'text',
};
