// Installs what is missing or out of date, with the lock file. Plain Node >= 20, built-ins only:
// it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

/** A failure that a person can act on; its message is all they see. */
export class Explained extends Error {}

/** Where this folder's packages match the lock file nothing happens. Throws `Explained`. */
export function ensureSetup({ quiet = false, folder = root } = {}) {
  const say = quiet ? () => {} : (line) => console.error(line);
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = createHash('sha256')
    .update(`${process.platform} ${process.arch} ${lock}`)
    .digest('hex');
  const stampFile = join(folder, 'node_modules', '.cache', 'duyong-setup');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!installed(JSON.parse(lock), folder)) {
    say(
      '正在安装所需组件，首次约需一分钟…… / Installing what is needed, about a minute the first time ...',
    );
    install(folder);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** Whether npm's own note of what it installed says the same as the lock file. */
export function installed(lock, folder) {
  const noteFile = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(noteFile)) return false;
  let note;
  try {
    note = JSON.parse(readFileSync(noteFile, 'utf8'));
  } catch {
    return false;
  }
  return Object.entries(lock.packages).every(
    ([path, entry]) =>
      path === '' || entry.optional || note.packages[path]?.version === entry.version,
  );
}

function install(folder) {
  // Windows cannot replace the Node that is running, so there npm changes only what differs.
  const inPlace = process.platform === 'win32' && process.execPath.startsWith(modules + sep);
  const args = [inPlace ? 'install' : 'ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const result =
    npm && /npm(-cli)?\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.error?.code === 'ENOENT') {
    throw new Explained(
      '没有找到 npm。请先安装 Node.js（https://nodejs.org，20 或更新版本，自带 npm），然后重试。\n' +
        'npm was not found. Install Node.js (https://nodejs.org, 20 or newer, which brings npm) and try again.',
    );
  }
  if (result.error) throw result.error;
  if (result.status === 0) return;
  throw new Explained(explainFailure(`${result.stderr}\n${result.stdout}`));
}

/** npm's output as a message: what happened, what to do, and npm's own first words. */
export function explainFailure(output) {
  const words = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter(
      (line) => line !== '' && !line.startsWith('npm warn') && !/complete log|^at /i.test(line),
    )
    .slice(0, 3)
    .map((line) => `  npm: ${line}`)
    .join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output)) {
    return `无法连接网络，组件没有装上。请检查网络或代理后重试。\nThe network could not be reached, so nothing was installed. Check the connection or the proxy and try again.\n${words}`;
  }
  if (/ENOSPC/.test(output)) {
    return `磁盘已满，组件没有装上。请腾出约 1 GB 空间后重试。\nThe disk is full. Free about 1 GB and try again.\n${words}`;
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `没有权限写入程序文件夹。请把程序放到自己的文件夹里再试。\nThis folder cannot be written. Move the program to a folder of your own and try again.\n${words}`;
  }
  return `组件没有装上。请重试；如仍失败，请把下面的内容发给维护人员。\nThe packages could not be installed. Try again; if it still fails, pass on the lines below.\n${words}`;
}

/** The Node that runs our TypeScript: the pinned one, else this one where it is new enough. */
export function pinnedNode(folder = root) {
  for (const name of ['node', 'node.exe']) {
    const file = join(folder, 'node_modules', 'node', 'bin', name);
    if (existsSync(file)) return file;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Explained(
    '没有找到程序自带的 Node。请删除 node_modules 文件夹后重试，或安装 Node 24。\n' +
      'The pinned Node is missing. Delete the node_modules folder and try again, or install Node 24.',
  );
}

/** The environment of a Node that keeps what it has compiled: the next one starts in half the time. */
export const keepingCompiled = (environment = process.env) => ({
  NODE_COMPILE_CACHE: join(modules, '.cache', 'node'),
  ...environment,
});

/** Runs a script's main function; a person sees a message, never a stack trace. */
export async function runForPerson(main, { logFile } = {}) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Explained) {
      console.error(error.message);
      return;
    }
    const file = logFile ?? join(root, 'node_modules', '.cache', 'duyong.log');
    console.error(`出错了：${error.message}\nSomething went wrong: ${error.message}`);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${new Date().toISOString()} ${error.stack}\n`, { flag: 'a' });
      console.error(`详情见日志 / Details are in the log: ${file}`);
    } catch {
      console.error('日志写不进去 / The log could not be written.');
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runForPerson(() => ensureSetup({ quiet: process.argv.includes('--quiet') }));
}
