import { tagRoom } from '../../shared/edit/tag-room.ts';
import { text } from '../../shared/text.ts';
import { roomAt } from '../editor/hit.ts';
import { whole } from './plane.ts';
import type { Tool } from './tool.ts';

/** Click in a face: its tag is made where it has none, and the room is selected. */
export const roomTool: Tool<Record<string, never>> = {
  start: {},
  on(state, input, context) {
    if (input.type === 'key') return { state, handled: false };
    if (input.type === 'cancel') return { state, handled: false };
    if (input.type !== 'down' || input.button === 'other') return { state };
    const room = roomAt(context.scene.rooms, input.at);
    if (!room) return { state, select: { elements: [] } };
    const tag = room.tags[0];
    if (tag) {
      return {
        state,
        select: {
          elements: [{ kind: 'room', id: tag, storey: context.storey }],
          room: room.id,
        },
      };
    }
    return {
      state,
      commit: tagRoom({
        storey: context.storey,
        at: whole(room.label),
        use: context.options.roomUse,
        name: '',
        holders: [],
        intent: context.intent,
        newId: context.newId,
      }),
      selectAdded: 'new',
    };
  },
  guides: () => [],
  hint: (_state, { scene }) =>
    scene.rooms.length === 0
      ? text(
          '这一层还没有封闭的房间：先按 W 用墙围合',
          'Nothing is enclosed on this storey yet: press W and close a room with walls first',
        )
      : text(
          '单击房间标上所选用途，再在右侧填写名称和归属',
          'Click a room to give it this use, then set its name and holders on the right',
        ),
  cursor: () => 'pointer',
};
