import { fixtureCorners, riserCorners } from '../../shared/derive/footprint.ts';
import { once } from '../../shared/derive/once.ts';
import { boundsOf } from '../../shared/geometry/polygon.ts';
import {
  entries,
  type Fixture,
  type FixtureId,
  type Phase,
  type RiserKind,
  type Storey,
  type Table,
} from '../../shared/plan/model.ts';
import { shownIn, type View } from '../../shared/plan/phase.ts';
import { type Language, type Text, text } from '../../shared/text.ts';
import type { Box } from '../editor/viewport.ts';
import { BoxIndex } from './box-index.ts';
import { font, ink, isInSight, type Pen, screenX, screenY, sightOnPlan, traceRing } from './pen.ts';
import { fixtureSymbol } from './symbols.ts';

export const riserLetters: Record<RiserKind, Text> = {
  soil: text('污', 'S'),
  waste: text('废', 'W'),
  supply: text('给', 'C'),
  gas: text('气', 'G'),
  flue: text('烟', 'F'),
};

interface Look {
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
}

const plain: Look = { stroke: '#3d4046', width: 1, dash: [] };
const added: Look = { stroke: '#000000', width: 1.5, dash: [] };
const gone: Look = { stroke: ink.demolished, width: 1.1, dash: [4, 3] };

const lookOf = (phase: Phase, view: View): Look =>
  view !== 'changes' || phase === 'existing' ? plain : phase === 'new' ? added : gone;

/**
 * The wet floor of showers, over which a leaf may swing: it lies under walls and doors.
 */
export function paintWetFloors(
  pen: Pen,
  storey: Storey,
  view: View,
  blocked: ReadonlySet<FixtureId>,
): void {
  paintSymbols(pen, storey, view, blocked, (kind) => kind === 'shower');
}

/** Fixtures and risers. Of what is demolished only the outline shows; `blocked` cannot stand there. */
export function paintFixtures(
  pen: Pen,
  storey: Storey,
  view: View,
  blocked: ReadonlySet<FixtureId>,
  language: Language,
): void {
  paintSymbols(pen, storey, view, blocked, (kind) => kind !== 'shower');
  for (const [, riser] of entries(storey.risers)) {
    if (!shownIn(riser.phase, view)) continue;
    const corners = riserCorners(riser);
    if (!isInSight(pen, corners)) continue;
    paintRiser(pen, corners, say(riserLetters[riser.kind], language), lookOf(riser.phase, view));
  }
}

function paintSymbols(
  pen: Pen,
  storey: Storey,
  view: View,
  blocked: ReadonlySet<FixtureId>,
  isMeant: (kind: Fixture['kind']) => boolean,
): void {
  const { context, view: viewport } = pen;
  const least = leastSize / viewport.scale;
  context.save();
  context.lineJoin = 'round';
  const density = context.getTransform();
  for (const { id, fixture } of shownFixtures(storey.fixtures, view).meeting(sightOnPlan(pen))) {
    if (!isMeant(fixture.kind) || Math.max(fixture.width, fixture.depth) < least) continue;
    placeSymbol(pen, fixture, density);
    paintSymbol(pen, fixture, lookOf(fixture.phase, view));
    if (!blocked.has(id)) continue;
    context.setTransform(density);
    paintBlocked(pen, fixture);
  }
  context.restore();
}

interface ShownFixture {
  readonly id: FixtureId;
  readonly fixture: Fixture;
  /** mm */
  readonly box: Box;
}

/**
 * In the order in which they are painted, by where they are. Remembered by the table, which stays
 * while walls are dragged.
 */
const shownFixtures = once((fixtures: Table<FixtureId, Fixture>, view: View) => {
  const shown = entries(fixtures)
    .filter(([, fixture]) => shownIn(fixture.phase, view))
    .sort(([, one], [, other]) => orderOf(one, view) - orderOf(other, view))
    .map(([id, fixture]): ShownFixture => {
      const { minX, minY, maxX, maxY } = boundsOf(fixtureCorners(fixture));
      return { id, fixture, box: { min: { x: minX, y: minY }, max: { x: maxX, y: maxY } } };
    });
  return new BoxIndex(shown, ({ box }) => box);
});

/** What goes lies under what stays; a worktop under what is let into it, a basin over its cistern. */
const orderOf = ({ kind, phase }: Fixture, view: View): number =>
  (view === 'changes' && phase === 'demolished' ? 0 : 3) + (over[kind] ?? 1);

