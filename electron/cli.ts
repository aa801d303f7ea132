import { statSync } from 'node:fs';
import { planRooms } from '../shared/derive/households.ts';
import type { Room } from '../shared/derive/room.ts';
import type { SchemeOfDocument } from '../shared/exchange/document.ts';
import { type Plan, type RoomId, type StoreyId, storeysByLevel } from '../shared/plan/model.ts';
import type { Moment } from '../shared/plan/phase.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import { check } from '../shared/rules/check.ts';
import type { Finding } from '../shared/rules/finding.ts';
import { listedDerogations } from '../shared/rules/listed-derogations.ts';
import type { Profile } from '../shared/rules/profile.ts';
import { checkReport, readableReport } from '../shared/rules/report.ts';
import { checkLibrary } from './check-library.ts';
import { type CliOptions, readArguments, refuseOthers } from './cli-arguments.ts';
import { compare } from './cli-compare.ts';
import { divide } from './cli-divide.ts';
import { readScheme } from './cli-document.ts';
import { exportBundle } from './cli-export.ts';
import { importFile } from './cli-import.ts';
import { profileOf, readProfile } from './cli-profile.ts';
import { usage } from './cli-usage.ts';
import { verify } from './cli-verify.ts';
import { codeOf, Explained, Unusable } from './explained.ts';
import { foreignFolders } from './foreign-folders.ts';
import { acceptedIn, derogationsOf, rulesOffOf } from './library-notes.ts';
import { libraryTable } from './library-table.ts';

/**
 * The command line: reads a building document, a `.duyong` file or a library, prints to standard
 * output, problems to standard error. Exit 0: done, no breach or damage; 1: one was found; 2: a file
 * or an argument it cannot use.
 */

/** `split` is `divide` under its other name. */
const commands = ['rooms', 'check', 'divide', 'split', 'compare', 'verify', 'export', 'import'];

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command, path, ...more] = positionals;
  if (values.help || command === undefined) {
    (values.help ? process.stdout : process.stderr).write(usage);
    return values.help ? 0 : 2;
  }
  if (!commands.includes(command)) {
    throw new Unusable(`没有这个命令：${command} / no such command: ${command}\n\n${usage}`);
  }
  const [second, ...others] = more;
  if (command === 'compare' && path !== undefined && others.length === 0) {
    refuseOthers(command, values, ['before', 'after', 'household', 'building', 'profile']);
    return compare([path, ...more], values);
  }
  if (command === 'import' && path !== undefined && second !== undefined && others.length === 0) {
    refuseOthers(command, values, ['copy']);
    return importFile(path, second, values);
  }
  if (path === undefined || more.length > 0 || command === 'import') {
    throw new Unusable(`${wantedPaths[command] ?? oneDocument}\n\n${usage}`);
  }
  if (command === 'verify') return verifyAt(path, values);
  if (command === 'export') {
    refuseOthers(command, values, ['building', 'to', 'versions', 'private', 'force']);
    return exportBundle(path, values);
  }
  if (command === 'divide' || command === 'split') {
    const plan = readPlan(path, values.scheme);
    const storey = values.storey === undefined ? null : storeyOf(plan, values.storey);
    const profile = profileOf(readProfile(values.profile));
    return divide(plan, { ...values, profile }, storey);
  }
  if (command === 'rooms') {
    return rooms(readPlan(path, values.scheme), momentOf(values.phase), values.json);
  }
  if (values.phase !== undefined && values.phase !== 'after') {
    throw new Unusable(
      '--phase: check 只检查改造后的状态 / check looks at the plan after the works only',
    );
  }
  const profile = readProfile(values.profile);
  if (isFolder(path)) {
    if (values.storey !== undefined) {
      throw new Unusable(
        '--storey: 只用于检查单个文件，不用于楼栋库 / for one document only, not for a library',
      );
    }
    return checkFolder(path, profile, values.json);
  }
  const scheme = readScheme(path, values.scheme);
  const storey = values.storey === undefined ? null : storeyOf(scheme.plan, values.storey);
  return checkScheme(scheme, profileOf(profile), storey, values.json);
}

const oneDocument = '请给出一个楼栋文件 / give one building document';
const wantedPaths: Readonly<Record<string, string>> = {
  compare: '请给出一个或两个文件或楼栋库 / give one or two files or libraries',
  export: '请给出一个楼栋库 / give one library',
  import: '请给出楼栋库和要导入的文件 / give a library and the file to take in',
  verify: '请给出一个楼栋库或 .duyong 文件 / give one library or .duyong file',
  check: '请给出一个楼栋文件或楼栋库 / give one building document or library',
};

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function storeyOf(plan: Plan, wanted: string): StoreyId {
  const found = storeysByLevel(plan).find(
    ([id, { name, level }]) => id === wanted || name === wanted || String(level) === wanted,
  );
  if (found) return found[0];
  const known = storeysByLevel(plan)
    .map(([id, { name, level }]) => `${id} (${name}, ${level})`)
    .join(', ');
  throw new Unusable(`没有这一层 / no such storey: ${wanted}; ${known}`);
}

