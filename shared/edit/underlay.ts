import { onPicture, onPlan } from '../derive/underlay-place.ts';
import type { Point, Storey, StoreyId, Underlay } from '../plan/model.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { underlaySchema } from '../plan/schema.ts';
import { type Text, text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { gone, refusal } from './refusals.ts';
import { wholePoint } from './whole.ts';

/** A picture that lies in the building's assets. */
export type Picture = Pick<Underlay, 'asset' | 'name' | 'width' | 'height' | 'resolution'>;

/** Lays a picture under a storey, in place of the one that lies there. */
export function placeUnderlay({
  storey,
  picture,
  origin,
  scale,
}: {
  readonly storey: StoreyId;
  readonly picture: Picture;
  /** Where its upper left corner comes to lie. */
  readonly origin: Point;
  /** mm under one px. */
  readonly scale: number;
}): Command {
  const underlay: Underlay = {
    ...picture,
    origin: wholePoint(origin),
    scale,
    rotation: 0,
    opacity: 0.6,
    crop: { left: 0, top: 0, right: 0, bottom: 0 },
    locked: false,
    hidden: false,
  };
  return {
    label: text('导入底图', 'Bring in an underlay'),
    refuse(plan) {
      return plan.storeys[storey] ? refuseFacts(underlay) : gone({ kind: 'storey', id: storey });
    },
    apply(draft) {
      const found = draft.storeys[storey];
      if (found) found.underlay = underlay;
    },
  };
}

export function removeUnderlay({ storey }: { readonly storey: StoreyId }): Command {
  return {
    label: text('移除底图', 'Remove the underlay'),
    refuse: (plan) => refuseNone(plan.storeys[storey], storey),
    apply(draft) {
      delete draft.storeys[storey]?.underlay;
    },
  };
}

/** Places, turns, shades, crops, hides or locks the underlay. A locked one keeps its place. */
export function changeUnderlay({
  storey,
  change,
}: {
  readonly storey: StoreyId;
  readonly change: Partial<Omit<Underlay, 'asset' | 'name' | 'width' | 'height'>>;
}): Command {
  return edit(storey, text('调整底图', 'Change the underlay'), () => change);
}

/**
 * Scales the underlay so that what lies between two points of the plan is `length` mm long. The
 * first point stays where it is.
 */
export function calibrateUnderlay({
  storey,
  from,
  to,
  length,
}: {
  readonly storey: StoreyId;
  readonly from: Point;
  readonly to: Point;
  readonly length: number;
}): Command {
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  return edit(
    storey,
    text('校准底图', 'Calibrate the underlay'),
    (underlay) => {
      const factor = length / span;
      const pixel = onPicture(underlay, from);
      const scaled = { ...underlay, scale: underlay.scale * factor };
      const at = onPlan(scaled, pixel);
      const { origin } = underlay;
      return {
        scale: scaled.scale,
        origin: { x: origin.x + from.x - at.x, y: origin.y + from.y - at.y },
      };
    },
    () =>
      span > 0 && length > 0
        ? null
        : refusal(
            'no-length',
            '两点重合或距离为零，无法校准。请点开两个点，再输入实际距离。',
            'The two points are one, or the distance is zero. Click two points apart and type the real distance.',
          ),
  );
}

/** Turns the underlay about the first point, so that the line is level or upright, the nearer. */
export function straightenUnderlay({
  storey,
  from,
  to,
}: {
  readonly storey: StoreyId;
  readonly from: Point;
  readonly to: Point;
}): Command {
  return edit(storey, text('摆正底图', 'Straighten the underlay'), (underlay) => {
    const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const askew = degrees - Math.round(degrees / 90) * 90;
    return turnedAbout(underlay, from, underlay.rotation - askew);
  });
}

/** Turns the underlay about the middle of what is shown of it. */
export function turnUnderlay({
  storey,
  rotation,
}: {
  readonly storey: StoreyId;
  readonly rotation: number;
}): Command {
  return edit(storey, text('旋转底图', 'Turn the underlay'), (underlay) => {
    const { crop, width, height } = underlay;
    const middle = onPlan(underlay, {
      x: (crop.left + width - crop.right) / 2,
      y: (crop.top + height - crop.bottom) / 2,
    });
    return turnedAbout(underlay, middle, rotation);
  });
}

function turnedAbout(
  underlay: Underlay,
  centre: Point,
  degrees: number,
): Pick<Underlay, 'rotation' | 'origin'> {
  const rotation = Math.round(((degrees + 540) % 360) * 100 - 18_000) / 100 + 0;
  const pixel = onPicture(underlay, centre);
  const at = onPlan({ ...underlay, rotation }, pixel);
  const { origin } = underlay;
  return { rotation, origin: { x: origin.x + centre.x - at.x, y: origin.y + centre.y - at.y } };
}

/** Keeps of the picture the part between two opposite corners, as it lies on the plan. */
export function cropUnderlay({
  storey,
  from,
  to,
}: {
  readonly storey: StoreyId;
  readonly from: Point;
  readonly to: Point;
}): Command {
  return edit(storey, text('裁剪底图', 'Crop the underlay'), (underlay) => {
    const [p, q] = [onPicture(underlay, from), onPicture(underlay, to)];
    const { width, height } = underlay;
    const within = (value: number, most: number): number =>
      Math.round(Math.min(most, Math.max(0, value)));
    return {
      crop: {
        left: within(Math.min(p.x, q.x), width),
        top: within(Math.min(p.y, q.y), height),
        right: width - within(Math.max(p.x, q.x), width),
        bottom: height - within(Math.max(p.y, q.y), height),
      },
    };
  });
}

type Change = Partial<Underlay>;

function edit(
  storey: StoreyId,
  label: Text,
  changeOf: (underlay: Underlay) => Change,
  allow?: () => Refusal | null,
): Command {
  const after = (underlay: Underlay): Underlay => {
    const change = changeOf(underlay);
    return {
      ...underlay,
      ...change,
      ...(change.origin ? { origin: wholePoint(change.origin) } : {}),
    };
  };
  return {
    label,
    refuse(plan) {
      const found = plan.storeys[storey];
      const refused = refuseNone(found, storey) ?? allow?.() ?? null;
      if (refused || !found?.underlay) return refused;
      const changed = after(found.underlay);
      return refuseLocked(found.underlay, changed) ?? refuseFacts(changed);
    },
    apply(draft) {
      const found = draft.storeys[storey];
      if (!found?.underlay) return;
      const changed = after(found.underlay as Underlay);
      if (JSON.stringify(changed) !== JSON.stringify(found.underlay)) found.underlay = changed;
    },
  };
}

function refuseNone(found: Storey | undefined, id: StoreyId): Refusal | null {
  if (!found) return gone({ kind: 'storey', id });
  return found.underlay
    ? null
    : refusal(
        'no-underlay',
        '本层还没有底图，请先导入图片或 PDF。',
        'This storey has no underlay yet: bring in a picture or a PDF first.',
      );
}

function refuseLocked(was: Underlay, is: Underlay): Refusal | null {
  const place = ({ origin, scale, rotation, crop }: Underlay) =>
    JSON.stringify([origin.x, origin.y, scale, rotation, crop]);
  return was.locked && is.locked && place(was) !== place(is)
    ? refusal(
        'locked',
        '底图已锁定，请先解锁再移动、旋转、校准或裁剪。',
        'The underlay is locked: unlock it to move, turn, calibrate or crop it.',
      )
    : null;
}

function refuseFacts(underlay: Underlay): Refusal | null {
  const { crop, width, height } = underlay;
  if (crop.left + crop.right >= width || crop.top + crop.bottom >= height) {
    return refusal(
      'nothing-left',
      '裁剪后什么也不剩。请在底图范围内拖出要保留的部分。',
      'The crop would leave nothing. Drag a box over the part of the picture to keep.',
    );
  }
  const parsed = underlaySchema.safeParse(underlay, { reportInput: true });
  const problem = parsed.success ? null : problemsOfIssues(parsed.error.issues)[0];
  if (!problem) return null;
  const { zh, en } = problem.problem;
  return refusal('out-of-range', `底图数值超出范围：${zh}。`, `${problem.at}: ${en}.`);
}
