import {
  type Axis,
  type AxisId,
  entries,
  type NewId,
  type Plan,
  type Point,
} from '../plan/model.ts';
import { largestCoordinate } from '../plan/schema.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { gone, nothingSelected, refusal } from './refusals.ts';
import { whole } from './whole.ts';

/** Adds a line of the axis grid, on all storeys. */
export function addAxis({ newId, ...options }: Axis & { readonly newId: NewId }): Command {
  const axis = tidy(options);
  return {
    label: text('添加轴线', 'Add an axis'),
    refuse: (plan) => refuseAxis(plan, axis),
    apply(draft) {
      draft.axes ??= {};
      draft.axes[newId('axis')] = axis;
    },
  };
}

/** Puts an axis elsewhere; its number or letter follows from where it then is. */
export function moveAxis({
  axis: id,
  place,
}: {
  readonly axis: AxisId;
  readonly place: number;
}): Command {
  return {
    label: text('移动轴线', 'Move an axis'),
    refuse(plan) {
      const now = plan.axes?.[id];
      return now ? refuseAxis(plan, tidy({ ...now, place }), id) : gone({ kind: 'axis', id });
    },
    apply(draft) {
      const now = draft.axes?.[id];
      if (now) now.place = whole(place);
    },
  };
}

/** Moves axes by a vector, of which each takes what is square to it. */
export function moveAxes({
  axes,
  by,
}: {
  readonly axes: readonly AxisId[];
  readonly by: Point;
}): Command {
  const step = ({ runs }: Axis): number => whole(runs === 'upright' ? by.x : by.y);
  return {
    label: text('移动轴线', 'Move axes'),
    refuse(plan) {
      if (axes.length === 0) return nothingSelected;
      for (const id of axes) {
        const axis = plan.axes?.[id];
        if (!axis) return gone({ kind: 'axis', id });
        const others = new Set(axes);
        const stay = { ...plan, axes: without(plan, others) };
        const refused = refuseAxis(stay, { ...axis, place: axis.place + step(axis) });
        if (refused) return refused;
      }
      return null;
    },
    apply(draft) {
      for (const id of axes) {
        const axis = draft.axes?.[id];
        if (axis) axis.place += step(axis);
      }
    },
  };
}

export function deleteAxes({ axes }: { readonly axes: readonly AxisId[] }): Command {
  return {
    label: text('删除轴线', 'Delete axes'),
    refuse(plan) {
      const lost = axes.find((id) => !plan.axes?.[id]);
      if (lost) return gone({ kind: 'axis', id: lost });
      return axes.length === 0 ? nothingSelected : null;
    },
    apply(draft) {
      for (const id of axes) delete draft.axes?.[id];
    },
  };
}

const tidy = ({ runs, place }: Axis): Axis => ({ runs, place: whole(place) });

const without = (plan: Plan, ids: ReadonlySet<AxisId>): Plan['axes'] =>
  Object.fromEntries(entries(plan.axes ?? {}).filter(([id]) => !ids.has(id)));

/** mm; axes nearer than this would be one line on paper. */
const least = 10;

function refuseAxis(plan: Plan, axis: Axis, own?: AxisId): Refusal | null {
  if (Math.abs(axis.place) > largestCoordinate) {
    return refusal('out-of-range', '轴线离原点太远。', 'The axis is too far away.');
  }
  const other = entries(plan.axes ?? {}).find(
    ([id, { runs, place }]) =>
      id !== own && runs === axis.runs && Math.abs(place - axis.place) < least,
  );
  return other
    ? refusal('axis-there', '这里已经有轴线。', 'There is an axis here already.', [
        { kind: 'axis', id: other[0] },
      ])
    : null;
}
