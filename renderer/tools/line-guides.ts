import type { Point } from '../../shared/plan/model.ts';
import { angleOf, minus, same } from './plane.ts';
import type { Guide } from './tool.ts';
import { firstFields, isTyped, measuredTo, nextFields, type Typed, typedGuide } from './typed.ts';

/** A line of walls while it is drawn: its lengths, the angle at its end, what is typed. */
export function lineGuides(
  points: readonly Point[],
  end: Point | null,
  typed: Typed,
  isClosable = true,
): Guide[] {
  const guides: Guide[] = [];
  const from = points.at(-1);
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (before) guides.push({ kind: 'length', from: before, to: point });
  }
  if (from && end && !same(end, from)) {
    const before = points.at(-2);
    const base = before ? angleOf(minus(before, from)) : 0;
    guides.push(
      { kind: 'line', from, to: end, style: 'draw' },
      { kind: 'length', from, to: end },
      { kind: 'angle', at: from, from: base, to: angleOf(minus(end, from)) },
    );
  }
  const at = end ?? from;
  if (at && from) guides.push(typedGuide(typed, at, nextFields, measuredTo(from, at)));
  else if (at && isTyped(typed)) {
    guides.push(typedGuide(typed, at, firstFields, measuredTo(null, at)), { kind: 'handle', at });
  }
  if (points[0] && isClosable) guides.push({ kind: 'handle', at: points[0] });
  return guides;
}
