import { conflictOf, type FixtureConflict } from '../../shared/derive/fixture-conflicts.ts';
import type { Command } from '../../shared/edit/command.ts';
import { fixtureSizes } from '../../shared/edit/fixture-sizes.ts';
import { phaseOfAddition } from '../../shared/edit/intent.ts';
import { placeFixture } from '../../shared/edit/place-fixture.ts';
import type { Fixture, Point } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { fixtureClearances } from './clearances.ts';
import { isAgain, type Place, placeAgainstWall } from './placement.ts';
import { whole } from './plane.ts';
import { lengths, zoneGuides } from './select-guides.ts';
import { reachOf, type Tool, type ToolContext } from './tool.ts';

export interface FixtureState {
  readonly cursor: Point | null;
  readonly place: Place | null;
  /** Quarter turns asked for with R. */
  readonly quarters: number;
  /** Where one was put just now: a second click there, as of a double click, puts no other onto it. */
  readonly put: Point | null;
}

const start: FixtureState = { cursor: null, place: null, quarters: 0, put: null };

function at(state: FixtureState, cursor: Point, suspend: boolean, context: ToolContext) {
  const size = fixtureSizes[context.options.fixtureKind];
  const free = { rotation: 180, quarters: state.quarters };
  const place = suspend
    ? placeFree(cursor, free.rotation + state.quarters * 90)
    : placeAgainstWall(context.scene, cursor, size, free, Math.max(2 * reachOf(context), 150));
  return { ...state, cursor, place };
}

const placeFree = (cursor: Point, rotation: number): Place => ({
  at: whole(cursor),
  rotation: rotation % 360,
  stands: false,
});

function command(place: Place, context: ToolContext): Command {
  return placeFixture({
    storey: context.storey,
    kind: context.options.fixtureKind,
    at: place.at,
    rotation: place.rotation,
    intent: context.intent,
    newId: context.newId,
  });
}

function fixtureAt({ at, rotation }: Place, context: ToolContext): Fixture {
  const kind = context.options.fixtureKind;
  const { width, depth } = fixtureSizes[kind];
  return { kind, at, rotation, width, depth, phase: phaseOfAddition(context.intent) };
}

/** Said while a fixture is placed or dragged where it cannot stand; nothing forbids it. */
export const conflictHints: Readonly<Record<FixtureConflict['with'], Text>> = {
  wall: text(
    '这里与墙重叠，摆不下；仍可先放在这里',
    'It stands in a wall here; it may be put here all the same',
  ),
  riser: text(
    '这里与立管重叠，摆不下；仍可先放在这里',
    'It stands in a riser here; it may be put here all the same',
  ),
  fixture: text(
    '这里与另一件设施重叠，摆不下；仍可先放在这里',
    'It stands in another fixture here; it may be put here all the same',
  ),
  outside: text('这里不在任何房间内', 'This is in no room'),
};

export const fixtureTool: Tool<FixtureState> = {
  start,
  on(state, input, context) {
    switch (input.type) {
      // The fixture is a guide and no preview: it changes no room, so nothing has to be derived.
      case 'move': {
        const put = isAgain(state.put, input.at, context) ? state.put : null;
        return { state: at({ ...state, put }, input.at, input.suspend, context) };
      }
      case 'down': {
        if (input.button === 'other' || isAgain(state.put, input.at, context)) return { state };
        const placed = at(state, input.at, input.suspend, context);
        return placed.place
          ? {
              state: { ...placed, place: null, put: input.at },
              commit: command(placed.place, context),
              selectAdded: 'new',
            }
          : { state };
      }
      case 'key': {
        if (input.key.toLowerCase() !== 'r') return { state, handled: false };
        const turned = { ...state, quarters: (state.quarters + 1) % 4 };
        return { state: state.cursor ? at(turned, state.cursor, input.suspend, context) : turned };
      }
      case 'cancel':
        return { state: { ...state, place: null }, handled: false };
      case 'leave':
      case 'interrupt':
        return { state: { ...state, cursor: null, place: null, put: null } };
      default:
        return { state };
    }
  },
  guides(state, context) {
    if (!state.place) return [];
    const fixture = fixtureAt(state.place, context);
    const isBlocked = conflictOf(context.storey, context.scene.storey, fixture) !== null;
    return [
      ...zoneGuides([[null, fixture]], context),
      { kind: 'fixture', fixture, isBlocked },
      ...lengths(fixtureClearances(context.scene, null, fixture)),
    ];
  },
  hint(state, context) {
    const conflict =
      state.place &&
      conflictOf(context.storey, context.scene.storey, fixtureAt(state.place, context));
    if (conflict) return conflictHints[conflict.with];
    return text(
      '单击放置，背面自动靠墙；R 旋转 90°，按住 Alt 不靠墙',
      'Click to place; its back goes to the nearest wall. R turns it by 90°, Alt keeps it free',
    );
  },
  cursor: () => 'crosshair',
};
