import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planRooms } from '../shared/derive/households.ts';
import type { Room } from '../shared/derive/room.ts';
import { parseDocument, type SchemeOfDocument } from '../shared/exchange/document.ts';
import { parseProfile } from '../shared/exchange/profile.ts';
import { type Plan, type RoomId, type StoreyId, storeysByLevel } from '../shared/plan/model.ts';
import type { Moment } from '../shared/plan/phase.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import { check } from '../shared/rules/check.ts';
import type { Finding } from '../shared/rules/finding.ts';
import { listedDerogations } from '../shared/rules/listed-derogations.ts';
import { nationalProfile, type Profile, profileOfBase } from '../shared/rules/profile.ts';
import { profileOfFile } from '../shared/rules/profile-of-file.ts';
import { checkReport, readableReport } from '../shared/rules/report.ts';
import { checkLibrary } from './check-library.ts';
import { divide } from './cli-divide.ts';
import { usage } from './cli-usage.ts';
import { verify } from './cli-verify.ts';
import { codeOf, Unusable } from './explained.ts';
import { foreignFolders } from './foreign-folders.ts';
import { acceptedIn, derogationsOf, rulesOffOf } from './library-notes.ts';
import { libraryTable } from './library-table.ts';

/**
 * The command line: reads a building document or a library, prints to standard output, problems to
 * standard error. Exit 0: done, no breach or damage; 1: one was found; 2: a file or an argument it
 * cannot use.
 */

const commands = ['rooms', 'check', 'divide', 'verify'];

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
  if (path === undefined || more.length > 0) {
    throw new Unusable(`请给出一个楼栋文件 / give one building document\n\n${usage}`);
  }
  if (command === 'verify') return verifyAt(path, values);
  if (command === 'divide') {
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

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const profileOf = (file: ProfileFile | null): Profile =>
  file ? profileOfFile(file) : nationalProfile;

/** Null for the one that is used without the option. */
function readProfile(wanted: string | undefined): ProfileFile | null {
  if (wanted === undefined) return null;
  if (wanted === 'national' || wanted === 'retrofit-micro') {
    const name = profileOfBase(wanted).name;
    return { format: 1, kind: 'duyong-profile', name, base: wanted, rules: {}, fixtures: {} };
  }
  let source: string;
  try {
    source = readFileSync(wanted, 'utf8');
  } catch (error) {
    throw new Unusable(`${wanted}: 读不到文件 / cannot be read (${codeOf(error) ?? 'unknown'})`);
  }
  const { file, problems } = parseProfile(source);
  if (file) return file;
  const lines = problems.map(
    ({ at, problem }) => `${wanted}: ${at || '(profile)'}: ${problem.zh} / ${problem.en}`,
  );
  throw new Unusable(lines.join('\n'));
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

async function verifyAt(
  path: string,
  { json, scheme, phase }: ReturnType<typeof readArguments>['values'],
): Promise<number> {
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

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        phase: { type: 'string' },
        profile: { type: 'string' },
        storey: { type: 'string' },
        room: { type: 'string' },
        holders: { type: 'string' },
        'no-new-stacks': { type: 'boolean' },
        'no-own-rooms': { type: 'boolean' },
        'through-bearing': { type: 'boolean' },
        programme: { type: 'string' },
        holds: { type: 'string' },
        top: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unusable(`${optionWords(error)}\n\n${usage}`);
  }
}

/** Node's own words are English only and name its parser's rules. */
function optionWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = message.match(/'(-[^'\s,=<]*)/)?.[1] ?? '?';
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有这个选项：${option} / no such option: ${option}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `${option}: 这个选项不带值 / this option takes no value`
        : `${option}: 缺少值 / its value is missing`;
    default:
      return `选项不对 / wrong options: ${message}`;
  }
}

function momentOf(phase = 'after'): Moment {
  if (phase === 'before' || phase === 'after') return phase;
  throw new Unusable(`--phase: before 或 after，不是 ${phase} / before or after, not ${phase}`);
}

const readPlan = (path: string, wanted: string | undefined): Plan => readScheme(path, wanted).plan;

function readScheme(path: string, wanted: string | undefined): SchemeOfDocument {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unusable(`${path}: 读不到文件 / cannot be read (${codeOf(error) ?? 'unknown'})`);
  }
  const { document, problems } = parseDocument(source);
  if (!document) {
    const lines = problems.map(
      ({ at, problem }) => `${path}: ${at || '(document)'}: ${problem.zh} / ${problem.en}`,
    );
    throw new Unusable(lines.join('\n'));
  }
  const scheme =
    wanted === undefined
      ? document.schemes[0]
      : document.schemes.find(({ id, name }) => id === wanted || name === wanted);
  if (!scheme) {
    const known = document.schemes.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new Unusable(`${path}: 没有方案 / no such scheme: ${wanted ?? '-'}; ${known || '-'}`);
  }
  return scheme;
}

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
