import { Empty } from 'antd';
import { useMemo } from 'react';
import { drainsOf, stacksOf } from '../../shared/derive/drains.ts';
import type { Room, StoreyRooms } from '../../shared/derive/room.ts';
import { intersect } from '../../shared/geometry/clip.ts';
import { boundsOf, type Ring } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { isLivedIn, isWet } from '../../shared/plan/room-uses.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { roomUseWords } from '../language/words.ts';
import { type Block, clearOf, labelPlaces, linesOf } from './stacks-labels.ts';

/** What B4 spares from others' bathrooms above it, but for kitchens. */
const isHabitable = (room: Room): boolean => isLivedIn(room) || room.use === 'dining';

const path = (ring: Ring): string => `M${ring.map(({ x, y }) => `${x},${-y}`).join('L')}Z`;
const shape = ({ polygon, holes }: Room): string => [polygon, ...holes].map(path).join('');

/** px that the picture takes at most; strokes and letters are as many of its pixels. */
const [across, down] = [760, 520];
/** px beside the storey, for the names of stacks at its edge, and above and below it. */
const [beside, above] = [72, 24];

/** A storey over the one below: wet rooms hatched, and where they lie over others' rooms. */
export function Overlay(props: {
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
  const pixel = Math.max((maxX - minX) / (across - 2 * beside), (maxY - minY) / (down - 2 * above));
  const [sides, ends] = [beside * pixel, above * pixel];
  const drains = drainsOf(upper, facts, 'after');
  const stacks = stacksOf(facts.risers, 'after');
  const places = labelPlaces(
    stacks.map(({ riser: { at, width, depth, line: words } }) => ({
      x: at.x,
      y: -at.y,
      width,
      depth,
      words,
    })),
    letter * pixel,
  );
  const blockOf = (
    room: Room,
    split: boolean,
  ): Block & { readonly top: number; readonly bottom: number } => {
    const around = boundsOf(room.polygon);
    const ems = (around.maxX - around.minX) / pixel / letter - 0.5;
    const said = [
      say(doorsOf(plan, room)),
      room.use === null ? '' : say(roomUseWords[room.use]),
    ].filter((words) => words !== '');
    return {
      x: room.label.x,
      y: -room.label.y,
      lines: (split ? said : [said.join(' ')]).flatMap((words) => linesOf(words, ems)),
      top: -around.maxY,
      bottom: -around.minY,
    };
  };
  const tagged = ({ tags }: Room): boolean => tags.length > 0;
  const names = upper.rooms.filter(tagged).map((room) => blockOf(room, true));
  // In one line where it fits: little room is left beside the names above.
  const namesBelow = clearOf(
    names,
    (lower?.rooms ?? []).filter(tagged).map((room) => blockOf(room, false)),
    letter * pixel,
    line * pixel,
  );
  return (
    <svg
      className="stacks-picture"
      viewBox={`${minX - sides} ${-maxY - ends} ${maxX - minX + 2 * sides} ${maxY - minY + 2 * ends}`}
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
          className={`below ${isHabitable(room) ? 'habitable' : ''}`}
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
          fill={isWet(room) ? 'url(#wet-hatch)' : 'none'}
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
      {stacks.map(({ id, riser }, index) => (
        <g key={id}>
          <rect
            x={riser.at.x - riser.width / 2}
            y={-riser.at.y - riser.depth / 2}
            width={riser.width}
            height={riser.depth}
            className={`riser ${riser.kind}`}
          />
          <text
            x={places[index]!.x}
            y={places[index]!.y}
            fontSize={letter * pixel}
            textAnchor={places[index]!.anchor}
            className="label"
            strokeWidth={3 * pixel}
          >
            {riser.line}
          </text>
        </g>
      ))}
      {names.map(({ x, y, lines }) => (
        <Words key={`${x},${y}`} at={{ x, y }} lines={lines} pixel={pixel} />
      ))}
      {namesBelow.map((block) =>
        block ? (
          <Words
            key={`${block.x},${block.y}`}
            at={block}
            lines={block.lines}
            pixel={pixel}
            className="below-name"
          />
        ) : null,
      )}
    </svg>
  );
}

const letter = 12;
/** px from one line of letters to the next. */
const line = 15;

/** The words of a room, in lines about the place of its label. */
function Words(props: {
  readonly at: { readonly x: number; readonly y: number };
  readonly lines: readonly string[];
  readonly pixel: number;
  readonly className?: string;
}) {
  const { at, lines, pixel } = props;
  const first = at.y - ((lines.length - 1) / 2) * line * pixel + (letter / 3) * pixel;
  return (
    <text
      fontSize={letter * pixel}
      textAnchor="middle"
      className={`label ${props.className ?? ''}`}
      strokeWidth={3 * pixel}
    >
      {lines.map((words, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <tspan key={index} x={at.x} y={first + index * line * pixel}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

function doorsOf({ households }: Plan, { holders }: Room): Text {
  const doors = holders.flatMap((holder) =>
    holder === 'building' ? [] : (households[holder]?.door ?? []),
  );
  return text(doors.join('、'), doors.join(', '));
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
