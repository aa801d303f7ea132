import type { Plan, Point, StoreyId } from '../../shared/plan/model.ts';
import type { EditorState } from '../editor/store.ts';
import { boxAround, showing, visibleBox } from '../editor/viewport.ts';
import { addedElements } from '../tools/follow.ts';
import { same } from '../tools/plane.ts';
import type { ActionHost } from './editor-actions.ts';

/** px kept free around what was drawn beyond the edge; what is being typed stands beside its end. */
const margin = { side: 120, top: 72, bottom: 112 };

/** What drawing stood at before a key. */
export interface DrawnSoFar {
  readonly state: EditorState;
  readonly anchor: Point | null;
}

export const drawnSoFar = ({ store, runner }: ActionHost): DrawnSoFar => ({
  state: store.getState(),
  anchor: runner.anchor(),
});

/**
 * A length that was typed may end beyond the edge of the canvas: the view goes along, so that the
 * end is seen with the line that led to it. What a hand points at is seen already.
 */
export function followDrawing(host: ActionHost, was: DrawnSoFar): void {
  const { store, runner, viewport } = host;
  const { history, storey } = store.getState();
  const anchor = runner.anchor();
  const isSame = anchor === was.anchor || (anchor && was.anchor && same(anchor, was.anchor));
  if (history === was.state.history && isSame) return;
  const size = viewport.size();
  if (size.width === 0) return;
  const drawn = endsDrawn(was.state.history.plan, history.plan, storey);
  const news = anchor ? [anchor] : drawn;
  const { min, max } = visibleBox(viewport.get(), size);
  const isSeen = news.every(({ x, y }) => x >= min.x && x <= max.x && y >= min.y && y <= max.y);
  const box = boxAround([...runner.chain(), ...drawn]);
  if (isSeen || !box) return;
  viewport.set(showing(viewport.get(), size, box, margin));
}

/** The ends of the walls that were drawn. */
function endsDrawn(before: Plan, after: Plan, storey: StoreyId): Point[] {
  const now = after.storeys[storey];
  if (!now || before === after) return [];
  return addedElements(before, after, storey).flatMap(({ kind, id }) => {
    const wall = kind === 'wall' ? now.walls[id as keyof typeof now.walls] : undefined;
    return wall ? [now.joints[wall.a], now.joints[wall.b]].filter((joint) => !!joint) : [];
  });
}
