import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { build } from '../../electron/build.mjs';
import { canvas, onPage, panel } from '../app/editor.ts';
import { chromiumPath, launch } from '../app/launch.ts';
import { type EditorInput, gridInputs, sampleInput } from './editor-inputs.ts';
import { installProbe, type Watched } from './editor-probe.ts';
import { type Row, timesOf } from './measure.ts';
import { scriptTimes, type TraceEvent } from './script-times.ts';

/**
 * The editor under the hand: the real application, served by the browser host to a headless
 * Chromium, with pointer events of the browser. The whole storey is on the screen, the household
 * list is open, and a wall in the middle is dragged to and fro, so that rooms, areas, dimensions,
 * and what each household has to itself are worked out anew on every move.
 */

const moves = 100;
/** ms between events: a little faster than frames, so that they come at every phase of a frame. */
const pace = 16;
/** ms after which a drag stops, and drops and undos are no longer repeated once there are five. */
const patience = 6000;

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

interface Bench {
  readonly page: Page;
  readonly cdp: CDPSession;
}

export async function editor(): Promise<{ rows: Row[]; notes: string[] }> {
  await build();
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
    const bench = { page, cdp: await page.context().newCDPSession(page) };
    const rows: Row[] = [];
    for (const input of [sampleInput(), ...gridInputs()]) {
      console.error(input.name);
      if (input.file) await importFile(page, join(folder, 'grid.json'), input.file);
      rows.push(...(await rowsOf(bench, input)));
    }
    return { rows, notes };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const notes = [
  'latency: from the timestamp of the input event to after the next frame callback',
  '  of these: work in the page, from when it was given the event, which Chromium does once a frame',
  'scripting: all of our own on the main thread from one move to the next, without layout, paint and raster',
  'load: from the click on the scheme to after the frame of the first painted plan',
  'budgets are for p95',
  'for scale, from issue 4: react-planner drags at p50/p95 9-13/13-21, 20/31-36, 43-50/76-142 ms at',
  '199, 717 and 2,043 walls and drops in 67-104, 229-368, 1,193-1,627 ms; it works out rooms on the drop only',
];

async function importFile(page: Page, path: string, content: string): Promise<void> {
  writeFileSync(path, content);
  await page.getByTestId('import-file').setInputFiles(path);
}

async function rowsOf(bench: Bench, input: EditorInput): Promise<Row[]> {
  const { page } = bench;
  const { walls } = input;
  const isLarge = walls > 5000;
  const row = (name: string, measured: readonly number[]): Row => {
    const budget = budgets[name]?.[walls];
    const times = timesOf(measured);
    return { name, input: input.name, walls, ...times, ...(budget ? { budget_ms: budget } : {}) };
  };

  await page.getByText(input.building).first().click();
  const choice = page.locator('.scheme-open').first();
  await canvas(page).or(choice).waitFor();
  // A building with one scheme opens it at once.
  if (!(await choice.isVisible())) await backToSchemes(page);
  const loads: number[] = [];
  for (let run = 0; run < (isLarge ? 3 : 5); run++) {
    if (run > 0) await backToSchemes(page);
    loads.push(await load(page, input.scheme));
  }
  const hold = await grip(bench, input);
  await drag(bench, hold, 20);
  const dragged = await drag(bench, hold, moves);
  const scripts = await tracedDrag(bench, hold);
  const { drops, undos } = await dropsAndUndos(bench, hold, isLarge ? 8 : 15);
  const panned = await pan(bench, 60);
  const zoomed = await zoom(bench, 60);
  await page.getByRole('button', { name: '返回楼栋库' }).click();
  return [
    row('drag latency', dragged.latencies),
    row('  of these: work in the page', dragged.works),
    row('frame interval', dragged.intervals),
    row('scripting per move', scripts),
    row('drop', drops),
    row('undo', undos),
    row('load', loads),
    row('pan', panned.latencies),
    row('  of these: work in the page', panned.works),
    row('zoom', zoomed.latencies),
    row('  of these: work in the page', zoomed.works),
  ];
}

const settled = (page: Page): Promise<void> => page.evaluate(() => window.bench.settled());

async function backToSchemes(page: Page): Promise<void> {
  await page.locator('.scheme-bar .ant-dropdown-trigger').first().click();
  await page.getByText('全部方案、新建方案…').click();
  await page.locator('.scheme-open').first().waitFor();
  await settled(page);
}

async function load(page: Page, scheme: RegExp): Promise<number> {
  const open = page.locator('.scheme-open', { hasText: scheme });
  await page.evaluate(() => window.bench.firstPaint());
  await open.click();
  await page.waitForFunction(() => window.bench.painted.ms !== null);
  return page.evaluate(() => window.bench.painted.ms ?? Number.NaN);
}

interface Hold {
  readonly x: number;
  readonly y: number;
  /** px that the wall is dragged along this direction. */
  readonly far: number;
  readonly along: { readonly x: number; readonly y: number };
}

/** Selects the wall that will be dragged and opens the households. */
async function grip({ page }: Bench, { hold, by }: EditorInput): Promise<Hold> {
  const skip = page.getByRole('button', { name: /不用|跳过/ });
  if (await skip.count()) await skip.first().click();
  await settled(page);
  const at = await onPage(page, hold.x, hold.y);
  const end = await onPage(page, hold.x + by.x, hold.y + by.y);
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
  await page.getByRole('heading', { name: /墙/ }).first().waitFor();
  await panel(page, /住户/);
  await canvas(page).focus();
  await settled(page);
  const far = Math.floor(Math.hypot(end.x - at.x, end.y - at.y));
  // Less than that the editor takes for a click.
  if (far < 4) throw new Error(`${far} px are no drag`);
  return { ...at, far, along: by.x > 0 ? { x: 1, y: 0 } : { x: 0, y: -1 } };
}

/** To and fro over whole px, never twice at the same place, and away from the start. */
function swing({ far, along, ...from }: Hold, step: number): { x: number; y: number } {
  const round = 2 * far - 2;
  const at = step % round;
  const away = at < far ? at + 1 : round - at + 1;
  return { x: from.x + along.x * away, y: from.y + along.y * away };
}

type MouseEventOf = Parameters<CDPSession['send']>[1] & object;

/** Sends events at the pace of a hand until the page has shown as many as it was asked to watch. */
async function sendUntilReached(
  { page, cdp }: Bench,
  type: string,
  goal: number,
  event: (step: number) => MouseEventOf,
): Promise<Watched> {
  let reached = false;
  const done = page.evaluate(
    ([watched, count]) =>
      new Promise<void>((resolve) => {
        window.benchReached = resolve;
        window.bench.watch(watched, count);
      }),
    [type, goal] as const,
  );
  void done.then(() => {
    reached = true;
  });
  await settled(page);
  const start = performance.now();
  for (let step = 0; !reached && performance.now() - start < patience; step++) {
    void cdp.send('Input.dispatchMouseEvent', event(step) as never);
    await pause(Math.max(0, start + (step + 1) * pace - performance.now()));
  }
  return page.evaluate(() => window.bench.stop());
}

const left = { button: 'left', buttons: 1 } as const;

async function drag(bench: Bench, hold: Hold, goal: number): Promise<Watched> {
  const { page, cdp } = bench;
  await page.mouse.move(hold.x, hold.y);
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mousePressed',
    x: hold.x,
    y: hold.y,
    clickCount: 1,
    ...left,
  });
  const seen = await sendUntilReached(bench, 'pointermove', goal, (step) => ({
    type: 'mouseMoved',
    ...swing(hold, step),
    ...left,
  }));
  await page.keyboard.press('Escape');
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    x: hold.x,
    y: hold.y,
    clickCount: 1,
    ...left,
  });
  await settled(page);
  return seen;
}

