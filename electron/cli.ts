import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { planRooms } from '../shared/derive/households.ts';
import type { Room } from '../shared/derive/room.ts';
import { parseDocument } from '../shared/exchange/document.ts';
import type { Plan } from '../shared/plan/model.ts';
import type { Moment } from '../shared/plan/phase.ts';
import { check } from '../shared/rules/check.ts';
import { checkReport, readableReport } from '../shared/rules/report.ts';

/**
 * The command line: reads a building document, prints to standard output, problems to standard
 * error. Exit 0: done, no breach; 1: a breach was found; 2: a file or an argument it cannot use.
 */

const usage = `duyong <command> <document> [options]

  rooms <document>   every room with its net area and outline
  check <document>   what each household has to itself, and every finding

  --scheme <id|name>      which scheme of the document; the first without it
  --phase before|after    rooms before or after the works (default: after)
  --json                  machine-readable
`;

class Unusable extends Error {}

function main(): number {
  const { values, positionals } = readArguments();
  const [command, path, ...more] = positionals;
  if (values.help || command === undefined) {
    (values.help ? process.stdout : process.stderr).write(usage);
    return values.help ? 0 : 2;
  }
  if (command !== 'rooms' && command !== 'check') {
    throw new Unusable(`没有这个命令：${command} / no such command: ${command}\n\n${usage}`);
  }
  if (path === undefined || more.length > 0) {
    throw new Unusable(`请给出一个建筑文件 / give one building document\n\n${usage}`);
  }
  const plan = readPlan(path, values.scheme);
  if (command === 'rooms') return rooms(plan, momentOf(values.phase), values.json);
  return checkPlan(plan, values.json);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        phase: { type: 'string', default: 'after' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unusable(`${(error as Error).message}\n\n${usage}`);
  }
}

function momentOf(phase: string): Moment {
  if (phase === 'before' || phase === 'after') return phase;
  throw new Unusable(`--phase: before 或 after，不是 ${phase} / before or after, not ${phase}`);
}

function readPlan(path: string, wanted: string | undefined): Plan {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unusable(
      `${path}: 读不到文件 / cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
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
  return scheme.plan;
}

const squareMetres = (area: number): number => Math.round(area / 1e4) / 100;
/** mm to a hundredth, which is what the corner of two wall faces may need. */
const corner = ({ x, y }: { x: number; y: number }): [number, number] => [
  Math.round(x * 100) / 100,
  Math.round(y * 100) / 100,
];

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

function rooms(plan: Plan, moment: Moment, json: boolean): number {
  const storeys = planRooms(plan, moment);
  const all = storeys.flatMap((storey) => storey.rooms);
  const tagged = all.filter((room) => room.tags.length > 0).map(roomRow);
  const untagged = all.filter((room) => room.tags.length === 0).map(roomRow);
  const loose = storeys.flatMap((storey) => storey.looseTags);
  if (json) print(JSON.stringify({ rooms: tagged, untagged, looseTags: loose }, null, 2));
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

function checkPlan(plan: Plan, json: boolean): number {
  const findings = check(plan);
  print(
    json ? JSON.stringify(checkReport(plan, findings), null, 2) : readableReport(plan, findings),
  );
  return findings.some((finding) => finding.severity === 'breach') ? 1 : 0;
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
