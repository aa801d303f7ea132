import { Empty, Modal, Select, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { type Drain, drainsOf, stacksOf } from '../../shared/derive/drains.ts';
import { planRooms } from '../../shared/derive/households.ts';
import type { Room, StoreyRooms } from '../../shared/derive/room.ts';
import { intersect } from '../../shared/geometry/clip.ts';
import { boundsOf, type Ring } from '../../shared/geometry/polygon.ts';
import type { Plan, RoomUse, StoreyId } from '../../shared/plan/model.ts';
import { check } from '../../shared/rules/check.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { roomOf } from '../../shared/rules/room-words.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { fixtureWords, riserWords } from '../language/words.ts';
import { usePlan } from '../panels/use-plan.ts';
import { useProfile } from '../panels/use-profile.ts';
import './stacks.css';

/** Per mm of branch: the usual 2.6 % of plastic branches, from memory and not checked. */
const fall = 0.026;

const wet: readonly RoomUse[] = ['bathroom', 'kitchen-bath', 'kitchen'];
const habitable: readonly RoomUse[] = ['bedroom', 'bed-living', 'living', 'dining'];
const isOf = ({ use }: Room, uses: readonly RoomUse[]): boolean =>
  use !== null && uses.includes(use);

/** Each fixture and its stack, and one storey laid over the one below it. */
export function StacksDialog(props: { readonly store: EditorStore; readonly onClose: () => void }) {
  const say = useSay();
  const plan = usePlan(props.store);
  const profile = useProfile(props.store);
  const storeys = planRooms(plan, 'after');
  const [chosen, setChosen] = useState<StoreyId | null>(null);
  const current = props.store.getState().storey;
  // The lowest storey lies on nothing: unless it is asked for, the one above it is shown.
  const asked = storeys.findIndex(({ storey }) => storey === (chosen ?? current));
  const upper = storeys[chosen === null && asked === 0 ? 1 : asked] ?? storeys.at(-1) ?? null;
  const lower = upper ? (storeys[storeys.indexOf(upper) - 1] ?? null) : null;
  const nameOf = ({ storey }: StoreyRooms): string => plan.storeys[storey]?.name ?? '';
  const findings = check(plan, profile).filter(
    ({ rule, place }) =>
      stackRules.includes(rule) && (place === null || place.storey === upper?.storey),
  );
  return (
    <Modal
      open
      onCancel={props.onClose}
      footer={null}
      width="min(1500px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={say(text('立管与上下层叠合', 'Stacks and storeys laid over each other'))}
      className="stacks"
    >
      <div className="stacks-head">
        <Select<StoreyId>
          value={upper?.storey ?? null}
          onChange={setChosen}
          aria-label={say(text('楼层', 'Storey'))}
          popupMatchSelectWidth={false}
          options={storeys.toReversed().map((one, index, all) => {
            const below = all[index + 1];
            const name = nameOf(one);
            return {
              value: one.storey,
              label: below
                ? say(text(`${name}叠在${nameOf(below)}上`, `${name} over ${nameOf(below)}`))
                : name,
            };
          })}
        />
        <Key />
      </div>
      {upper ? (
        <div className="stacks-body">
          <Overlay plan={plan} upper={upper} lower={lower} findings={findings} />
          <div className="stacks-lists">
            <Drains plan={plan} rooms={upper} />
            <h3>{say(text('这一层的问题', 'Findings of this storey'))}</h3>
            {findings.length === 0 ? (
              <p className="quiet">
                {say(text('排水和上下层没有问题。', 'Nothing about drains or what lies below.'))}
              </p>
            ) : (
              <ul>
                {findings.map((finding) => (
                  <li key={finding.id}>{say(finding.text)}</li>
                ))}
              </ul>
            )}
          </div>
        </div>
      ) : (
        <Empty description={say(text('还没有楼层。', 'There is no storey yet.'))} />
      )}
    </Modal>
  );
}

const stackRules: readonly string[] = [
  'B4',
  'kitchen-above',
  'P1',
  'P2',
  'wc-branch',
  'straight-stack',
];

/** What the colours and hatches mean; each is a pattern as well. */
function Key() {
  const say = useSay();
  return (
    <ul className="stacks-key">
      <li>
        <i className="key-wet" />
        {say(text('本层用水房间', 'wet rooms here'))}
      </li>
      <li>
        <i className="key-habitable" />
        {say(text('下层居室', 'rooms lived in below'))}
      </li>
      <li>
        <i className="key-conflict" />
        {say(text('用水房间压在他户居室或厨房上', "wet over another's room"))}
      </li>
      <li>
        <i className="key-riser" />
        {say(text('立管（虚框为下层位置）', 'stack (dashed: below)'))}
      </li>
    </ul>
  );
}

const path = (ring: Ring): string => `M${ring.map(({ x, y }) => `${x},${-y}`).join('L')}Z`;
const shape = ({ polygon, holes }: Room): string => [polygon, ...holes].map(path).join('');

/** mm around the storey. */
const margin = 600;
/** px that the picture takes at most; strokes and letters are as many of its pixels. */
const across = 760;

function Overlay(props: {
  readonly plan: Plan;
  readonly upper: StoreyRooms;
  readonly lower: StoreyRooms | null;
  readonly findings: readonly Finding[];
}) {
  const say = useSay();
  const { plan, upper, lower, findings } = props;
  const conflicts = useMemo(() => conflictRings(upper, lower, findings), [upper, lower, findings]);
  const facts = plan.storeys[upper.storey];
  const below = lower && plan.storeys[lower.storey];
  const all = [...upper.rooms, ...(lower?.rooms ?? [])].flatMap(({ polygon }) => polygon);
  if (all.length === 0 || !facts) {
    return (
      <Empty
        className="stacks-picture"
        description={say(text('这一层还没有房间。', 'This storey has no rooms yet.'))}
      />
    );
  }
  const { minX, minY, maxX, maxY } = boundsOf(all);
  const size = { width: maxX - minX + 2 * margin, height: maxY - minY + 2 * margin };
  const pixel = Math.max(size.width / across, size.height / 520);
  const drains = drainsOf(upper, facts, 'after');
  return (
    <svg
      className="stacks-picture"
      viewBox={`${minX - margin} ${-maxY - margin} ${size.width} ${size.height}`}
      role="img"
      aria-label={say(text('上下层叠合图', 'Storeys laid over each other'))}
    >
      <defs>
        <pattern
          id="wet-hatch"
          width={8 * pixel}
          height={8 * pixel}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d={`M0,0V${8 * pixel}`} className="hatch-wet" strokeWidth={1.2 * pixel} />
        </pattern>
        <pattern
          id="conflict-hatch"
          width={6 * pixel}
          height={6 * pixel}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <path d={`M0,0V${6 * pixel}`} className="hatch-conflict" strokeWidth={2.4 * pixel} />
        </pattern>
      </defs>
      {(lower?.rooms ?? []).map((room) => (
        <path
          key={`below-${room.id}`}
          d={shape(room)}
          fillRule="evenodd"
          className={`below ${isOf(room, habitable) ? 'habitable' : ''}`}
          strokeWidth={pixel}
          strokeDasharray={`${5 * pixel} ${4 * pixel}`}
        />
      ))}
      {upper.rooms.map((room) => (
        <path
          key={room.id}
          d={shape(room)}
          fillRule="evenodd"
          className="above"
          fill={isOf(room, wet) ? 'url(#wet-hatch)' : 'none'}
          strokeWidth={1.6 * pixel}
        />
      ))}
      {conflicts.map((ring) => (
        <path
          key={ring.map(({ x, y }) => `${x},${y}`).join(' ')}
          d={path(ring)}
          className="conflict"
          fill="url(#conflict-hatch)"
          strokeWidth={2.4 * pixel}
        />
      ))}
      {drains.map(({ id, from, riser }) =>
        riser ? (
          <line
            key={id}
            x1={from.x}
            y1={-from.y}
            x2={riser.riser.at.x}
            y2={-riser.riser.at.y}
            className="drain"
            strokeWidth={1.4 * pixel}
          />
        ) : null,
      )}
      {(below ? stacksOf(below.risers, 'after') : []).map(({ id, riser }) => (
        <rect
          key={`below-${id}`}
          x={riser.at.x - riser.width / 2}
          y={-riser.at.y - riser.depth / 2}
          width={riser.width}
          height={riser.depth}
          className="riser-below"
          strokeWidth={1.4 * pixel}
          strokeDasharray={`${3 * pixel} ${2 * pixel}`}
        />
      ))}
      {stacksOf(facts.risers, 'after').map(({ id, riser }) => (
        <g key={id}>
          <rect
            x={riser.at.x - riser.width / 2}
            y={-riser.at.y - riser.depth / 2}
            width={riser.width}
            height={riser.depth}
            className={`riser ${riser.kind}`}
          />
          <text
            x={riser.at.x + riser.width / 2 + 3 * pixel}
            y={-riser.at.y - 3 * pixel}
            fontSize={12 * pixel}
          >
            {riser.line}
          </text>
        </g>
      ))}
      {upper.rooms
        .filter((room) => room.tags.length > 0)
        .map((room) => (
          <text
            key={`label-${room.id}`}
            x={room.label.x}
            y={-room.label.y}
            fontSize={12 * pixel}
            textAnchor="middle"
            className="label"
          >
            {room.holders
              .flatMap((holder) =>
                holder === 'building' ? [] : (plan.households[holder]?.door ?? []),
              )
              .slice(0, 3)
              .join('、')}
          </text>
        ))}
    </svg>
  );
}

/** Where a wet room lies over what it should not: the common part of both rooms of a finding. */
function conflictRings(
  upper: StoreyRooms,
  lower: StoreyRooms | null,
  findings: readonly Finding[],
): Ring[] {
  if (!lower) return [];
  return findings
    .filter(({ rule }) => rule === 'B4' || rule === 'kitchen-above')
    .flatMap(({ about }) => {
      const tags = new Set(about.map(({ id }) => id));
      const has = ({ tags: own }: Room): boolean => own.some((tag) => tags.has(tag));
      const one = upper.rooms.find(has);
      const other = lower.rooms.find(has);
      return one && other
        ? intersect([one.polygon, ...one.holes], [other.polygon, ...other.holes])
        : [];
    })
    .map(({ outer }) => outer);
}

function Drains({ plan, rooms }: { readonly plan: Plan; readonly rooms: StoreyRooms }) {
  const say = useSay();
  const facts = plan.storeys[rooms.storey];
  const drains = facts ? drainsOf(rooms, facts, 'after') : [];
  const columns: TableColumnsType<Drain> = [
    {
      title: say(text('洁具', 'Fixture')),
      render: (_, { fixture }) => say(fixtureWords[fixture.kind]),
    },
    { title: say(text('房间', 'Room')), render: (_, { room }) => say(roomOf(plan, room)) },
    {
      title: say(text('立管', 'Stack')),
      render: (_, { riser }) =>
        riser ? (
          `${say(riserWords[riser.riser.kind])} ${riser.riser.line}`
        ) : (
          <span className="tone-bad">{say(text('没有立管', 'no stack'))}</span>
        ),
    },
    {
      title: say(text('管长', 'Length')),
      align: 'right',
      sorter: (one, other) => one.length - other.length,
      render: (_, { riser, length }) => (riser ? mm(length) : '—'),
    },
    {
      title: say(text('落差', 'Fall')),
      align: 'right',
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
        scroll={{ y: 300 }}
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
