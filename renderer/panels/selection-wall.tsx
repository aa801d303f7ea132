import { Button } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import { coveredEnds } from '../../shared/derive/clear-run.ts';
import { changeWall } from '../../shared/edit/change-wall.ts';
import { deleteElements } from '../../shared/edit/delete-elements.ts';
import { restoreElements } from '../../shared/edit/restore-elements.ts';
import { setWallLength } from '../../shared/edit/set-wall-length.ts';
import type {
  ElementRef,
  Phase,
  Point,
  Storey,
  WallId,
  WallKind,
} from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mm } from '../language/say.ts';
import { wallKindWords } from '../language/words.ts';
import { wallThicknesses } from '../tools/aim.ts';
import { runFollowing } from '../tools/follow.ts';
import { wallLine } from '../tools/plane.ts';
import { WallDistances } from './selection-distances.tsx';
import { ChoiceField, Field, NumberField, Presets } from './selection-fields.tsx';
import { MergeAcross } from './selection-merge.tsx';
import { PhaseField } from './selection-phase.tsx';
import { WallEnds } from './selection-wall-ends.tsx';

/** What the two ends of a wall are called on the screen. */
export function endNames(a: Point, b: Point): { readonly a: Text; readonly b: Text } {
  const left = text('左端', 'left end');
  const right = text('右端', 'right end');
  const lower = text('下端', 'lower end');
  const upper = text('上端', 'upper end');
  if (Math.abs(b.x - a.x) >= Math.abs(b.y - a.y)) {
    return a.x <= b.x ? { a: left, b: right } : { a: right, b: left };
  }
  return a.y <= b.y ? { a: lower, b: upper } : { a: upper, b: lower };
}

/** What the two faces of a wall are called on the screen; left and right are seen from a to b. */
export function faceNames(a: Point, b: Point): { readonly left: Text; readonly right: Text } {
  const upper = text('上侧墙面', 'upper face');
  const lower = text('下侧墙面', 'lower face');
  const west = text('左侧墙面', 'left face');
  const east = text('右侧墙面', 'right face');
  if (Math.abs(b.x - a.x) >= Math.abs(b.y - a.y)) {
    return a.x <= b.x ? { left: upper, right: lower } : { left: lower, right: upper };
  }
  return a.y <= b.y ? { left: west, right: east } : { left: east, right: west };
}

export function WallProperties(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly id: WallId;
}) {
  const { store, storey, id } = props;
  const say = useSay();
  const [hold, setHold] = useState<'a' | 'b'>('a');
  const [face, setFace] = useState<'axis' | 'left' | 'right'>('axis');
  const { intent, view, storey: storeyId } = useStore(store);
  const wall = storey.walls[id];
  const line = wall && wallLine(storey, wall);
  if (!wall || !line) return null;
  const covered = coveredEnds(storey, id, view);
  const names = endNames(line.a, line.b);
  const isGone = wall.phase === 'demolished';
  const edit = { storey: storeyId, wall: id, intent, newId };
  const faces = faceNames(line.a, line.b);
  const thicken = (thickness: number) =>
    runFollowing(store, changeWall({ ...edit, change: { thickness }, hold: face }));
  const ref: ElementRef = { kind: 'wall', id, storey: storeyId };
  return (
    <>
      <NumberField
        name={say(text('长度（中线）', 'Length (centre line)'))}
        value={line.length}
        unit="mm"
        min={10}
        disabled={isGone}
        onCommit={(length) => runFollowing(store, setWallLength({ ...edit, length, hold }))}
      />
      <ChoiceField<'a' | 'b'>
        name={say(text('不动的一端', 'End that stays'))}
        value={hold}
        disabled={isGone}
        options={[
          { value: 'a', label: say(names.a) },
          { value: 'b', label: say(names.b) },
        ]}
        onCommit={setHold}
      />
      <Field name={say(text('净长', 'Clear length'))}>
        {mm(Math.max(0, line.length - covered.a - covered.b))}
      </Field>
      <WallDistances store={store} wall={id} disabled={isGone} />
      {wall.kind === 'boundary' ? null : (
        <>
          <NumberField
            name={say(text('厚度', 'Thickness'))}
            value={wall.thickness}
            unit="mm"
            min={20}
            max={1000}
            disabled={isGone}
            onCommit={thicken}
          />
          <Presets
            name={say(text('常用厚度', 'Usual thicknesses'))}
            values={wallThicknesses}
            value={wall.thickness}
            disabled={isGone}
            onCommit={thicken}
          />
          <ChoiceField<'axis' | 'left' | 'right'>
            name={say(text('改厚度时保持', 'Face that stays'))}
            value={face}
            disabled={isGone}
            options={[
              { value: 'axis', label: say(text('中线', 'Centre line')) },
              { value: 'left', label: say(faces.left) },
              { value: 'right', label: say(faces.right) },
            ]}
            onCommit={setFace}
          />
        </>
      )}
      <ChoiceField<WallKind>
        name={say(text('类型', 'Kind'))}
        value={wall.kind}
        disabled={isGone}
        options={(['bearing', 'partition', 'boundary'] as const).map((kind) => ({
          value: kind,
          label: say(wallKindWords[kind]),
        }))}
        onCommit={(kind) => runFollowing(store, changeWall({ ...edit, change: { kind } }))}
      />
      <WallEnds store={store} storey={storey} wall={wall} names={names} disabled={isGone} />
      <PhaseField store={store} elements={[ref]} phase={wall.phase} />
      <RemoveButtons store={store} elements={[ref]} phase={wall.phase} />
      {isGone ? null : <MergeAcross store={store} storey={storey} wall={id} />}
    </>
  );
}

/** Delete, demolish or take a demolition back: what the phase and the intent allow. */
export function RemoveButtons(props: {
  readonly store: EditorStore;
  readonly elements: readonly ElementRef[];
  readonly phase: Phase | null;
}) {
  const { store, elements, phase } = props;
  const say = useSay();
  const { intent, storey } = useStore(store);
  const marks = intent === 'proposal' && phase !== 'new';
  return (
    <div className="property-actions">
      {phase === 'demolished' ? (
        <Button onClick={() => store.getState().run(restoreElements({ storey, elements }))}>
          {say(text('恢复保留', 'Keep it after all'))}
        </Button>
      ) : (
        <Button
          danger
          onClick={() => store.getState().run(deleteElements({ storey, elements, intent }))}
        >
          {marks && phase !== null ? say(text('拆除', 'Demolish')) : say(text('删除', 'Delete'))}
        </Button>
      )}
    </div>
  );
}
