import { Button, InputNumber, Tooltip } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { arrayElements, mostCopies } from '../../shared/edit/array-elements.ts';
import { cutWall } from '../../shared/edit/cut-wall.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import type { ElementRef, Storey, WallId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { alignCommands, distributeCommands, mirrorCommands } from '../commands/arrange-commands.ts';
import type { SelectionCommand } from '../commands/selection-command.ts';
import { meetCommands } from '../commands/wall-commands.ts';
import { newId } from '../editor/ids.ts';
import { shownKey } from '../editor/keyboard.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { runFollowing } from '../tools/follow.ts';
import { wallLine } from '../tools/plane.ts';
import type { Runner } from '../tools/runner.ts';
import { sceneOf } from '../tools/scene.ts';
import { moveCommand } from '../tools/select-drag.ts';
import { endNames } from './selection-wall.tsx';
import './selection-arrange.css';
import { parserFor } from './typed-number.ts';
import { useSettled } from './use-settled.ts';

interface Props {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly storey: Storey;
  readonly selection: readonly ElementRef[];
}

/** 变换: what can be done to where the selection stands. Only what applies is offered. */
export function ArrangeSection(props: Props) {
  const { store, runner, storey, selection } = props;
  const say = useSay();
  const state = useSettled(store);
  const only = selection.length === 1 ? selection[0] : undefined;
  const offered = (commands: readonly SelectionCommand[]) =>
    commands.filter(({ refuse }) => !refuse?.(state));
  if (state.reading || selection.every(({ kind }) => kind === 'room')) return null;
  const isWalls = selection.every(({ kind }) => kind === 'wall');
  const groups = [
    isWalls ? offered(meetCommands) : [],
    offered(alignCommands),
    offered(distributeCommands),
    offered(mirrorCommands),
  ].filter((group) => group.length > 0);
  return (
    <section className="arrange" aria-label={say(text('变换', 'Arrange'))}>
      <h3>{say(text('变换', 'Arrange'))}</h3>
      {isWalls && selection.length > 1 ? (
        <p className="property-note">
          {say(
            text(
              '最后选中的墙（橙色点划线）是目标墙，其余的墙延伸或修剪到它。',
              'The wall selected last (orange line) is the one that the others are extended to or trimmed at.',
            ),
          )}
        </p>
      ) : null}
      {groups.map((group) => (
        <div className="arrange-buttons" key={group[0]?.id}>
          {group.map((command) => (
            <Tooltip
              key={command.id}
              title={`${say(command.name)}  (${shownKey(command.keys?.[0] ?? '')})`}
              mouseEnterDelay={0.4}
            >
              <Button
                size="small"
                aria-keyshortcuts={command.keys?.[0]}
                onClick={() => command.run({ store, runner })}
              >
                {say(command.name)}
              </Button>
            </Tooltip>
          ))}
        </div>
      ))}
      {only?.kind === 'wall' ? (
        <SplitForm key={only.id} store={store} storey={storey} wall={only.id as WallId} />
      ) : null}
      {selection.some(({ kind }) => kind !== 'opening' && kind !== 'room' && kind !== 'axis') ? (
        <RotateForm store={store} elements={selection} />
      ) : null}
      <MoveForm store={store} elements={selection} />
      {selection.some(({ kind }) => kind !== 'axis') ? (
        <ArrayForm store={store} elements={selection} />
      ) : null}
    </section>
  );
}

/** One line of numbers with the button that uses them; Enter in a number presses it. */
function FormLine(props: { readonly name: string; readonly children: ReactNode; onDo(): void }) {
  return (
    <form
      className="arrange-form"
      aria-label={props.name}
      onSubmit={(event) => {
        event.preventDefault();
        props.onDo();
      }}
    >
      {props.children}
      <Button size="small" htmlType="submit">
        {props.name}
      </Button>
    </form>
  );
}