const over: Partial<Record<Fixture['kind'], number>> = { worktop: 0, basin: 2 };

const say = (words: Text, language: Language): string => words[language];

const paths = new Map<
  string,
  { path: Path2D; paint: 'paper' | 'line' | 'ink'; dashed: boolean }[]
>();

function symbolPaths({ kind, width, depth }: Fixture) {
  const key = `${kind}/${width}/${depth}`;
  let known = paths.get(key);
  if (!known) {
    known = fixtureSymbol(kind, width, depth).map(({ d, paint, dashed }) => ({
      path: new Path2D(d),
      paint,
      dashed: dashed ?? false,
    }));
    paths.set(key, known);
  }
  return known;
}

/** px: a smaller one is a speck. */
const leastSize = 2;

/** Local y runs to the front; the plan's y runs up and the screen's down. */
function placeSymbol({ context, view }: Pen, { at, rotation }: Fixture, to: DOMMatrix): void {
  const { scale, offsetX, offsetY } = view;
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [x, y] = [offsetX + at.x * scale, offsetY - at.y * scale];
  const { a, d, e, f } = to;
  context.setTransform(a * cos, -d * sin, -a * sin, -d * cos, a * x + e, d * y + f);
}

export function paintFixture(pen: Pen, fixture: Fixture, look: Look = plain): void {
  const { context } = pen;
  context.save();
  context.lineJoin = 'round';
  placeSymbol(pen, fixture, context.getTransform());
  paintSymbol(pen, fixture, look);
  context.restore();
}

/** Where its place is the origin. */
function paintSymbol({ context, view }: Pen, fixture: Fixture, look: Look): void {
  const px = 1 / view.scale;
  const isTiny = Math.min(fixture.width, fixture.depth) * view.scale < 8;
  const paths = symbolPaths(fixture);
  const dash = look.dash.map((part) => part * px);
  context.strokeStyle = look.stroke;
  for (let index = 0; index < paths.length; index++) {
    const { path, paint, dashed } = paths[index]!;
    if ((isTiny || look === gone) && index > 0) break;
    if (paint === 'ink') {
      context.fillStyle = look.stroke;
      context.fill(path);
      continue;
    }
    if (paint === 'paper' && look !== gone) {
      context.fillStyle = 'rgba(255, 255, 255, 0.9)';
      context.fill(path);
    }
    context.lineWidth = (index === 0 ? look.width : look.width * 0.8) * px;
    context.setLineDash(dashed ? [30, 20] : dash);
    context.stroke(path);
  }
}

/** Outlined and crossed out, for eyes that do not see the red. */
export function paintBlocked(pen: Pen, fixture: Fixture): void {
  const { context } = pen;
  const corners = fixtureCorners(fixture);
  const [p, q, r, s] = corners.map((at) => ({ x: screenX(pen, at.x), y: screenY(pen, at.y) }));
  if (!p || !q || !r || !s) return;
  context.save();
  context.setLineDash([]);
  context.lineJoin = 'miter';
  context.beginPath();
  traceRing(pen, corners);
  context.fillStyle = 'rgba(180, 35, 24, 0.14)';
  context.fill();
  context.strokeStyle = ink.demolished;
  context.lineWidth = 2;
  context.stroke();
  context.beginPath();
  context.moveTo(p.x, p.y);
  context.lineTo(r.x, r.y);
  context.moveTo(q.x, q.y);
  context.lineTo(s.x, s.y);
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

function paintRiser(
  pen: Pen,
  corners: readonly { x: number; y: number }[],
  letter: string,
  look: Look,
): void {
  const { context } = pen;
  context.save();
  context.beginPath();
  traceRing(pen, corners);
  context.fillStyle = ink.paper;
  context.fill();
  context.strokeStyle = look.stroke;
  context.lineWidth = look.width + 0.3;
  context.setLineDash([...look.dash]);
  context.stroke();
  const [first, , third] = corners;
  if (first && third) {
    const x = (screenX(pen, first.x) + screenX(pen, third.x)) / 2;
    const y = (screenY(pen, first.y) + screenY(pen, third.y)) / 2;
    const room = Math.min(
      Math.abs(screenX(pen, third.x) - screenX(pen, first.x)),
      Math.abs(screenY(pen, third.y) - screenY(pen, first.y)),
    );
    context.fillStyle = look.stroke;
    if (room >= 14) {
      context.font = font(12, 600);
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(letter, x, y + 0.5);
    } else {
      context.beginPath();
      context.arc(x, y, Math.max(1, room / 4), 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.restore();
}
