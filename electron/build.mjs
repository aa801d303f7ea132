// Builds dist: window/ (vite), main.mjs and preload.cjs (rolldown). Skipped where no source has
// changed since. Needs the pinned Node, because it reads the list of requests from TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSetup, pinnedNode, root, runForPerson } from './setup.mjs';

const dist = join(root, 'dist');
const stampFile = join(dist, 'sources');
const sources = ['electron', 'renderer', 'shared', 'assets', 'package-lock.json', 'package.json'];

export async function build({ force = false, quiet = false } = {}) {
  const stamp = hashOfSources();
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  if (!quiet) console.error('正在构建…… / Building ...');
  // Built aside and moved into place, so that a failed or interrupted build leaves the old one.
  const fresh = join(root, 'node_modules', '.cache', `build-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await buildInto(fresh);
    writeFileSync(join(fresh, 'sources'), stamp);
    if (existsSync(dist)) renameSync(dist, `${fresh}-old`);
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(`${fresh}-old`, { recursive: true, force: true });
  }
  return true;
}

async function buildInto(folder) {
  const [{ build: buildWindow }, { build: bundle }, { requests }] = await Promise.all([
    import('vite'),
    import('rolldown'),
    import('../shared/bridge.ts'),
  ]);
  await Promise.all([
    buildWindow({
      configFile: join(root, 'renderer', 'vite.config.ts'),
      build: { outDir: join(folder, 'window') },
    }),
    bundle({
      input: join(root, 'electron', 'main.ts'),
      external: ['electron'],
      platform: 'node',
      output: { file: join(folder, 'main.mjs'), format: 'esm', codeSplitting: false },
      logLevel: 'warn',
    }),
    // A sandboxed preload has to be CommonJS. The names of the requests are injected, so that it
    // does not carry the schemas.
    bundle({
      input: join(root, 'electron', 'preload.ts'),
      external: ['electron'],
      platform: 'node',
      transform: { define: { requestNames: JSON.stringify(Object.keys(requests)) } },
      output: { file: join(folder, 'preload.cjs'), format: 'cjs' },
      logLevel: 'warn',
    }),
  ]);
  copyPdfData(join(folder, 'window', 'pdf'));
}

/**
 * What pdf.js asks for by name while it draws a page: Chinese encodings, fonts that a PDF may leave
 * out, and the scripts that unpack scans.
 */
function copyPdfData(folder) {
  const from = join(root, 'node_modules', 'pdfjs-dist');
  const wanted = {
    cmaps: /^(LICENSE|(Adobe-GB1|GB|UniGB).*\.bcmap$)/,
    standard_fonts: /^LICENSE|\.(pfb|ttf)$/,
    wasm: /^LICENSE|_nowasm_fallback\.js$/,
  };
  for (const [part, names] of Object.entries(wanted)) {
    mkdirSync(join(folder, part), { recursive: true });
    for (const name of readdirSync(join(from, part)).filter((file) => names.test(file))) {
      cpSync(join(from, part, name), join(folder, part, name));
    }
  }
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version);
  const read = (path) => {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const source of sources) {
    const path = join(root, source);
    if (!existsSync(path)) continue;
    if (/\.json$/.test(source)) {
      read(path);
      continue;
    }
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes(join('assets', 'samples')));
    for (const file of files.sort()) read(file);
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runForPerson(async () => {
    ensureSetup();
    if (Number(process.versions.node.split('.')[0]) < 24) {
      const again = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
      return spawnSync(pinnedNode(), again, { stdio: 'inherit' }).status ?? 1;
    }
    const force = process.argv.includes('--force');
    await build({ force, quiet: process.argv.includes('--quiet') });
  });
}
