import { Button, Segmented, Tooltip } from 'antd';
import type { WallKind } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { DirectionLock, MeasureBy, ToolName, ToolOptions, WallSide } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { wallKindWords } from '../language/words.ts';
import { LimitedNumber } from '../panels/limited-number.tsx';
import { wallThicknesses, withKind } from '../tools/aim.ts';

interface OptionsProps {
  readonly options: ToolOptions;
  onChange(part: Partial<ToolOptions>): void;
}

/** The tools that draw walls. */
export const drawsWalls = (tool: ToolName): boolean =>
  ['wall', 'rectangle', 'outline', 'offset'].includes(tool);

/** What the walls drawn next are, and how the tool in hand takes its line. */
export function WallOptions({
  tool,
  options,
  onChange,
}: OptionsProps & { readonly tool: ToolName }) {
  return (
    <>
      <KindChoice options={options} onChange={onChange} />
      {options.wallKind === 'boundary' ? null : (
        <ThicknessChoice options={options} onChange={onChange} />
      )}
      {tool === 'wall' ? (
        <Choice<WallSide>
          name={text('画线位置', 'Line that is drawn')}
          about={text(
            '画的线是墙的中线，或是前进方向左侧、右侧的墙面（S）',
            'The line drawn is the wall’s centre, or its face on the left or right of the way (S)',
          )}
          value={options.wallSide}
          words={sideWords}
          onChange={(wallSide) => onChange({ wallSide })}
        />
      ) : (
        <Choice<MeasureBy>
          name={text('尺寸', 'Sizes')}
          about={text(
            '输入的尺寸在墙面之间量，或在中线之间量（A）',
            'Sizes are typed between faces, or between centre lines (A)',
          )}
          value={options.measureBy}
          words={measureWords}
          onChange={(measureBy) => onChange({ measureBy })}
        />
      )}
      {tool === 'wall' || tool === 'outline' ? (
        <Choice<DirectionLock>
          name={text('方向锁定', 'Direction lock')}
          about={text(
            '方向不限，正交，或每 15°；斜墙起笔时也以斜墙为准（L，按住 Shift）',
            'Any direction, square, or every 15°, also counted from a slanting wall (L, hold Shift)',
          )}
          value={options.directionLock}
          words={lockWords}
          onChange={(directionLock) => onChange({ directionLock })}
        />
      ) : null}
    </>
  );
}

const sideWords: Readonly<Record<WallSide, Text>> = {
  centre: text('中线', 'Centre'),
  left: text('左面', 'Left'),
  right: text('右面', 'Right'),
};
const measureWords: Readonly<Record<MeasureBy, Text>> = {
  clear: text('净尺寸', 'Clear'),
  axis: text('轴线', 'Axes'),
};
const lockWords: Readonly<Record<DirectionLock, Text>> = {
  free: text('自由', 'Free'),
  ortho: text('正交', 'Ortho'),
  fifteen: text('15°', '15°'),
};

function Choice<V extends string>(props: {
  readonly name: Text;
  readonly about: Text;
  readonly value: V;
  readonly words: Readonly<Record<V, Text>>;
  onChange(value: V): void;
}) {
  const say = useSay();
  const values = Object.keys(props.words) as V[];
  return (
    <Tooltip title={say(props.about)} mouseEnterDelay={0.5}>
      <Segmented<V>
        aria-label={say(props.name)}
        value={props.value}
        options={values.map((value) => ({ value, label: say(props.words[value]) }))}
        onChange={props.onChange}
      />
    </Tooltip>
  );
}

function KindChoice({ options, onChange }: OptionsProps) {
  const say = useSay();
  return (
    <Segmented<WallKind>
      aria-label={say(text('墙的类型', 'Kind of wall'))}
      value={options.wallKind}
      options={(['bearing', 'partition', 'boundary'] as const).map((value) => ({
        value,
        label: say(wallKindWords[value]),
      }))}
      onChange={(wallKind) => onChange(withKind(options, wallKind))}
    />
  );
}

function ThicknessChoice({ options, onChange }: OptionsProps) {
  const say = useSay();
  return (
    <>
      <LimitedNumber
        aria-label={say(text('墙厚', 'Wall thickness'))}
        value={options.wallThickness}
        min={20}
        max={1000}
        step={10}
        precision={0}
        unit="mm"
        className="option-number"
        onChange={(wallThickness) => {
          if (wallThickness) onChange({ wallThickness });
        }}
      />
      <Tooltip
        title={say(text('< 薄一档，> 厚一档', '< thinner, > thicker'))}
        mouseEnterDelay={0.5}
      >
        <span className="option-presets">
          {wallThicknesses.map((value) => (
            <Button
              key={value}
              type={value === options.wallThickness ? 'primary' : 'text'}
              aria-pressed={value === options.wallThickness}
              onClick={() => onChange({ wallThickness: value })}
            >
              {value}
            </Button>
          ))}
        </span>
      </Tooltip>
    </>
  );
}
