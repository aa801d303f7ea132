import { zonesOf } from '../../shared/derive/use-zones.ts';
import type { Fixture, FixtureId, WallId } from '../../shared/plan/model.ts';
import type { Moment } from '../../shared/plan/phase.ts';
import type { Scene } from '../editor/hit.ts';
import { type Clearance, fixtureClearances, wallClearances } from './clearances.ts';
import { openingGuides } from './opening-tool.ts';
import { plus, wallLine } from './plane.ts';
import type { SelectState } from './select-drag.ts';
import type { Guide, ToolContext } from './tool.ts';
import { isTyped, typedGuide } from './typed.ts';

/** More zones than this would hide what they lie on. */
const mostZones = 12;

/** What a drag shows beside its preview: clear distances that change with it, and use zones. */
export function dragGuides(state: SelectState, context: ToolContext): Guide[] {
  const { scene } = context;
  if (state.kind === 'sliding') {
    const width = scene.storey.openings[state.opening]?.width ?? 0;
    return openingGuides(state.wall, state.offset, width, context, state.opening);
  }
  if (state.kind === 'standing') {
    const fixture = scene.storey.fixtures[state.fixture];
    if (!fixture) return [];
    const { at, rotation } = state.place;
    const placed = { ...fixture, at, rotation };
    return [
      ...zoneGuides([[state.fixture, placed]], context),
      ...lengths(fixtureClearances(scene, state.fixture, placed)),
    ];
  }
  if (state.kind !== 'moving') return [];
  const typed: Guide[] = isTyped(state.typed)
    ? [typedGuide(state.typed, state.at, ['distance'], () => Math.hypot(state.by.x, state.by.y))]
    : [];
  const [only, ...rest] = state.elements;
  if (only?.kind !== 'wall' || rest.length > 0) return typed;
  const { left, right } = wallClearances(scene, only.id as WallId);
  const clear = [left, right].flatMap((clearance): Guide[] =>
    clearance ? [{ kind: 'length', from: plus(clearance.from, state.by), to: clearance.to }] : [],
  );
  return [...clear, ...typed];
}

/** Of several selected walls the last one, which the others are extended to and trimmed at. */
export function targetGuides({ selection, scene }: ToolContext): Guide[] {
  const last = selection.at(-1);
  if (!last || selection.length < 2 || selection.some(({ kind }) => kind !== 'wall')) return [];
  const wall = scene.storey.walls[last.id as WallId];
  const line = wall && wallLine(scene.storey, wall);
  return line ? [{ kind: 'line', from: line.a, to: line.b, style: 'target' }] : [];
}

/** The zones of the selected fixtures that stand after the works. */
export function selectedZones(context: ToolContext): Guide[] {
  const { selection, scene } = context;
  const chosen = selection.flatMap((ref): [FixtureId, Fixture][] => {
    const fixture = ref.kind === 'fixture' ? scene.storey.fixtures[ref.id as FixtureId] : undefined;
    return fixture && fixture.phase !== 'demolished' ? [[ref.id as FixtureId, fixture]] : [];
  });
  return chosen.length > mostZones ? [] : zoneGuides(chosen, context);
}

/** When what is on the screen stands. */
export const momentOf = ({ view }: Scene): Moment => (view === 'before' ? 'before' : 'after');

export const zoneGuides = (
  fixtures: readonly (readonly [FixtureId | null, Fixture])[],
  { storey, scene }: Pick<ToolContext, 'storey' | 'scene'>,
): Guide[] =>
  fixtures.flatMap(([id, fixture]) =>
    zonesOf(storey, scene.storey, fixture, id, momentOf(scene)).map(
      ({ ring, blockedBy }): Guide => ({ kind: 'zone', ring, isBlocked: blockedBy !== null }),
    ),
  );

/** Touching sides need no dimension. */
export const lengths = (clearances: readonly Clearance[]): Guide[] =>
  clearances
    .filter(({ distance }) => distance >= 1)
    .map(({ from, to }): Guide => ({ kind: 'length', from, to }));
