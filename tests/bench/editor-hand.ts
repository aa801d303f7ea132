import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { canvas, onPage, panel } from '../app/editor.ts';
import type { EditorInput } from './editor-inputs.ts';
import type { Watched } from './editor-probe.ts';
import { scriptTimes, type TraceEvent } from './script-times.ts';

/** The hand in the editor's benchmark: what it does with real events, and how long the page took. */

export interface Hand {
  readonly page: Page;
  readonly cdp: CDPSession;
}

/** ms between events: a little faster than frames, so that they come at every phase of a frame. */
const pace = 16;
/** ms after which a gesture stops, and drops and undos are no longer repeated once there are five. */
const patience = 30_000;

const settled = (page: Page): Promise<void> => page.evaluate(() => window.bench.settled());

export async function backToSchemes(page: Page): Promise<void> {
  await page.locator('.scheme-bar .ant-dropdown-trigger').first().click();
  await page.getByText('全部方案、新建方案…').click();
  await page.locator('.scheme-open').first().waitFor();
  await settled(page);
}

export async function load(page: Page, scheme: RegExp): Promise<number> {
  const open = page.locator('.scheme-open', { hasText: scheme });
  await page.evaluate(() => window.bench.firstPaint());
  await open.click();
  await page.waitForFunction(() => window.bench.painted.ms !== null);
  return page.evaluate(() => window.bench.painted.ms ?? Number.NaN);
}

export interface Hold {
  readonly x: number;
  readonly y: number;
  /** px that the wall is dragged along this direction. */
  readonly far: number;
  readonly along: { readonly x: number; readonly y: number };
}

/** px that a wall is dragged at least: less is no room for a hand. */
const leastDrag = 10;

/** Selects the wall that will be dragged and opens the households. */
export async function grip({ page }: Hand, { hold, by }: EditorInput): Promise<Hold> {
  const skip = page.getByRole('button', { name: /不用|跳过/ });
  if (await skip.count()) await skip.first().click();
  await settled(page);
  const wayOf = async () => {
    const at = await onPage(page, hold.x, hold.y);
    const end = await onPage(page, hold.x + by.x, hold.y + by.y);
    return { at, far: Math.floor(Math.hypot(end.x - at.x, end.y - at.y)) };
  };
  let { at, far } = await wayOf();
  for (; far < leastDrag; { at, far } = await wayOf()) {
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -120);
    await settled(page);
  }
  await page.mouse.move(at.x, at.y);
  await page.mouse.click(at.x, at.y);
  await page.getByRole('heading', { name: /墙/ }).first().waitFor();
  await panel(page, /住户/);
  await canvas(page).focus();
  await settled(page);
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
  { page, cdp }: Hand,
  type: string,
  goal: number,
  event: (step: number) => MouseEventOf,
  how: 'watch' | 'count' = 'watch',
): Promise<Watched> {
  const failures: Error[] = [];
  const failed = (error: Error): void => {
    failures.push(error);
  };
  let isReached = false;
  const reached = page
    .evaluate(([watched, count, way]) => window.bench[way](watched, count), [
      type,
      goal,
      how,
    ] as const)
    .then(() => {
      isReached = true;
    })
    .catch(failed);
  await settled(page);
  const start = performance.now();
  const isOver = (): boolean =>
    isReached || failures.length > 0 || performance.now() - start > patience;
  for (let step = 0; !isOver(); step++) {
    // Not waited for: a hand does not wait for the page.
    cdp.send('Input.dispatchMouseEvent', event(step) as never).catch(failed);
    await pause(Math.max(0, start + (step + 1) * pace - performance.now()));
  }
  if (failures[0]) throw failures[0];
  const seen = await page.evaluate(() => window.bench.stop());
  await reached;
  return seen;
}

const left = { button: 'left', buttons: 1 } as const;

export async function drag(
  hand: Hand,
  hold: Hold,
  goal: number,
  how: 'watch' | 'count' = 'watch',
): Promise<Watched> {
  const { page, cdp } = hand;
  await page.mouse.move(hold.x, hold.y);
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mousePressed',
    x: hold.x,
    y: hold.y,
    clickCount: 1,
    ...left,
  });
  const seen = await sendUntilReached(
    hand,
    'pointermove',
    goal,
    (step) => ({ type: 'mouseMoved', ...swing(hold, step), ...left }),
    how,
  );
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

/** ms of scripting for each move of a drag of its own: being traced, and watched, takes time as well. */
export async function tracedDrag(hand: Hand, hold: Hold, goal: number): Promise<number[]> {
  const browser = hand.page.context().browser();
  if (!browser) throw new Error('no browser to trace');
  await browser.startTracing(hand.page, { categories: ['-*', 'devtools.timeline'] });
  await drag(hand, hold, goal, 'count');
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  // Moves as they come; the page is given them once more with the next frame.
  return scriptTimes(trace.traceEvents, 'pointerrawupdate');
}

/** ms until one event of a type, which `act` brings about, is shown. */
async function latencyOf(page: Page, type: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((watched) => {
    window.bench.watch(watched, 1);
  }, type);
  await act();
  await settled(page);
  const { shown } = await page.evaluate(() => window.bench.stop());
  if (shown[0] === undefined) throw new Error(`no ${type} came`);
  return shown[0];
}

export async function dropsAndUndos({ page }: Hand, hold: Hold, runs: number) {
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

/** With the whole storey on the screen. */
export async function pan(hand: Hand, goal: number): Promise<Watched> {
  const { page } = hand;
  await page.getByRole('button', { name: '显示全部' }).click();
  await settled(page);
  const middle = await middleOf(page);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down({ button: 'middle' });
  const seen = await sendUntilReached(hand, 'pointermove', goal, (step) => ({
    type: 'mouseMoved',
    ...swing({ ...middle, far: 120, along: { x: 1, y: 0 } }, step * 4),
    button: 'middle',
    buttons: 4,
  }));
  await page.mouse.up({ button: 'middle' });
  return seen;
}

/** Eight notches in, eight out, and again. */
export async function zoom(hand: Hand, goal: number): Promise<Watched> {
  const middle = await middleOf(hand.page);
  return sendUntilReached(hand, 'wheel', goal, (step) => ({
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
