// npm start: sets up, builds, and opens the application in Electron, else in a browser.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { follow } from './run.mjs';
import {
  Explained,
  ensureSetup,
  keepingCompiled,
  pinnedNode,
  root,
  runForPerson,
} from './setup.mjs';

const electron = join(root, 'node_modules', 'electron');
const failure = join(root, 'node_modules', '.cache', 'electron-not-fetched');
const day = 24 * 60 * 60 * 1000;
const fetchLimit = 180_000;

const usage = `用法 / Usage: npm start -- [选项 options]

  --library DIR   楼栋库所在的文件夹，默认为“文档/Duyong”
                  the folder of the library; Documents/Duyong without it
  --browser       用本机的 Chrome、Edge 或 Chromium 打开，不用 Electron
                  open in the installed Chrome, Edge or Chromium instead of Electron
  --port N        浏览器窗口使用的端口，默认沿用上一次的
                  the port that serves the browser window; the last one without it
  --no-open       不打开窗口，只打印地址（同时表示 --browser）
                  open no window, only print the address (implies --browser)
  -h, --help      显示本说明 / this help`;

await runForPerson(async () => {
  const options = readOptions();
  if (options.help) {
    console.log(usage);
    return 0;
  }
  ensureSetup();
  const node = pinnedNode();
  const built = spawnSync(node, [join(root, 'electron', 'build.mjs')], { stdio: 'inherit' });
  if (built.status !== 0) return built.status ?? 1;

  const environment = { ...process.env };
  if (options.library) environment.DUYONG_LIBRARY = resolve(options.library);
  const binary =
    options.browser || !hasDisplay() ? null : (electronBinary() ?? fetchElectron(node));
  if (binary) {
    // Chromium's sandbox refuses to run as root; a desktop user is not root.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return follow(spawn(binary, [...asRoot, root], { stdio: 'inherit', env: environment }));
  }
  console.log(
    hasDisplay()
      ? '没有 Electron，改用本机浏览器窗口。/ Electron is not available; using a browser window.'
      : '没有图形界面，改由浏览器访问。/ There is no display; serving to a browser.',
  );
  const args = [join(root, 'electron', 'serve-browser.ts')];
  if (options.port) args.push('--port', options.port);
  if (options['no-open']) args.push('--no-open');
  // Over the channel the host notices when this process is gone, however it ended.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  return follow(spawn(node, args, { stdio, env: keepingCompiled(environment) }));
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        library: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        browser: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const port = Number(values.port ?? 0);
    if (Number.isInteger(port) && port >= 0 && port < 65536) {
      return { ...values, browser: values.browser || values['no-open'] };
    }
  } catch {
    // Told below.
  }
  throw new Explained(`选项不对 / Wrong options\n\n${usage}`);
}

function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Electron's program where it is there; the package itself would start a download to answer. */
function electronBinary() {
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(electron, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Tries once a day, and no longer than the limit, so that later starts are quick. */
function fetchElectron(node) {
  const install = join(electron, 'install.js');
  if (!existsSync(install)) return null;
  if (existsSync(failure) && Date.now() - statSync(failure).mtimeMs < day) return null;
  console.log('正在下载 Electron…… / Fetching Electron ...');
  const result = spawnSync(node, [install], { cwd: root, stdio: 'ignore', timeout: fetchLimit });
  const binary = result.status === 0 ? electronBinary() : null;
  if (!binary) {
    mkdirSync(dirname(failure), { recursive: true });
    writeFileSync(failure, `${new Date().toISOString()}\n`);
  }
  return binary;
}
