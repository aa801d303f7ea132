import { householdStates } from '../../shared/derive/households.ts';
import { stackedRooms } from '../../shared/derive/room-overlaps.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import { wallNetwork } from '../../shared/derive/wall-network.ts';
import type { Joint, JointId, Plan, Storey, StoreyId } from '../../shared/plan/model.ts';
import { Random } from '../generate/random.ts';
import { type GeneratedStorey, generateStorey, wallCount } from '../generate/storey.ts';
import { Geos, type Handle, type Segment } from '../oracle/geos.ts';
import { jstsFaces, jstsLines } from '../oracle/jsts.ts';
import { exponent, measure, type Row, rounded } from './measure.ts';

/**
 * Rooms from walls: the full pipeline (noding, faces, net polygons, doors, identity, reach, households)
 * as the editor runs it after one move of the pointer, when one joint has moved (`rooms`), and from
 * nothing, as when a building is opened (`rooms from nothing`). Peers get the same walls and do less:
 * union of the centre lines and polygonize, no thickness, no doors, no reach; converting the walls for
 * them and reading their answer is not timed. Their `rooms` are the polygons that they find.
 */

const seed = 20261122;
/** About 85, 440, 2,000 and 10,000 walls. */
const sizes = [
  { stairs: 1, runs: 400, peerRuns: 40 },
  { stairs: 5, runs: 300, peerRuns: 30 },
  { stairs: 22, runs: 150, peerRuns: 15 },
  { stairs: 109, runs: 40, peerRuns: 5 },
];
const angles = [
  { degrees: 0, word: 'axis-aligned' },
  { degrees: 7.3, word: 'turned 7.3 degrees' },
];

/** ms at p95, on a quiet machine. */
const budgets: Record<string, number> = { '5/7.3': 2, '22/0': 10, '22/7.3': 10 };
const fiveStoreysBudget = 20;

export async function rooms(): Promise<{ rows: Row[]; notes: string[] }> {
  const geos = await Geos.load();
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const { degrees, word } of angles) {
    const ours: Row[] = [];
    const anew: Row[] = [];
    for (const { stairs, runs, peerRuns } of sizes) {
      const generated = generateStorey({ seed, stairs, degrees });
      const own = ownRows(generated, word, runs, budgets[`${stairs}/${degrees}`]);
      ours.push(own.full);
      anew.push(own.whole);
      rows.push(
        own.full,
        own.whole,
        own.rooms,
        own.walls,
        ...peerRows(geos, generated.storey, word, peerRuns, own.full),
      );
    }
    notes.push(
      `${word}: p50 grows with walls ^ ${growth(ours)} after one moved joint, ^ ${growth(anew)} from nothing`,
    );
  }
  for (const { degrees, word } of angles) rows.push(fiveStoreys(degrees, word));
  notes.push(
    'rooms: noding, faces, net polygons, doors, identity, reach and households after one moved joint',
    'rooms from nothing: the same of a plan that shares no table with any seen before',
    'five storeys: a joint moved on each; rooms, households and what lies over what',
    'budgets are for p95; ratio is the p50 of a peer over that of rooms after one moved joint',
  );
  return { rows, notes };
}

const growth = (rows: readonly Row[]): string =>
  exponent(rows.map((row) => ({ n: row.walls as number, time: row.p50_ms }))).toFixed(2);

function ownRows(
  { id, plan, storey, rooms: meant }: GeneratedStorey,
  word: string,
  runs: number,
  budget: number | undefined,
): { full: Row; whole: Row; rooms: Row; walls: Row } {
  const walls = wallCount(storey);
  const found = storeyRooms(id, storey, 'after').rooms.length;
  if (found !== meant.length) throw new Error(`${found} rooms found of ${meant.length}`);
  const random = new Random(seed);
  const counts = { input: `${walls} walls, ${word}`, walls, rooms: found };
  const full = measure({
    runs,
    prepare: () => withMovedJoint(plan, id, random),
    work: derived,
    after: freshly(),
  });
  const anew = <T>(work: (fresh: Plan) => T) =>
    measure({ runs, prepare: () => structuredClone(plan), work, after: freshly() });
  const whole = anew(derived);
  const inStorey = anew((fresh) => storeyRooms(id, fresh.storeys[id]!, 'after'));
  const network = anew((fresh) => wallNetwork(fresh.storeys[id]!, 'after'));
  const kept = budget === undefined ? {} : { budget_ms: budget };
  return {
    full: { name: 'rooms', ...counts, ...full, ...kept },
    whole: { name: 'rooms from nothing', ...counts, ...whole },
    rooms: { name: '  of these: without reach', ...counts, ...inStorey },
    walls: { name: '  of these: up to net polygons', ...counts, ...network },
  };
}

