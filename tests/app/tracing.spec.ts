import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { canvas, onPage, panel } from './editor.ts';
import { type Application, type HostKind, launch } from './launch.ts';

/** A scan is brought in, calibrated by two points and traced with the wall tool. */

const scans = join(import.meta.dirname, '..', 'fixtures', 'scans');
const home = JSON.parse(readFileSync(join(scans, 'rmf-home.json'), 'utf8')) as {
  measured: { from: number; to: number; millimetres: number };
  vertices: [number, number][];
  walls: [number, number][];
};
type Pixel = readonly [number, number];

let folder: string;
let app: Application;
async function openBuilding(host?: HostKind): Promise<Page> {
  folder = mkdtempSync(join(tmpdir(), 'duyong-tracing-'));
  app = await launch({
    library: join(folder, 'library'),
    userData: join(folder, 'user'),
    ...(host ? { host } : {}),
  });
  const { page } = app;
  await page.getByRole('button', { name: '新建楼栋' }).click();
  await page.getByLabel('名称').fill('描图楼');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible();
  return page;
}
test.afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const assets = (): string[] => {
  const library = join(folder, 'library');
  const building = readdirSync(library).find((name) => {
    const parts = readdirSync(join(library, name));
    return parts.includes('assets');
  });
  return building ? readdirSync(join(library, building, 'assets')) : [];
};

async function number(page: Page, label: string): Promise<number> {
  return Number((await page.getByLabel(label, { exact: true }).inputValue()).replace(/,/g, ''));
}

/**
 * Where a place of the scan is on the page. The first point that is calibrated stays where it is on
 * the plan, and the picture's left edge is at x = 0 and its foot at y = 0 before.
 */
const placeOf =
  (scale: number, originY: number, originX = 0) =>
  (page: Page, [x, y]: Pixel) =>
    onPage(page, originX + x * scale, originY - y * scale);

/** Shows everything, zooms in on the place as a careful person does, and clicks it. */
async function clickClose(
  page: Page,
  place: () => Promise<{ readonly x: number; readonly y: number }>,
): Promise<void> {
  await page.keyboard.press('f');
  const far = await place();
  const view = await canvas(page).getAttribute('data-view');
  await page.mouse.move(far.x, far.y);
  await page.mouse.wheel(0, -800);
  await expect(canvas(page)).not.toHaveAttribute('data-view', view ?? '');
  const near = await place();
  await page.mouse.move(near.x, near.y, { steps: 2 });
  await page.mouse.click(near.x, near.y);
}

test('ten walls traced over the scan have the lengths of its map within 1 %', async () => {
  // Twenty places are zoomed in on one after the other.
  test.slow();
  const page = await openBuilding('browser');
  await page.getByTestId('picture-file').setInputFiles(join(scans, 'rmf-home.png'));
  await expect(page.getByRole('heading', { name: '底图' })).toBeVisible();
  await expect.poll(assets).toHaveLength(1);
  expect(assets()[0]).toMatch(/^[0-9a-f]{32}\.png$/);

  const vertex = (index: number): Pixel => home.vertices[index] as Pixel;
  const [from, to] = [vertex(home.measured.from), vertex(home.measured.to)];
  const before = await number(page, '每像素');
  // It lands with its foot at y = 0, 12 m tall.
  const scan = placeOf(12_000 / 921, 12_000);
  for (const point of [from, to]) await clickClose(page, () => scan(page, point));
  await page.keyboard.type('8000');
  await page.keyboard.press('Enter');
  await expect.poll(() => number(page, '每像素')).toBeGreaterThan(before);
  const scale = await number(page, '每像素');
  const exact = home.measured.millimetres / Math.hypot(to[0] - from[0], to[1] - from[1]);
  expect(Math.abs(scale / exact - 1)).toBeLessThan(0.01);

  // The first point has stayed on the plan, so that the corner has moved away from it.
  const first = 12_000 / 921;
  const traced = placeOf(
    scale,
    12_000 - from[1] * first + from[1] * scale,
    from[0] * first - from[0] * scale,
  );
  const walls = home.walls
    .map(([a, b]) => [vertex(a), vertex(b)] as const)
    .filter(([p, q]) => Math.hypot(q[0] - p[0], q[1] - p[1]) > 200)
    .slice(0, 10);
  expect(walls).toHaveLength(10);
  for (const [p, q] of walls) {
    await page.keyboard.press('w');
    for (const point of [p, q]) await clickClose(page, () => traced(page, point));
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await page.keyboard.press('f');
    const middle = await traced(page, [(p[0] + q[0]) / 2 + 1, (p[1] + q[1]) / 2 + 1]);
    await page.mouse.click(middle.x, middle.y);
    const stated = Math.hypot(q[0] - p[0], q[1] - p[1]) * exact;
    const length = await number(page, '长度（中线）');
    expect(Math.abs(length - stated) / stated).toBeLessThan(0.01);
  }

  // One step takes the scan away, the next brings it back.
  await page.keyboard.press('u');
  await page.getByRole('button', { name: '移除底图' }).click();
  await expect(page.getByRole('button', { name: /导入底图/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '移除底图' })).toBeVisible();
});

/** Hands a file to the window as a drop or a paste would. */
async function bring(page: Page, way: 'drop' | 'paste', file: string, type: string): Promise<void> {
  const base64 = readFileSync(join(scans, file)).toString('base64');
  await page.evaluate(
    ({ way, base64, name, type }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      const event =
        way === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    },
    { way, base64, name: file, type },
  );
}

test('a page of a PDF is dropped, a picture is pasted, and what is none is refused', async () => {
  const page = await openBuilding();
  await bring(page, 'drop', 'ru-actual-sizes.pdf', 'application/pdf');
  const properties = await panel(page, /属性/);
  await expect(properties.getByText('ru-actual-sizes.pdf')).toBeVisible();
  expect(await number(page, '图纸比例 1:')).toBeCloseTo(100, 0);
  expect(await number(page, '扫描分辨率')).toBe(200);

  await bring(page, 'paste', 'rmf-home.png', 'image/png');
  await expect(properties.getByText('728 × 921 px')).toBeVisible();
  await expect.poll(assets).toHaveLength(2);

  await bring(page, 'drop', 'SOURCE.md', 'text/markdown');
  await expect(page.getByText(/不能作为底图/)).toBeVisible();
  await bring(page, 'drop', 'SOURCE.md', 'image/png');
  await expect(page.getByText(/不是可用的 PNG 或 JPEG/)).toBeVisible();
  await bring(page, 'drop', 'SOURCE.md', 'application/pdf');
  await expect(page.getByText(/这个 PDF 打不开/)).toBeVisible();
  await expect(properties.getByText('728 × 921 px')).toBeVisible();

  // What was missing is named where it would lie; the rest of the building opens.
  rmSync(join(folder, 'library', buildingFolder(), 'assets'), { recursive: true });
  await expect(page.getByText(/已保存|草稿/).first()).toBeVisible();
  await page.reload();
  await expect(canvas(page)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/底图文件缺失：assets/)).toBeVisible();
});

function buildingFolder(): string {
  const library = join(folder, 'library');
  return readdirSync(library).find((name) =>
    readdirSync(join(library, name)).includes('assets'),
  ) as string;
}
