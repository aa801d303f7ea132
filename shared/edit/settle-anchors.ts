import type { Draft } from 'immer';
import { hostPlace } from '../derive/dimensions.ts';
import {
  type Anchor,
  type AnchorHost,
  entries,
  type OpeningId,
  type Storey,
  type WallId,
} from '../plan/model.ts';
import type { Making } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

/**
 * After an edit: an anchor whose wall or opening was demolished for a changed copy hangs on the
 * copy, and one whose element is gone keeps the place that it had, for the dimension to say so.
 */
export function settleAnchors(storey: Draft<Storey>, before: Storey, making: Making): void {
  for (const [id, dimension] of entries(storey.dimensions ?? {})) {
    for (const [index, anchor] of dimension.anchors.entries()) {
      const settled = settle(anchor as Anchor, storey as Storey, before, making);
      if (settled === anchor) continue;
      const draft = storey.dimensions?.[id];
      if (draft) draft.anchors[index] = settled;
    }
  }
}

function settle(anchor: Anchor, storey: Storey, before: Storey, making: Making): Anchor {
  const { on } = anchor;
  if (!on) return anchor;
  // Most hang on joints, whose place need not be known here.
  if ('joint' in on && on.joint in storey.joints) return anchor;
  const copy = remadeAs(on, storey, before, making);
  if (copy) return { at: anchor.at, on: copy };
  if (hostPlace(storey, on)) return anchor;
  const was = hostPlace(before, on);
  return was ? { at: wholePoint(was.at), on } : anchor;
}

/** The element that came in this edit in place of one that it demolished. */
function remadeAs(
  host: AnchorHost,
  storey: Storey,
  before: Storey,
  { origins }: Making,
): AnchorHost | null {
  if (origins.size === 0 || 'joint' in host) return null;
  const id = 'wall' in host ? host.wall : host.opening;
  const [was, is] =
    'wall' in host
      ? [before.walls[host.wall], storey.walls[host.wall]]
      : [before.openings[host.opening], storey.openings[host.opening]];
  if (was?.phase !== 'existing' || is?.phase !== 'demolished') return null;
  const [copy] = [...origins].find(([, origin]) => origin === id) ?? [];
  if (!copy) return null;
  return 'wall' in host
    ? { ...host, wall: copy as WallId }
    : { ...host, opening: copy as OpeningId };
}
