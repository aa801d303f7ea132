import { memo, useId } from 'react';
import { type HouseholdStyle, patternTiles } from './household-colour.ts';

/** The colour and pattern of one household as a small chip, with its door number where given. */
export const HouseholdSwatch = memo(function HouseholdSwatch(props: {
  readonly style: HouseholdStyle;
  readonly door?: string;
  /** px */
  readonly size?: number;
}) {
  const size = props.size ?? 18;
  const pattern = useId();
  const tile = patternTiles[props.style.pattern];
  return (
    <span className="household-swatch">
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <defs>
          <pattern id={pattern} width={tile.size} height={tile.size} patternUnits="userSpaceOnUse">
            <rect width={tile.size} height={tile.size} fill={props.style.fill} />
            {tile.lines.map((line) => (
              <line
                key={line.join()}
                x1={line[0]}
                y1={line[1]}
                x2={line[2]}
                y2={line[3]}
                stroke={props.style.stroke}
                strokeWidth={tile.strokeWidth}
              />
            ))}
            {tile.dots.map((dot) => (
              <circle
                key={dot.join()}
                cx={dot[0]}
                cy={dot[1]}
                r={dot[2]}
                fill={props.style.stroke}
              />
            ))}
          </pattern>
        </defs>
        <rect
          x={0.75}
          y={0.75}
          width={size - 1.5}
          height={size - 1.5}
          rx={3}
          fill={`url(#${pattern})`}
          stroke={props.style.stroke}
          strokeWidth={1.5}
        />
      </svg>
      {props.door === undefined ? null : <span className="household-door">{props.door}</span>}
    </span>
  );
});
