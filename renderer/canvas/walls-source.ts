import { fixtureConflicts } from '../../shared/derive/fixture-conflicts.ts';
import type { Room } from '../../shared/derive/room.ts';
import { faultsOf } from '../../shared/plan/faults.ts';
import type { FixtureId, Storey, StoreyId } from '../../shared/plan/model.ts';
import type { View } from '../../shared/plan/phase.ts';
import type { Language } from '../../shared/text.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
import type { Runner } from '../tools/runner.ts';
import { attempt } from './attempt.ts';
import type { Damage } from './damage.ts';
import { LabelPlaces, type LabelScene } from './label-places.ts';
import { paintAxes } from './paint-axes.ts';
import { paintDimensions } from './paint-dimensions.ts';
import { paintFaults, paintPlainWalls } from './paint-faults.ts';
import { paintFixtures, paintWetFloors } from './paint-fixtures.ts';
import { paintLabels } from './paint-labels.ts';
import { paintNotes } from './paint-notes.ts';
import { paintWalls } from './paint-walls.ts';
import type { Pen } from './pen.ts';
import { roomsBeforeDivision, shownRooms, shownStorey } from './shown.ts';
import { remembered, type Source } from './source.ts';
import { forgetWidths } from './text-widths.ts';
import { type WallScene, wallDamage } from './wall-damage.ts';

interface PlanScene extends WallScene, LabelScene {
  /** Another one where letters may look different though nothing of the plan changed. */
  readonly fonts: number;
}

/** The canvas of what is drawn: walls, what stands between them, and what is written. */
export function wallsSource(
  store: EditorStore,
  runner: Pick<Runner, 'stateOf'>,
  language: Language,
): Source<PlanScene | null> {
  const labels = new LabelPlaces();
  let fonts = 0;
  const blockedOf = remembered(blockedFixtures);
  // Of the draft: what a drag passes through is no record.
  const faultsIn = remembered(faultsOf);
  const labelledOf = remembered(labelledRooms);
  const sceneOf = remembered(
    (storey: Storey, ...[rooms, view, households, axes, blocked, faults, letters]: Rest) => ({
      storey,
      rooms,
      view,
      households,
      language,
      axes,
      blocked,
      faults,
      fonts: letters,
    }),
  );
  return {
    look() {
      const state = store.getState();
      const storey = shownStorey(state);
      if (!storey) return null;
      const { households, axes } = shownPlan(state);
      return sceneOf(
        storey,
        labelledOf(shownRooms(state), roomsBeforeDivision(state, runner.stateOf('divide'))),
        state.view,
        households,
        axes,
        blockedOf(state.storey, storey, state.view),
        faultsIn(state.reading?.plan ?? state.history.plan, state.storey),
        fonts,
      );
    },
    watch(again) {
      // A canvas does not redraw when a piece of the font arrives.
      const came = (): void => {
        forgetWidths();
        fonts += 1;
        again();
      };
      document.fonts.addEventListener('loadingdone', came);
      const unsubscribe = store.subscribe(again);
      return () => {
        unsubscribe();
        document.fonts.removeEventListener('loadingdone', came);
      };
    },
    paint(pen, scene) {
      if (scene) paintPlan(pen, scene, labels);
    },
    damage(was, is, pen): Damage {
      if (!was || !is || was.language !== is.language || was.fonts !== is.fonts) return 'all';
      const ofLabels = labels.update(pen, is);
      const ofWalls = ofLabels === 'all' ? 'all' : wallDamage(was, is, pen.view);
      return ofLabels === 'all' || ofWalls === 'all' ? 'all' : [...ofWalls, ...ofLabels];
    },
  };
}

type Rest = readonly [
  rooms: PlanScene['rooms'],
  view: PlanScene['view'],
  households: PlanScene['households'],
  axes: PlanScene['axes'],
  blocked: PlanScene['blocked'],
  faults: PlanScene['faults'],
  fonts: PlanScene['fonts'],
];

const blockedFixtures = (id: StoreyId, storey: Storey, view: View): ReadonlySet<FixtureId> =>
  new Set(
    view === 'before'
      ? []
      : attempt(
          () => fixtureConflicts(id, storey),
          () => [],
        ).map(({ fixture }) => fixture),
  );

/** Without those that a division brings. */
const labelledRooms = (
  rooms: readonly Room[],
  undivided: readonly Room[] | null,
): readonly Room[] =>
  undivided ? rooms.filter(({ id }) => undivided.some((room) => room.id === id)) : rooms;

function paintPlan(pen: Pen, scene: PlanScene, labels: LabelPlaces): void {
  const { storey, view, language, axes, blocked, faults } = scene;
  const leftOut = (): void => undefined;
  attempt(() => paintAxes(pen, { axes }, storey), leftOut);
  attempt(() => paintWetFloors(pen, storey, view, blocked), leftOut);
  // What cannot be drawn properly is drawn plainly, and takes nothing else with it.
  attempt(
    () => paintWalls(pen, storey, view),
    () => paintPlainWalls(pen, storey, view),
  );
  attempt(() => paintFixtures(pen, storey, view, blocked, language), leftOut);
  paintLabels(pen, scene, labels);
  attempt(() => paintDimensions(pen, storey, view, language), leftOut);
  paintNotes(pen, storey);
  paintFaults(pen, faults);
}
