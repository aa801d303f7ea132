import { Table, type TableColumnsType } from 'antd';
import { type Drain, drainsOf } from '../../shared/derive/drains.ts';
import type { StoreyRooms } from '../../shared/derive/room.ts';
import { capital } from '../../shared/plan/door-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { roomOf } from '../../shared/rules/room-words.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { fixtureWords, riserWords } from '../language/words.ts';

/** Per mm of branch: the usual 2.6 % of plastic branches, from memory and not checked. */
const fall = 0.026;

const atStart = ({ zh, en }: Text): Text => text(zh, capital(en));

/** Every fixture of a storey that drains, with its stack, length and fall. */
export function Drains({ plan, rooms }: { readonly plan: Plan; readonly rooms: StoreyRooms }) {
  const say = useSay();
  const facts = plan.storeys[rooms.storey];
  const drains = facts ? drainsOf(rooms, facts, 'after') : [];
  const columns: TableColumnsType<Drain> = [
    {
      title: say(text('洁具', 'Fixture')),
      render: (_, { fixture }) => say(fixtureWords[fixture.kind]),
    },
    { title: say(text('房间', 'Room')), render: (_, { room }) => say(atStart(roomOf(plan, room))) },
    {
      title: say(text('立管', 'Stack')),
      className: 'stacks-number',
      render: (_, { riser }) =>
        riser ? (
          `${say(riserWords[riser.riser.kind])} ${riser.riser.line}`
        ) : (
          <span className="tone-quiet">{say(text('没有画立管', 'none drawn'))}</span>
        ),
    },
    {
      title: say(text('管长', 'Length')),
      align: 'right',
      className: 'stacks-number',
      sorter: (one, other) => one.length - other.length,
      render: (_, { riser, length }) => (riser ? mm(length) : '—'),
    },
    {
      title: say(text('落差', 'Fall')),
      align: 'right',
      className: 'stacks-number',
      render: (_, { riser, length }) => (riser ? mm(length * fall) : '—'),
    },
  ];
  return (
    <>
      <Table<Drain>
        size="small"
        rowKey="id"
        dataSource={[...drains]}
        columns={columns}
        pagination={false}
        locale={{
          emptyText: say(text('这一层没有排水的洁具。', 'Nothing on this storey drains.')),
        }}
      />
      <p className="quiet">
        {say(
          text(
            '管长为平面直线；落差按排水横支管常用坡度 2.6 % 估算（凭经验，待核对）。',
            'Lengths are straight on the plan; the fall is estimated at 2.6 %, the usual slope of branches (from memory, to be checked).',
          ),
        )}
      </p>
    </>
  );
}
