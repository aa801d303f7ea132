import { wallOutlines } from '../../shared/derive/outlines.ts';
import type { Ring } from '../../shared/geometry/polygon.ts';
import { entries, type Plan } from '../../shared/plan/model.ts';
import { standsAt } from '../../shared/plan/phase.ts';
import { amountsOf } from '../../shared/rules/amount.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { text } from '../../shared/text.ts';
import { labelAt, sketchOf } from '../editor/sketched.ts';
import { useSay } from '../language/language.tsx';
import { DrawnFixture, DrawnOpening, pathOf } from '../proposals/drawn-plan.tsx';

/** px of the sketch. */
const [width, height] = [264, 180];

/** What a finding is about, marked in its surroundings, with the line that was measured. */
export function FindingSketch(props: { readonly plan: Plan; readonly finding: Finding }) {
  const say = useSay();
  const { plan, finding } = props;
  const sketch = sketchOf(plan, finding);
  const storey = sketch && plan.storeys[sketch.storey];
  if (!sketch || !storey) return null;
  const { box, rooms, meant, marked, areas, others } = sketch;
  const [across, up] = [box.maxX - box.minX, box.maxY - box.minY];
  const pixel = Math.max(across / width, up / height);
  const { byPhase } = wallOutlines(storey);
  const line = finding.line?.storey === sketch.storey ? finding.line : null;
  const amounts = amountsOf(finding);
  return (
    <figure className="finding-sketch">
      <svg
        viewBox={`${box.minX} ${-box.maxY} ${across} ${up}`}
        width={width}
        height={height}
        role="img"
        aria-label={say(text('示意图', 'Sketch'))}
      >
        <g transform="scale(1 -1)" strokeLinejoin="round">
          {rooms.map((room) => (
            <path
              key={room.id}
              d={[room.polygon, ...room.holes].map(pathOf).join('')}
              fillRule="evenodd"
              className={meant.includes(room) && areas.length === 0 ? 'meant' : 'beside'}
            />
          ))}
          {(['existing', 'new'] as const).map((phase) => (
            <path
              key={phase}
              d={byPhase[phase]
                .flatMap(({ outer, holes }) => [outer, ...holes])
                .map(pathOf)
                .join('')}
              fillRule="evenodd"
              className={`wall ${phase}`}
            />
          ))}
          {entries(storey.fixtures).map(([id, fixture]) =>
            standsAt(fixture.phase, 'after') ? <DrawnFixture key={id} fixture={fixture} /> : null,
          )}
          {entries(storey.openings).map(([id, opening]) => (
            <DrawnOpening key={id} storey={storey} opening={opening} />
          ))}
          {(areas.length > 0 ? [] : meant).map((room) => (
            <path
              key={`edge-${room.id}`}
              d={pathOf(room.polygon)}
              className="edge"
              strokeWidth={1.5 * pixel}
            />
          ))}
          <Outlines rings={areas} className="area" pixel={pixel} />
          <Outlines rings={others} className="other" pixel={pixel} />
          <Outlines rings={marked} className="marked" pixel={pixel} />
        </g>
        {line ? (
          <g className="measured">
            <line
              x1={line.from.x}
              y1={-line.from.y}
              x2={line.to.x}
              y2={-line.to.y}
              strokeWidth={2 * pixel}
            />
            {amounts ? (
              <text {...labelAt(line, box, pixel)} fontSize={12 * pixel}>
                {amounts.measured}
              </text>
            ) : null}
          </g>
        ) : null}
      </svg>
      {others.length > 0 ? (
        <figcaption>{say(text('虚线：另一楼层', 'dashed: on the other storey'))}</figcaption>
      ) : null}
    </figure>
  );
}

function Outlines(props: {
  readonly rings: readonly Ring[];
  readonly className: string;
  readonly pixel: number;
}) {
  const { rings, className, pixel } = props;
  return rings.map((ring) => (
    <path
      key={pathOf(ring)}
      d={pathOf(ring)}
      className={className}
      strokeWidth={2 * pixel}
      {...(className === 'other' ? { strokeDasharray: `${5 * pixel} ${4 * pixel}` } : {})}
    />
  ));
}