function Amount(props: {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  onChange(value: number): void;
}) {
  const id = useId();
  return (
    <span className="arrange-amount">
      <label htmlFor={id}>{props.name}</label>
      <InputNumber
        id={id}
        size="small"
        value={props.value}
        min={props.min ?? -1_000_000}
        max={props.max ?? 1_000_000}
        step={props.step ?? 100}
        precision={0}
        suffix={props.unit}
        parser={parserFor(props.unit)}
        onChange={(value) => {
          if (value !== null) props.onChange(value);
        }}
      />
    </span>
  );
}

function SplitForm(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly wall: WallId;
}) {
  const { store, storey, wall } = props;
  const say = useSay();
  const facts = storey.walls[wall];
  const line = facts && wallLine(storey, facts);
  const length = line ? Math.round(line.length) : 0;
  const [at, setAt] = useState(Math.round(length / 2));
  if (!line || facts.phase === 'demolished') return null;
  const { zh, en } = endNames(line.a, line.b).a;
  return (
    <FormLine
      name={say(text('打断', 'Split'))}
      onDo={() => {
        const { storey: id, intent } = store.getState();
        runFollowing(store, cutWall({ storey: id, wall, at: [at], intent, newId }));
      }}
    >
      <Amount
        name={say(text(`距${zh}`, `From ${en}`))}
        value={at}
        unit="mm"
        min={0}
        onChange={setAt}
      />
    </FormLine>
  );
}

function RotateForm(props: {
  readonly store: EditorStore;
  readonly elements: readonly ElementRef[];
}) {
  const { store } = props;
  const say = useSay();
  const [degrees, setDegrees] = useState(90);
  return (
    <FormLine
      name={say(text('旋转', 'Rotate'))}
      onDo={() => {
        const { storey, intent } = store.getState();
        const elements = props.elements.filter(({ kind }) => kind !== 'room');
        runFollowing(store, rotateElements({ storey, elements, degrees, intent, newId }));
      }}
    >
      <Amount
        name={say(text('角度（逆时针）', 'Angle, counter-clockwise'))}
        value={degrees}
        unit="°"
        min={-360}
        max={360}
        step={15}
        onChange={setDegrees}
      />
    </FormLine>
  );
}

/** By a typed way, whatever is selected: what goes together keeps its distances. */
function MoveForm(props: {
  readonly store: EditorStore;
  readonly elements: readonly ElementRef[];
}) {
  const { store } = props;
  const say = useSay();
  const [x, setX] = useState(0);
  const [y, setY] = useState(0);
  return (
    <FormLine
      name={say(text('移动', 'Move'))}
      onDo={() => {
        const { storey, intent, view, history } = store.getState();
        const scene = sceneOf(history.plan, storey, view);
        const elements = props.elements.filter(({ kind }) => kind !== 'room');
        if (!scene || (x === 0 && y === 0)) return;
        runFollowing(store, moveCommand(elements, { x, y }, { storey, scene, intent, newId }));
      }}
    >
      <Amount name={say(text('向右', 'To the right'))} value={x} unit="mm" onChange={setX} />
      <Amount name={say(text('向上', 'Upwards'))} value={y} unit="mm" onChange={setY} />
    </FormLine>
  );
}

function ArrayForm(props: {
  readonly store: EditorStore;
  readonly elements: readonly ElementRef[];
}) {
  const { store } = props;
  const say = useSay();
  const [copies, setCopies] = useState(2);
  const [x, setX] = useState(1000);
  const [y, setY] = useState(0);
  return (
    <FormLine
      name={say(text('阵列', 'Array'))}
      onDo={() => {
        const { storey, intent, run } = store.getState();
        const elements = props.elements.filter(({ kind }) => kind !== 'room');
        run(arrayElements({ storey, elements, copies, by: { x, y }, intent, newId }));
      }}
    >
      <Amount
        name={say(text('份数', 'Copies'))}
        value={copies}
        min={1}
        max={mostCopies}
        step={1}
        onChange={setCopies}
      />
      <Amount name={say(text('横向间距', 'Across'))} value={x} unit="mm" onChange={setX} />
      <Amount name={say(text('竖向间距', 'Up'))} value={y} unit="mm" onChange={setY} />
    </FormLine>
  );
}
