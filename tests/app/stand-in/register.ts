import { registerHooks } from 'node:module';

/** `node --import <this> dist/main.mjs`: the real main process, over the stand-in for Electron. */
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});
