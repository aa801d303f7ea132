import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from '../../electron/build.mjs';
import { choose, clickPlan, openScheme } from '../app/editor.ts';
import { launch } from '../app/launch.ts';
import { pan } from './editor-hand.ts';
import { installProbe } from './editor-probe.ts';
import { type Row, rounded, timesOf } from './measure.ts';

/**
 * The plan under the hand while the worker searches: the brothers' sample is dragged about, with
 * nothing running and with a search that goes on for longer than the drag. What is dragged there is
 * the view: another tool would give the search up.
 */

const rounds = 4;
const moves = 60;
/** Of the drag with nothing running. */
const mostRatio = 1.2;

export async function dragWhileSearching(): Promise<Row[]> {
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
    await openScheme(page, /兄弟两户/, /方案甲/);
    const hand = { page, cdp: await page.context().newCDPSession(page) };
    await page.keyboard.press('c');
    await clickPlan(page, 1600, 4000);
    await page.getByText('求方案', { exact: true }).click();
    await ended(page);
    await pan(hand, moves);
    const [idle, searching]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      idle.push(...(await pan(hand, moves)).latencies);
      await askAnew(page, round);
      await page.getByRole('button', { name: '停止' }).waitFor();
      searching.push(...(await pan(hand, moves)).latencies);
      await ended(page);
    }
    const [without, during] = [timesOf(idle), timesOf(searching)];
    const input = 'the brothers’ sample';
    return [
      { name: 'drag of the plan, nothing running', input, ...without },
      {
        name: 'drag of the plan, a search running',
        input,
        ...during,
        budget_ms: rounded(mostRatio * without.p95_ms, 1),
      },
    ];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A question that was not asked before: what is known is answered without a search. */
async function askAnew(page: Page, round: number): Promise<void> {
  const conditions = page.getByRole('button', { name: /更改条件/ });
  // One line once there are proposals; open from then on.
  if (round === 0) await conditions.click();
  if (round === 2) {
    await choose(page, '第一户', /302乙/);
    await choose(page, '第二户', /302甲/);
  }
  await choose(page, '配置', round % 2 === 0 ? /^标准型/ : /^紧凑型/);
}

/** The search is over. */
async function ended(page: Page): Promise<void> {
  await page.getByRole('button', { name: '停止' }).waitFor({ state: 'detached' });
}
