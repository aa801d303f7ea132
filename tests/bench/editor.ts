import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from '../../electron/build.mjs';
import { canvas } from '../app/editor.ts';
import { chromiumPath, launch } from '../app/launch.ts';
import {
  backToSchemes,
  drag,
  dropsAndUndos,
  grip,
  type Hand,
  load,
  pan,
  tracedDrag,
  zoom,
} from './editor-hand.ts';
import { type EditorInput, gridInputs, sampleInput } from './editor-inputs.ts';
import { installProbe } from './editor-probe.ts';
import { type Row, timesOf } from './measure.ts';

/**
 * The editor under the hand: the real application, served by the browser host to a headless
 * Chromium, with pointer events of the browser. The whole storey is on the screen where a wall can be
 * taken hold of so (the largest is zoomed into), the household list is open, and a wall in the middle
 * is dragged to and fro, so that rooms, areas, dimensions, and what each household has to itself are
 * worked out anew on every move.
 */

const moves = 100;
/** Moves before any is measured, as many as a hand makes in three seconds. */
const warmUp = 300;

/** p95, ms, on a quiet machine. */
const budgets: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'drag latency': { 199: 17, 717: 17, 2043: 17, 10000: 34 },
  'frame interval': { 199: 17, 717: 17, 2043: 17, 10000: 34 },
  'scripting per move': { 717: 4 },
  drop: { 717: 50, 2043: 100 },
  undo: { 717: 50, 2043: 100 },
};

export function editorBrowser(): string {
  const { stdout } = spawnSync(chromiumPath(), ['--version'], { encoding: 'utf8' });
  return `headless ${stdout.trim()} at the browser host`;
}

export async function editor(): Promise<{ rows: Row[]; notes: string[] }> {
  await build();
  const rows: Row[] = [];
  const failures: string[] = [];
  for (const input of [sampleInput(), ...gridInputs()]) {
    console.error(input.name);
    // Each in an application of its own: what one leaves behind, or breaks, is not measured in the next.
    await measureInput(input, rows).catch((error: Error) => {
      failures.push(`NOT MEASURED to its end: ${input.name}: ${error.message}`);
    });
  }
  return { rows, notes: [...failures, ...notes] };
}

const notes = [
  'latency: from the timestamp of the input event until the callbacks of the next frame have run',
  '  until it is handed over: the same until that frame is laid out, painted and handed to the compositor,',
  '  which is what drop and undo count to',
  'scripting: processor time of all our own on the main thread from one move to the next, without layout, paint and raster',
  'load: from the click on the scheme to after the frame of the first painted plan',
  'zoom: where painting takes long the picture is stretched, and painted anew when the view rests',
  `budgets are for p95, after ${warmUp} moves to warm up`,
  'for scale, from issue 4: react-planner drags at p50/p95 9-13/13-21, 20/31-36, 43-50/76-142 ms at',
  '199, 717 and 2,043 walls and drops in 67-104, 229-368, 1,193-1,627 ms; it works out rooms on the drop only',
];

/** Adds rows as they are measured, so that those before a failure are kept. */
export async function measureInput(input: EditorInput, rows: Row[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duyong-bench-'));
  const app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    host: 'browser',
  });
  try {
    const { page } = app;
    page.setDefaultTimeout(60_000);
    await page.addInitScript(installProbe);
    await page.reload();
    if (input.file) await importFile(page, join(folder, 'grid.json'), input.file);
    await openSchemes(page, input);
    const hand = { page, cdp: await page.context().newCDPSession(page) };
    await measureHand(hand, input, rows);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importFile(page: Page, path: string, content: string): Promise<void> {
  writeFileSync(path, content);
  await page.getByTestId('import-file').setInputFiles(path);
}

async function openSchemes(page: Page, { building }: EditorInput): Promise<void> {
  await page.getByText(building).first().click();
  const choice = page.locator('.scheme-open').first();
  await canvas(page).or(choice).waitFor();
  // A building with one scheme opens it at once.
  if (!(await choice.isVisible())) await backToSchemes(page);
}

async function measureHand(hand: Hand, input: EditorInput, rows: Row[]): Promise<void> {
  const { page } = hand;
  const { walls } = input;
  const isLarge = walls > 5000;
  const add = (name: string, measured: readonly number[]): void => {
    const budget = budgets[name]?.[walls];
    const times = timesOf(measured);
    rows.push({
      name,
      input: input.name,
      walls,
      ...times,
      ...(budget ? { budget_ms: budget } : {}),
    });
  };
  const shown = '  until it is handed over';

  const loads: number[] = [];
  for (let run = 0; run < (isLarge ? 3 : 5); run++) {
    if (run > 0) await backToSchemes(page);
    loads.push(await load(page, input.scheme));
  }
  add('load', loads);
  const hold = await grip(hand, input);
  await drag(hand, hold, warmUp);
  const dragged = await drag(hand, hold, moves);
  add('drag latency', dragged.latencies);
  add(shown, dragged.shown);
  add('frame interval', dragged.intervals);
  add('scripting per move', await tracedDrag(hand, hold, moves));
  const { drops, undos } = await dropsAndUndos(hand, hold, isLarge ? 8 : 40);
  add('drop', drops);
  add('undo', undos);
  const panned = await pan(hand, 60);
  add('pan', panned.latencies);
  add(shown, panned.shown);
  const zoomed = await zoom(hand, 60);
  add('zoom', zoomed.latencies);
  add(shown, zoomed.shown);
}
