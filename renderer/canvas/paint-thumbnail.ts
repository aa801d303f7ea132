import type { Room } from '../../shared/derive/room.ts';
import {
  type HouseholdId,
  type Plan,
  type StoreyId,
  storeysByLevel,
} from '../../shared/plan/model.ts';
import { boxAround, fitBox, type Size } from '../editor/viewport.ts';
import { householdStyles } from '../panels/household-colour.ts';
import { sceneOf } from '../tools/scene.ts';
import { attempt } from './attempt.ts';
import { paintPlainWalls } from './paint-faults.ts';
import { paintWalls } from './paint-walls.ts';
import { ink, type Pen, tracePolygon } from './pen.ts';

/** The storey on the screen, as another version of the plan has it: the same, else one at its level. */
export function storeyLike(
  plan: Plan,
  { storey, level }: { readonly storey: StoreyId; readonly level: number },
): StoreyId | null {
  if (plan.storeys[storey]) return storey;
  const all = storeysByLevel(plan);
  return (all.find(([, one]) => one.level === level) ?? all[0])?.[0] ?? null;
}

const margin = { side: 3, top: 3, bottom: 3 };

/**
 * A storey after the works, small: who holds what in colour, walls and openings, no words. It needs no
 * page, so that a worker can paint it; `newSheet` makes a second canvas of the same size, from which
 * openings are cut without cutting the rooms beneath.
 *
 * @param density canvas px per CSS px.
 */
export function paintThumbnail<C extends CanvasImageSource>(
  context: Pen['context'],
  plan: Plan,
  storey: StoreyId,
  { size, density }: { readonly size: Size; readonly density: number },
  newSheet: () => { readonly canvas: C; readonly context: Pen['context'] },
): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, size.width, size.height);
  const scene = sceneOf(plan, storey, 'after');
  const box = scene && boxAround(Object.values(scene.storey.joints));
  if (!scene || !box) return;
  const sight = { min: { x: 0, y: 0 }, max: { x: size.width, y: size.height } };
  const view = fitBox(box, size, margin);
  const styles = householdStyles(plan.households);
  for (const room of scene.rooms) {
    const fill = fillOf(room, styles);
    if (!fill) continue;
    context.beginPath();
    tracePolygon({ context, size, sight, view }, room.polygon, room.holes);
    context.fillStyle = fill;
    context.fill('evenodd');
  }
  const sheet = newSheet();
  sheet.context.setTransform(density, 0, 0, density, 0, 0);
  const pen: Pen = { context: sheet.context, size, sight, view };
  attempt(
    () => paintWalls(pen, scene.storey, 'after'),
    () => paintPlainWalls(pen, scene.storey, 'after'),
  );
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(sheet.canvas, 0, 0);
}

/** Of a shared room the colour of the first: it is too small for stripes. */
function fillOf(room: Room, styles: ReturnType<typeof householdStyles>): string | null {
  if (room.area <= 0 || room.tags.length === 0) return null;
  if (room.holders.includes('building')) return ink.common;
  return styles.get(room.holders[0] as HouseholdId)?.fill ?? null;
}
