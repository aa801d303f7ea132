import { changeFixture } from '../../shared/edit/change-fixture.ts';
import { slideWall } from '../../shared/edit/slide-wall.ts';
import type { FixtureId, Storey, WallId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import {
  type Clearance,
  fixtureClearances,
  wallClearances,
  wayWords,
} from '../tools/clearances.ts';
import { runFollowing } from '../tools/follow.ts';
import { plus, times, whole } from '../tools/plane.ts';
import { sceneOf } from '../tools/scene.ts';
import { NumberField } from './selection-fields.tsx';
import { useSettled } from './use-settled.ts';

function DistanceField(props: {
  readonly clearance: Clearance;
  readonly disabled: boolean;
  onCommit(distance: number): void;
}) {
  const say = useSay();
  const { zh, en } = wayWords(props.clearance);
  return (
    <NumberField
      name={say(text(`${zh}净距`, `Clear ${en}`))}
      value={props.clearance.distance}
      unit="mm"
      min={0}
      disabled={props.disabled}
      onCommit={props.onCommit}
    />
  );
}

function useScene(store: EditorStore) {
  const state = useSettled(store);
  return sceneOf(state.reading?.plan ?? state.history.plan, state.storey, state.view);
}

/** The clear widths on both sides of a wall: typing one slides the wall. */
export function WallDistances(props: {
  readonly store: EditorStore;
  readonly wall: WallId;
  readonly disabled: boolean;
}) {
  const { store, wall, disabled } = props;
  const { storey, intent } = useSettled(store);
  const scene = useScene(store);
  if (!scene) return null;
  const { left, right } = wallClearances(scene, wall);
  const slide = (by: number) => runFollowing(store, slideWall({ storey, wall, by, intent, newId }));
  return (
    <>
      {left ? (
        <DistanceField
          clearance={left}
          disabled={disabled}
          onCommit={(distance) => slide(left.distance - distance)}
        />
      ) : null}
      {right ? (
        <DistanceField
          clearance={right}
          disabled={disabled}
          onCommit={(distance) => slide(distance - right.distance)}
        />
      ) : null}
    </>
  );
}

/** What is clear around a fixture: typing a distance moves the fixture that way. */
export function FixtureDistances(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly id: FixtureId;
}) {
  const { store, id } = props;
  const { storey, intent } = useSettled(store);
  const scene = useScene(store);
  const fixture = props.storey.fixtures[id];
  if (!scene || !fixture) return null;
  return fixtureClearances(scene, id, fixture).map((clearance) => (
    <DistanceField
      key={`${clearance.way.x},${clearance.way.y}`}
      clearance={clearance}
      disabled={fixture.phase === 'demolished'}
      onCommit={(distance) => {
        const at = whole(plus(fixture.at, times(clearance.way, clearance.distance - distance)));
        runFollowing(store, changeFixture({ storey, fixture: id, change: { at }, intent, newId }));
      }}
    />
  ));
}
