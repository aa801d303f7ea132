import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkBench } from './check.ts';
import { divide } from './divide.ts';
import { editor, editorBrowser } from './editor.ts';
import { library } from './library.ts';
import type { Row } from './measure.ts';
import { machineLine, table, thisMachine } from './report.ts';
import { rooms } from './rooms.ts';

/** npm run bench -- <name> [--out FILE]: a table on the screen, rows as JSON in FILE. */

export interface Result {
  readonly rows: readonly Row[];
  /** Lines below the table. */
  readonly notes: readonly string[];
}

interface Bench {
  run(): Promise<Result>;
  /** The browser that it runs in, for the first line. */
  browser?(): string;
}

const benches: Record<string, Bench> = {
  rooms: { run: rooms },
  check: { run: checkBench },
  editor: { run: editor, browser: editorBrowser },
  library: { run: library },
  divide: { run: divide, browser: editorBrowser },
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { out: { type: 'string' } },
    allowPositionals: true,
  });
  const [name] = positionals;
  const bench = positionals.length === 1 && name !== undefined ? benches[name] : undefined;
  if (!bench) {
    console.error(
      `npm run bench -- <name> [--out FILE]; names: ${Object.keys(benches).join(', ')}`,
    );
    return 2;
  }
  const machine = thisMachine(bench.browser?.() ?? null);
  console.log(machineLine(machine));
  const { rows, notes } = await bench.run();
  console.log(table(rows));
  for (const note of notes) console.log(note);
  if (values.out) {
    const file = resolve(process.env.INIT_CWD ?? '.', values.out);
    writeFileSync(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
  }
  return 0;
}

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message);
  return 2;
});