async function checkFolder(
  path: string,
  profile: ProfileFile | null,
  json: boolean,
): Promise<number> {
  const isShown = !json && process.stderr.isTTY;
  const buildings = await checkLibrary(path, profile, (done, all) => {
    if (isShown) process.stderr.write(`\r${done} / ${all}${done === all ? '\n' : ''}`);
  });
  const schemes = buildings.flatMap((one) => one.schemes);
  const problems = buildings.flatMap((one) => one.problems);
  for (const { name, isBuilding, problem } of await foreignFolders(path)) {
    if (isBuilding) problems.push(`${name}: ${problem.zh} / ${problem.en}`);
  }
  if (schemes.length + problems.length === 0) {
    throw new Unusable(`${path}: 这个文件夹里没有楼栋 / there is no building in this folder`);
  }
  if (json) print(JSON.stringify({ schemes, problems }, null, 2));
  else {
    print([libraryTable(schemes), ...rulesOffOf(schemes), ...derogationsOf(schemes)].join('\n'));
  }
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length > 0 ? 2 : schemes.some(({ breaches }) => breaches > 0) ? 1 : 0;
}

async function verifyAt(path: string, { json, scheme, phase }: CliOptions): Promise<number> {
  const foreign = scheme !== undefined ? '--scheme' : phase !== undefined ? '--phase' : null;
  if (foreign) throw new Unusable(`${foreign}: 不用于 verify / not an option of verify`);
  try {
    return await verify(path, json);
  } catch (error) {
    const code = codeOf(error);
    if (!code) throw error;
    throw new Unusable(`${path}: 读不到 / cannot be read (${code})`);
  }
}

function momentOf(phase = 'after'): Moment {
  if (phase === 'before' || phase === 'after') return phase;
  throw new Unusable(`--phase: before 或 after，不是 ${phase} / before or after, not ${phase}`);
}

const readPlan = (path: string, wanted: string | undefined): Plan => readScheme(path, wanted).plan;

const squareMetres = (area: number): number => Math.round(area / 1e4) / 100;
/** mm to a hundredth, which is what the corner of two wall faces may need. */
const corner = ({ x, y }: { x: number; y: number }): [number, number] => [
  Math.round(x * 100) / 100,
  Math.round(y * 100) / 100,
];

/** Net of the walls; `polygon` and `holes` in mm, `areaM2` to the hundredth. */
function roomRow(room: Room) {
  return {
    id: room.id,
    storey: room.storey,
    use: room.use,
    name: room.name,
    holders: room.holders,
    areaM2: squareMetres(room.area),
    polygon: room.polygon.map(corner),
    holes: room.holes.map((hole) => hole.map(corner)),
  };
}

/** What `rooms --json` prints: every room of every storey, from the lowest level up. */
interface RoomsReport {
  readonly rooms: readonly ReportedRoom[];
  /** Rooms that nobody has tagged: their id is of the face, their use null. */
  readonly untagged: readonly ReportedRoom[];
  /** Tags that stand in no room: inside a wall, or outdoors. */
  readonly looseTags: readonly RoomId[];
}
type ReportedRoom = ReturnType<typeof roomRow>;

function rooms(plan: Plan, moment: Moment, json: boolean): number {
  const storeys = planRooms(plan, moment);
  const all = storeys.flatMap((storey) => storey.rooms);
  const tagged = all.filter((room) => room.tags.length > 0).map(roomRow);
  const untagged = all.filter((room) => room.tags.length === 0).map(roomRow);
  const loose = storeys.flatMap((storey) => storey.looseTags);
  const report: RoomsReport = { rooms: tagged, untagged, looseTags: loose };
  if (json) print(JSON.stringify(report, null, 2));
  else {
    for (const room of [...tagged, ...untagged]) {
      const holders = room.holders
        .map((id) => (id === 'building' ? '公共 common' : (plan.households[id]?.door ?? id)))
        .join('、');
      const columns = [room.storey, room.id, room.use ?? '-', room.name, holders];
      print([...columns, `${room.areaM2.toFixed(2)} m²`].join('\t'));
    }
    for (const id of loose) print(`${id}\t不在任何房间内 in no room`);
  }
  return 0;
}

function checkScheme(
  { plan, derogations = [] }: SchemeOfDocument,
  profile: Profile,
  storey: StoreyId | null,
  json: boolean,
): number {
  const all = check(plan, profile);
  const accepted = listedDerogations(all, derogations, { plan, profile });
  const findings = storey === null ? all : all.filter((finding) => isOn(finding, storey));
  print(
    json
      ? JSON.stringify(checkReport(plan, findings, profile, accepted), null, 2)
      : readableReport(plan, findings, profile, acceptedIn(accepted)),
  );
  return findings.some((finding) => finding.severity === 'breach') ? 1 : 0;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A household is on every storey. */
const isOn = ({ place, about }: Finding, storey: StoreyId): boolean =>
  place === null
    ? about.every((one) => one.storey === undefined || one.storey === storey)
    : place.storey === storey || about.some((one) => one.storey === storey);

/** A person sees what happened, never a stack trace. */
function fail(error: unknown): void {
  process.exitCode = 2;
  if (error instanceof Unusable) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  if (error instanceof Explained) {
    process.stderr.write(`${error.text.zh} / ${error.text.en}\n`);
    return;
  }
  const [what] = (error instanceof Error ? error.message : String(error)).split('\n');
  const of = process.argv.slice(2).join(' ');
  process.stderr.write(
    `${of}: 出了意外（${what}），是软件的问题，请把文件发给维护人员 / something unexpected happened (${what}), a fault of the program: please pass on the file\n`,
  );
}

// Whoever reads our output may stop early: `| head`.
process.stdout.on('error', (error) => {
  if (codeOf(error) !== 'EPIPE') fail(error);
});
try {
  process.exitCode = await main();
} catch (error) {
  fail(error);
}
