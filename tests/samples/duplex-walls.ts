import { ringContains } from '../../shared/geometry/polygon.ts';
import type { WallKind } from '../../shared/plan/model.ts';
import { type Box, boxOf, type SourceStorey, type Space } from './duplex-source.ts';

/** A wall body along x or y. */
export interface Body {
  readonly name: string;
  readonly kind: WallKind;
  readonly box: Box;
  readonly alongX: boolean;
}

/** A centre line: `at` is the coordinate across, `low` and `high` the ends along; mm. */
export interface CentreLine {
  readonly name: string;
  readonly kind: WallKind;
  readonly alongX: boolean;
  at: number;
  low: number;
  high: number;
  thickness: number;
}

/** Gaps up to this width are closed, mm. */
const reach = 30;

/** The walls of one storey that stand between its spaces. */
export function bodiesOf(
  storey: SourceStorey,
  below: SourceStorey | undefined,
  spaces: readonly Space[],
  spacesBelow: readonly Space[],
): readonly Body[] {
  const own = storey.walls.map(bodyOf).filter((body) => !crosses(body, spaces));
  // The source hosts two walls one storey too low: there they would cut through a space.
  const lifted = (below?.walls ?? [])
    .map(bodyOf)
    .filter((body) => crosses(body, spacesBelow) && !crosses(body, spaces));
  return merged([...own, ...lifted]);
}

function bodyOf(wall: SourceStorey['walls'][number]): Body {
  const [, type = '', number = ''] = wall.name.split(':');
  const word = type.split(' ')[0]!.toLowerCase();
  const box = boxOf(wall.footprint_mm);
  return {
    name: `${type.startsWith('Interior') ? type.split(' - ')[1]!.split(' ')[0]!.toLowerCase() : word}-${number}`,
    kind: type.startsWith('Interior') ? 'partition' : 'bearing',
    box,
    alongX: box.maxX - box.minX > box.maxY - box.minY,
  };
}

/** Whether a stated space runs through the wall: such a wall (a parapet, a shaft in the roof) bounds no room. */
function crosses({ box }: Body, spaces: readonly Space[]): boolean {
  let inside = 0;
  const steps = 20;
  for (let index = 0; index < steps; index++) {
    const along = (index + 0.5) / steps;
    const alongX = box.maxX - box.minX > box.maxY - box.minY;
    const point = {
      x: alongX ? box.minX + along * (box.maxX - box.minX) : (box.minX + box.maxX) / 2,
      y: alongX ? (box.minY + box.maxY) / 2 : box.minY + along * (box.maxY - box.minY),
    };
    if (spaces.some((space) => ringContains(space.corners, point))) inside += 1;
  }
  return inside > steps / 5;
}

interface Span {
  readonly low: number;
  readonly high: number;
}
const lengthSpan = ({ box, alongX }: Body): Span =>
  alongX ? { low: box.minX, high: box.maxX } : { low: box.minY, high: box.maxY };
const acrossSpan = ({ box, alongX }: Body): Span =>
  alongX ? { low: box.minY, high: box.maxY } : { low: box.minX, high: box.maxX };
const size = (span: Span): number => span.high - span.low;
const common = (left: Span, right: Span): Span => ({
  low: Math.max(left.low, right.low),
  high: Math.min(left.high, right.high),
});

const withLength = (body: Body, { low, high }: Span): Body => ({
  ...body,
  box: body.alongX
    ? { ...body.box, minX: low, maxX: high }
    : { ...body.box, minY: low, maxY: high },
});

/**
 * Walls with furring against them become one thicker wall: bodies that overlap side by side are
 * united where they run together; a longer one is cut where the other ends.
 */
function merged(bodies: readonly Body[]): readonly Body[] {
  const list = [...bodies];
  for (let left = 0; left < list.length; left++)
    for (let right = left + 1; right < list.length; right++) {
      const first = list[left]!;
      const second = list[right]!;
      if (first.alongX !== second.alongX) continue;
      const together = common(lengthSpan(first), lengthSpan(second));
      if (size(together) <= 0 || size(common(acrossSpan(first), acrossSpan(second))) <= 0) continue;
      const [short, long] =
        size(lengthSpan(first)) < size(lengthSpan(second)) ? [first, second] : [second, first];
      list.splice(right, 1);
      list.splice(left, 1);
      if (2 * size(together) >= size(lengthSpan(long))) {
        const bearing = first.kind === 'bearing' ? first : second;
        list.push({
          ...bearing,
          box: {
            minX: Math.min(first.box.minX, second.box.minX),
            minY: Math.min(first.box.minY, second.box.minY),
            maxX: Math.max(first.box.maxX, second.box.maxX),
            maxY: Math.max(first.box.maxY, second.box.maxY),
          },
        });
      } else {
        const { low, high } = lengthSpan(long);
        const pieces = [
          { low, high: together.low },
          { low: together.low, high: together.high },
          { low: together.high, high },
        ].filter((piece) => size(piece) > 0);
        pieces.forEach((piece, index) => {
          list.push({ ...withLength(long, piece), name: `${long.name}${'abc'[index]}` });
        });
        list.push(short);
      }
      return merged(list);
    }
  return list;
}

/** Centre lines in whole millimetres whose ends lie on the centre lines that they meet. */
export function centreLines(bodies: readonly Body[], spaces: readonly Space[]): CentreLine[] {
  const lines = bodies.map((body): CentreLine => {
    const across = evenSpan(body, spaces);
    const { low, high } = lengthSpan(body);
    return {
      name: body.name,
      kind: body.kind,
      alongX: body.alongX,
      at: (across.low + across.high) / 2,
      low,
      high,
      thickness: size(across),
    };
  });
  const met = lines.map((line, index) => ({
    low: meeting(bodies, lines, index, line.low),
    high: meeting(bodies, lines, index, line.high),
  }));
  lines.forEach((line, index) => {
    const { low, high } = met[index]!;
    if (low) line.low = low.at;
    if (high) line.high = high.at;
  });
  for (const [index, { low, high }] of met.entries())
    for (const other of [low, high]) {
      if (!other) continue;
      other.low = Math.min(other.low, lines[index]!.at);
      other.high = Math.max(other.high, lines[index]!.at);
    }
  return lines;
}

/** An odd thickness grows by 1 mm on the side where no stated space begins. */
function evenSpan(body: Body, spaces: readonly Space[]): Span {
  const { low, high } = acrossSpan(body);
  if ((high - low) % 2 === 0) return { low, high };
  const along = lengthSpan(body);
  const spaceBelow = [0.1, 0.3, 0.5, 0.7, 0.9].some((share) => {
    const middle = along.low + share * (along.high - along.low);
    const probe = body.alongX ? { x: middle, y: low - 50 } : { x: low - 50, y: middle };
    return spaces.some((space) => ringContains(space.corners, probe));
  });
  return spaceBelow ? { low, high: high + 1 } : { low: low - 1, high };
}

/** The crossing wall that the end reaches, the one with the nearest centre line. */
function meeting(
  bodies: readonly Body[],
  lines: CentreLine[],
  index: number,
  end: number,
): CentreLine | undefined {
  const across = acrossSpan(bodies[index]!);
  return lines
    .filter((line, other) => {
      if (line.alongX === lines[index]!.alongX) return false;
      const body = bodies[other]!;
      const thick = acrossSpan(body);
      const length = lengthSpan(body);
      return (
        end >= thick.low - reach &&
        end <= thick.high + reach &&
        across.low <= length.high + reach &&
        across.high >= length.low - reach
      );
    })
    .sort((left, right) => Math.abs(left.at - end) - Math.abs(right.at - end))[0];
}