/** ms of scripting for each move of a drag of its own: being traced takes time as well. */
async function tracedDrag(bench: Bench, hold: Hold): Promise<number[]> {
  const browser = bench.page.context().browser();
  if (!browser) throw new Error('no browser to trace');
  await browser.startTracing(bench.page, { categories: ['-*', 'devtools.timeline'] });
  await drag(bench, hold, moves);
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  return scriptTimes(trace.traceEvents, 'pointermove');
}

/** The latency of one event of a type, which `act` brings about. */
async function latencyOf(page: Page, type: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((watched) => {
    window.benchReached = () => undefined;
    window.bench.watch(watched, 1);
  }, type);
  await act();
  await settled(page);
  const { latencies } = await page.evaluate(() => window.bench.stop());
  if (latencies[0] === undefined) throw new Error(`no ${type} came`);
  return latencies[0];
}

async function dropsAndUndos({ page }: Bench, hold: Hold, runs: number) {
  const drops: number[] = [];
  const undos: number[] = [];
  const undo = page.getByRole('button', { name: /^撤销/ });
  const start = performance.now();
  for (let run = 0; run < runs; run++) {
    if (run >= 5 && performance.now() - start > patience) break;
    await page.mouse.move(hold.x, hold.y);
    await page.mouse.down();
    const to = swing(hold, hold.far - 1);
    await page.mouse.move(to.x, to.y, { steps: 3 });
    await settled(page);
    drops.push(await latencyOf(page, 'pointerup', () => page.mouse.up()));
    if (!(await undo.isEnabled())) throw new Error('the drag changed nothing');
    await page.keyboard.down('Control');
    undos.push(await latencyOf(page, 'keydown', () => page.keyboard.press('z')));
    await page.keyboard.up('Control');
    if (await undo.isEnabled()) throw new Error('the drag was not taken back');
  }
  return { drops, undos };
}

async function pan(bench: Bench, goal: number): Promise<Watched> {
  const { page } = bench;
  const middle = await middleOf(page);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down({ button: 'middle' });
  const seen = await sendUntilReached(bench, 'pointermove', goal, (step) => ({
    type: 'mouseMoved',
    ...swing({ ...middle, far: 120, along: { x: 1, y: 0 } }, step * 4),
    button: 'middle',
    buttons: 4,
  }));
  await page.mouse.up({ button: 'middle' });
  return seen;
}

/** Eight notches in, eight out, and again. */
async function zoom(bench: Bench, goal: number): Promise<Watched> {
  const middle = await middleOf(bench.page);
  return sendUntilReached(bench, 'wheel', goal, (step) => ({
    type: 'mouseWheel',
    ...middle,
    deltaX: 0,
    deltaY: step % 16 < 8 ? -120 : 120,
  }));
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error('no canvas');
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}
