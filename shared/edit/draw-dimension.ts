import { measuredDimension } from '../derive/dimensions.ts';
import type { Anchor, Dimension, DimensionId, NewId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command } from './command.ts';
import { gone, refusal } from './refusals.ts';
import { storeyEdit } from './storey-edit.ts';
import { whole, wholePoint } from './whole.ts';

/** mm; what is nearer is one place clicked twice. */
const shortest = 1;

/** Draws a chain of dimensions, which then follows what its anchors hang on. */
export function drawDimension(
  options: Dimension & { readonly storey: StoreyId; readonly newId: NewId },
): Command {
  const { storey: id, newId, along, offset } = options;
  const dimension: Dimension = {
    anchors: options.anchors.map(tidy),
    along,
    offset: whole(offset),
  };
  return storeyEdit({
    label: text('标注尺寸', 'Draw a dimension'),
    storey: id,
    newId,
    allow(storey) {
      const isLong = measuredDimension(storey, dimension).lengths.some((one) => one >= shortest);
      return dimension.anchors.length >= 2 && isLong
        ? null
        : refusal(
            'no-length',
            '沿标注方向没有距离。请点选两处以上，再在旁边单击放置。',
            'There is no distance in that direction. Click two places or more, then click beside them.',
          );
    },
    change(storey, _before, making) {
      storey.dimensions ??= {};
      storey.dimensions[making.newId('dimension')] = {
        ...dimension,
        anchors: [...dimension.anchors],
      };
    },
  });
}

/** Measures in another direction, or puts the line elsewhere. */
export function changeDimension({
  storey: id,
  dimension,
  change,
}: {
  readonly storey: StoreyId;
  readonly dimension: DimensionId;
  readonly change: Partial<Pick<Dimension, 'along' | 'offset'>>;
}): Command {
  return storeyEdit({
    label: text('修改尺寸标注', 'Change a dimension'),
    storey: id,
    allow: (storey) =>
      storey.dimensions?.[dimension] ? null : gone({ kind: 'dimension', id: dimension }),
    change(storey) {
      const found = storey.dimensions?.[dimension];
      if (!found) return;
      if (change.along !== undefined) found.along = change.along;
      if (change.offset !== undefined) found.offset = whole(change.offset);
    },
  });
}

const tidy = ({ at, on }: Anchor): Anchor => {
  if (!on) return { at: wholePoint(at) };
  return {
    at: wholePoint(at),
    on: 'wall' in on ? { ...on, along: Math.max(0, whole(on.along)) } : on,
  };
};
