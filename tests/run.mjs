// npm test: sets up, then types, lint, unit and property tests, app tests. `--long` runs the
// property tests for longer. The last line is `N passed, N failed`. Plain Node >= 20.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../electron/find-browser.mjs';
import {
  ensureSetup,
  keepingCompiled,
  pinnedNode,
  root,
  runForPerson,
} from '../electron/setup.mjs';

const reports = join(root, 'node_modules', '.cache', 'reports');

await runForPerson(() => {
  ensureSetup();
  const environment = keepingCompiled();
  if (process.argv.includes('--long')) environment.DUYONG_LONG = '1';
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const parts = [types, lint, unit, app];
  const results = parts.map((part) => part(environment));
  console.log('');
  for (const { name, passed, failed } of results) {
    const counts = passed + failed > 0 ? `: ${passed} passed, ${failed} failed` : ': ok';
    console.log(`${failed === 0 ? '✓' : '✗'} ${name}${counts}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});

function types(environment) {
  const status = runTool('Types', 'typescript', 'tsc', ['-b'], environment);
  return { name: 'Types', passed: 0, failed: status === 0 ? 0 : 1 };
}

function lint(environment) {
  const status = runTool('Lint', '@biomejs/biome', 'biome', ['ci', '.'], environment);
  return { name: 'Lint', passed: 0, failed: status === 0 ? 0 : 1 };
}

function unit(environment) {
  const file = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--config', 'tests/vitest.config.ts', ...reporters];
  const status = runTool('Unit and property tests', 'vitest', 'vitest', args, environment);
  const report = readReport(file);
  const tests = (report?.testResults ?? []).flatMap((result) => result.assertionResults);
  const passed = tests.filter((result) => result.status === 'passed').length;
  // A file that does not load has no tests, yet it failed.
  const unloaded = (report?.testResults ?? []).filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  ).length;
  const failed = tests.filter((result) => result.status === 'failed').length + unloaded;
  return { name: 'Unit and property tests', passed, failed: atLeast(failed, status) };
}

function app(environment) {
  const name = 'App tests';
  const browser = ensureBrowser();
  if (!browser) return { name, passed: 0, failed: 1 };
  const file = join(reports, 'app.json');
  const args = ['test', '--config', 'tests/app/playwright.config.ts', '--reporter=list,json'];
  const status = runTool(name, '@playwright/test', 'playwright', args, {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    DUYONG_BROWSER: browser,
  });
  const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file)?.stats ?? {};
  return { name, passed: expected, failed: atLeast(unexpected + flaky, status) };
}

/** A tool that failed without a failed test still failed. */
function atLeast(failed, status) {
  return status === 0 ? failed : Math.max(failed, 1);
}

function runTool(title, packageName, command, args, environment) {
  console.log(`\n== ${title}`);
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const script = join(folder, typeof bin === 'string' ? bin : bin[command]);
  const options = { cwd: root, stdio: 'inherit', env: environment };
  return spawnSync(pinnedNode(), [script, ...args], options).status;
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** The browser of the app tests; on Debian and Ubuntu, as root, it is installed if need be. */
function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const canInstall =
    process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.log('\n正在安装 Chromium…… / Installing Chromium ...');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = { stdio: ['ignore', 'ignore', 'inherit'], env: environment };
    spawnSync('apt-get', ['-qq', 'update'], options);
    spawnSync('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'], options);
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.log(
    '\n界面测试需要 Chrome、Edge 或 Chromium，请先安装其中之一（Debian：sudo apt install chromium）。\n' +
      'The app tests need Chrome, Edge or Chromium; install one (Debian: sudo apt install chromium).',
  );
  return null;
}
