import { memo } from 'react';
import { planRooms } from '../../shared/derive/households.ts';
import { boundsOf } from '../../shared/geometry/polygon.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { filledWords } from '../../shared/rules/filled-words.ts';
import { type Finding, toCheck } from '../../shared/rules/finding.ts';
import type { RuleNumber } from '../../shared/rules/rule.ts';
import { ruleOf } from '../../shared/rules/rules.ts';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { ruleWords } from './finding-groups.ts';
import { amount } from './finding-item.tsx';
import { useProfile } from './use-profile.ts';

/** Why it is a finding: the rule in plain words, its numbers, its clause, how it was measured. */
export const Explanation = memo(function Explanation(props: {
  readonly store: EditorStore;
  readonly plan: Plan;
  readonly finding: Finding;
}) {
  const say = useSay();
  const profile = useProfile(props.store);
  const { finding } = props;
  const rule = ruleOf(finding.rule);
  if (!rule) return null;
  const { asks, how } = filledWords(rule, profile);
  const numbers = Object.entries(rule.numbers);
  const own = profile.rules[rule.id]?.numbers ?? {};
  const check = toCheck(finding.source);
  return (
    <div className="finding-explain">
      <h4>{say(ruleWords(rule.id))}</h4>
      <p>{say(asks)}</p>
      <Sketch plan={props.plan} finding={finding} />
      <dl>
        {finding.missing ? (
          <>
            <dt>{say(text('缺少', 'Missing'))}</dt>
            <dd>{say(finding.missing)}</dd>
          </>
        ) : null}
        <dt>{say(text('怎样量', 'How it is measured'))}</dt>
        <dd>{say(how)}</dd>
        {numbers.length > 0 ? (
          <>
            <dt>{say(text('数值', 'Numbers'))}</dt>
            <dd>
              {numbers.map(([name, number]) => (
                <span key={name} className="finding-number">
                  {say(number.words)} {numberWords(own[name] ?? number.value, number.unit)}
                  {own[name] !== undefined && own[name] !== number.value
                    ? say(text('（自定）', ' (own)'))
                    : ''}
                </span>
              ))}
            </dd>
          </>
        ) : null}
        <dt>{say(text('依据', 'Source'))}</dt>
        <dd>
          {say(finding.source.clause)}
          {check
            ? say(
                text(
                  `（可靠程度 ${finding.source.certainty}，${check.zh}）`,
                  ` (certainty ${finding.source.certainty}, ${check.en})`,
                ),
              )
            : ''}
        </dd>
      </dl>
    </div>
  );
});

export function numberWords(value: number, unit: RuleNumber['unit']): string {
  switch (unit) {
    case 'm2':
      return `${value.toFixed(2)} m²`;
    case 'mm':
      return mm(value);
    case 'nth':
      return `1/${value}`;
    case 'percent':
      return `${value} %`;
    case 'count':
      return String(value);
  }
}

/** px of the sketch. */
const [width, height] = [264, 150];
/** mm around what is shown. */
const margin = 400;

/** The rooms that it is about, cut out of the plan, with the line that was measured. */
function Sketch({ plan, finding }: { readonly plan: Plan; readonly finding: Finding }) {
  const say = useSay();
  const storey = finding.place?.storey;
  const rooms = planRooms(plan, 'after').find((one) => one.storey === storey)?.rooms ?? [];
  const about = new Set(finding.about.map(({ id }) => id));
  const meant = rooms.filter(({ tags }) => tags.some((tag) => about.has(tag)));
  const { line } = finding;
  if (meant.length === 0 || meant.length > 6) return null;
  const points = [
    ...meant.flatMap(({ polygon }) => polygon),
    ...(line && line.storey === storey ? [line.from, line.to] : []),
  ];
  const { minX, minY, maxX, maxY } = boundsOf(points);
  const box = {
    x: minX - margin,
    y: -maxY - margin,
    width: maxX - minX + 2 * margin,
    height: maxY - minY + 2 * margin,
  };
  const pixel = Math.max(box.width / width, box.height / height);
  const path = (ring: readonly { readonly x: number; readonly y: number }[]): string =>
    `M${ring.map(({ x, y }) => `${x},${-y}`).join('L')}Z`;
  const middle = line && { x: (line.from.x + line.to.x) / 2, y: -(line.from.y + line.to.y) / 2 };
  return (
    <svg
      className="finding-sketch"
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      width={width}
      height={height}
      role="img"
      aria-label={say(text('示意图', 'Sketch'))}
    >
      {rooms.map((room) => (
        <path
          key={room.id}
          d={[room.polygon, ...room.holes].map(path).join('')}
          fillRule="evenodd"
          className={meant.includes(room) ? 'meant' : 'beside'}
          strokeWidth={pixel}
        />
      ))}
      {line && middle && line.storey === storey ? (
        <g className="measured">
          <line
            x1={line.from.x}
            y1={-line.from.y}
            x2={line.to.x}
            y2={-line.to.y}
            strokeWidth={2 * pixel}
          />
          <text x={middle.x + 6 * pixel} y={middle.y - 4 * pixel} fontSize={12 * pixel}>
            {finding.measured ? amount(finding.measured) : ''}
          </text>
        </g>
      ) : null}
    </svg>
  );
}
