// node electron/run.mjs <file.ts> [arguments]: runs a TypeScript file with the pinned Node, after
// set-up. Prints nothing of its own on stdout; the exit code is the file's.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSetup, keepingCompiled, pinnedNode, root, runForPerson } from './setup.mjs';

/** Waits for a child that shares this terminal; passes signals on; answers its exit code. */
export function follow(child) {
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  // A shell that npm started us through dies of a signal without passing it on.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1000);
  watch.unref();
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runForPerson(() => {
    ensureSetup();
    const [file, ...rest] = process.argv.slice(2);
    const options = { stdio: 'inherit', env: keepingCompiled() };
    return follow(spawn(pinnedNode(), [resolve(root, file), ...rest], options));
  });
}