function derived(plan: Plan): unknown {
  return householdStates(plan, 'after');
}

/** Each run must give an answer of its own: results are remembered by the identity of tables. */
function freshly(): (result: unknown) => void {
  let last: unknown = null;
  return (result) => {
    if (result === last) throw new Error('a run was answered from memory');
    last = result;
  };
}

/** The plan with one joint of a storey moved by up to 20 mm, as the edit of a drag makes it. */
function withMovedJoint(plan: Plan, id: StoreyId, random: Random): Plan {
  const storey = plan.storeys[id]!;
  const joint = random.pick(jointsOf(storey));
  const { x, y } = storey.joints[joint]!;
  const to: Joint = { x: x + random.between(-20, 20), y: y + random.between(-20, 20) };
  const moved: Storey = { ...storey, joints: { ...storey.joints, [joint]: to } };
  return { ...plan, storeys: { ...plan.storeys, [id]: moved } };
}

const jointIds = new WeakMap<object, JointId[]>();
function jointsOf({ joints }: Storey): JointId[] {
  let ids = jointIds.get(joints);
  if (!ids) {
    ids = Object.keys(joints) as JointId[];
    jointIds.set(joints, ids);
  }
  return ids;
}

function fiveStoreys(degrees: number, word: string): Row {
  const storeys = [1, 2, 3, 4, 5].map((level) =>
    generateStorey({ seed: seed + level, stairs: 5, degrees, level, id: `storey_${level}` }),
  );
  const plan: Plan = {
    tenancies: {},
    households: Object.assign({}, ...storeys.map((one) => one.plan.households)),
    storeys: Object.assign({}, ...storeys.map((one) => one.plan.storeys)),
  };
  const walls = storeys.reduce((sum, { storey }) => sum + wallCount(storey), 0);
  const random = new Random(seed);
  const times = measure({
    runs: 150,
    prepare: () => storeys.reduce((moved, { id }) => withMovedJoint(moved, id, random), plan),
    work: (moved) => [derived(moved), stackedRooms(moved, 'after')],
    after: freshly(),
  });
  return {
    name: 'rooms of five storeys, stacked',
    input: `${walls} walls, ${word}`,
    walls,
    rooms: storeys.reduce((sum, { rooms: meant }) => sum + meant.length, 0),
    ...times,
    budget_ms: fiveStoreysBudget,
  };
}

function peerRows(geos: Geos, storey: Storey, word: string, runs: number, ours: Row): Row[] {
  const segments = centreLines(storey);
  const lines = geos.lines(segments);
  const polygonized = (grid: number) => (): Handle => {
    const noded = geos.union(lines, grid);
    const faces = geos.polygonize(noded);
    geos.free(noded);
    return faces;
  };
  let rooms = 0;
  const row = (
    name: string,
    peer: string,
    work: () => unknown,
    count: (made: unknown) => number,
  ) => {
    const times = measure({
      runs,
      prepare: () => null,
      work,
      after: (made) => {
        rooms = count(made);
      },
    });
    const ratio = rounded(times.p50_ms / ours.p50_ms, 2);
    const walls = ours.walls;
    return { name, input: `${walls} walls, ${word}`, walls, rooms, ...times, peer, ratio };
  };
  const countAndFree = (faces: unknown): number => {
    const count = geos.count(faces as Handle);
    geos.free(faces as Handle);
    return count;
  };
  const geometry = jstsLines(segments);
  const rows = [
    row('geos-wasm, floats', 'geos-wasm 3.1.1', polygonized(0), countAndFree),
    row('geos-wasm, 1 mm grid', 'geos-wasm 3.1.1', polygonized(1), countAndFree),
    row('jsts, floats', 'jsts 2.12.1', () => jstsFaces(geometry), Number),
  ];
  geos.free(lines);
  return rows;
}

const centreLines = ({ joints, walls }: Storey): Segment[] =>
  Object.values(walls).map(({ a, b }) => [joints[a]!.x, joints[a]!.y, joints[b]!.x, joints[b]!.y]);
