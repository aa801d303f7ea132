import { text } from '../../text.ts';
import { number, rule, squareMetres, type Verdict } from '../rule.ts';
import { ofDrawing } from './drawing-source.ts';

/** Rooms without a tag. */
export const untaggedRooms = rule({
  ...ofDrawing,
  id: 'drawing/untagged',
  title: text('未标注的房间', 'Rooms without a tag'),
  asks: text('每间房间都有用途标注。', 'Every room has a tag that says what it is.'),
  how: text(
    '墙体围成的每一块净面积；小于 {least} m² 的空腔不计。',
    'Every area that walls enclose; cavities of less than {least} m² do not count.',
  ),
  numbers: { least: number(0.5, 'm2', '此面积起算房间', 'area from which it is a room') },
  judge: ({ plan, rooms }, { least }) =>
    rooms
      .filter((room) => room.tags.length === 0 && room.area >= least * 1e6)
      .map((room): Verdict => {
        const { name } = plan.storeys[room.storey]!;
        return {
          key: `${room.storey}/${room.id}`,
          about: [{ kind: 'storey', id: room.storey, storey: room.storey }],
          place: { storey: room.storey, at: room.label },
          text: text(
            `${name}有一间 ${squareMetres(room.area)} m² 的房间未标注用途。请用“房间”工具标注。`,
            `A room of ${squareMetres(room.area)} m² on ${name} has no tag. Name it with the room tool.`,
          ),
        };
      }),
});
