import { depthBefore } from '../../derive/clear-width.ts';
import { fixtureCentre, fixtureCorners, placeOn } from '../../derive/footprint.ts';
import type { Room } from '../../derive/room.ts';
import type { Placed } from '../../derive/room-contents.ts';
import { convexGap } from '../../geometry/convex.ts';
import type { FixtureKind } from '../../plan/model.ts';
import { type Text, text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { roomOf } from '../room-words.ts';
import { aboutRooms, holdersOf, number, rule, type Situation, type Verdict } from '../rule.ts';
import { sideWords } from '../side-words.ts';
import { unknownOf } from '../unknown.ts';
import { fixtureIn } from '../which-fixture.ts';
import { aboutFixture, fuelMissing, isGas, isUnsaid } from './gas-fixtures.ts';

const wooden: readonly FixtureKind[] = ['wardrobe', 'table', 'bed'];

interface Distances {
  readonly wall: number;
  readonly wood: number;
  readonly meter: number;
}

/** G4: what stands too near a gas cooker. */
export const gasDistances = rule({
  id: 'G4',
  topic: 'gas',
  title: text('燃气灶的间距', 'Distances of a gas cooker'),
  asks: text(
    '燃气灶离侧墙 {wall} mm、木家具 {wood} mm、燃气表 {meter} mm 以上。',
    'A gas cooker keeps {wall} mm from a side wall, {wood} mm from wooden furniture and {meter} mm from the gas meter.',
  ),
  how: text(
    '从灶具左右两边水平量到墙面，从灶具外沿量到衣柜、桌、床和燃气表的最近处。没有注明用气用电而间距不足、或用燃气的房间没有画燃气表的，无法判定。',
    'From both sides of the cooker level to the wall; from its outline to the nearest of wardrobe, table, bed and gas meter. A cooker without a fuel that stands too near, or a room with gas and no meter drawn, cannot be judged.',
  ),
  numbers: {
    wall: number(100, 'mm', '离侧墙', 'from a side wall'),
    wood: number(200, 'mm', '离木家具', 'from wooden furniture'),
    meter: number(300, 'mm', '离燃气表', 'from the gas meter'),
  },
  severity: 'warning',
  source: codeClause('GB 50028 10.4.4, 10.3.2', 'C'),
  judge: (situation, numbers) => {
    const cookers = situation.rooms.flatMap((room) =>
      situation
        .fixturesOf(room)
        .filter(({ fixture }) => fixture.kind === 'cooker')
        .map((cooker) => ({ room, cooker, near: tooNear(situation, room, cooker, numbers) })),
    );
    const isMetered = (room: Room): boolean =>
      situation.fixturesOf(room).some(({ fixture }) => fixture.kind === 'gas-meter');
    return [
      ...cookers.filter(({ cooker }) => isGas(cooker)).flatMap(({ near }) => near),
      ...unknownOf(
        situation,
        distinct(
          cookers
            .filter(({ cooker, near }) => isUnsaid(cooker) && near.length > 0)
            .map(({ room }) => room),
        ),
        fuelMissing,
        text('灶具间距', 'the distances of the cooker'),
        'fuel',
      ),
      ...unknownOf(
        situation,
        distinct(
          cookers
            .filter(({ cooker, room }) => isGas(cooker) && !isMetered(room))
            .map(({ room }) => room),
        ),
        text('燃气表的位置', 'where the gas meter hangs'),
        text('灶具与燃气表的间距', 'its distance from the cooker'),
        'meter',
      ),
    ];
  },
});

const distinct = (rooms: readonly Room[]): Room[] => [...new Set(rooms)];

function tooNear(
  situation: Situation,
  room: Room,
  cooker: Placed,
  { wall, wood, meter }: Distances,
): Verdict[] {
  const { fixture } = cooker;
  const centre = fixtureCentre(fixture);
  const { plan, fixturesOf } = situation;
  const named = roomOf(plan, room);
  const noun = fixtureIn(situation, room, cooker, text('燃气灶', 'gas cooker'));
  const said = (
    key: string,
    gap: number,
    least: number,
    what: Text,
    more: Pick<Verdict, 'line'> & { readonly other?: Placed },
  ): Verdict => ({
    key: `${room.storey}/${cooker.id}/${key}`,
    about: [
      aboutFixture(room, cooker),
      ...(more.other ? [aboutFixture(room, more.other)] : []),
      ...aboutRooms([room]),
    ],
    households: holdersOf(room),
    place: { storey: room.storey, at: { x: Math.round(centre.x), y: Math.round(centre.y) } },
    measured: { value: Math.round(gap), unit: 'mm' },
    required: { value: least, unit: 'mm' },
    ...(more.line ? { line: more.line } : {}),
    text: text(
      `${named.zh}里，${noun.zh}离${what.zh}只有 ${Math.round(gap)} mm，小于 ${least} mm。`,
      `The ${noun.en} in the ${named.en} stands only ${Math.round(gap)} mm from ${what.en}, less than ${least} mm.`,
    ),
  });
  const half = fixture.width / 2;
  const sides = [90, -90].map((turn) => {
    const { width, from, to } = depthBefore(
      {
        ...fixture,
        at: placeOn(fixture, 0, fixture.depth / 2),
        rotation: fixture.rotation + turn,
        width: fixture.depth,
        depth: 0,
      },
      { outer: room.polygon, holes: room.holes },
    );
    // From the cooker's own side on.
    const share = Math.min(1, half / width);
    const edge = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    return { gap: Math.max(0, width - half), line: { storey: room.storey, from: edge, to } };
  });
  const corners = fixtureCorners(fixture);
  const others = fixturesOf(room).flatMap((other) => {
    const isMeter = other.fixture.kind === 'gas-meter';
    if (!isMeter && !wooden.includes(other.fixture.kind)) return [];
    const gap = convexGap(corners, fixtureCorners(other.fixture));
    const least = isMeter ? meter : wood;
    const what = isMeter ? text('燃气表', 'the gas meter') : text('木家具', 'wooden furniture');
    return Math.round(gap) < least ? [said(other.id, gap, least, what, { other })] : [];
  });
  const { gap, line } = sides.reduce((one, other) => (other.gap < one.gap ? other : one));
  return Math.round(gap) < wall
    ? [said('wall', gap, wall, sideWords(situation.storeyOf(room), line.to), { line }), ...others]
    : others;
}
