/**
 * The scripts that Chromium runs before a page's own: the preload in its isolated world, and in
 * the page's world the proxies of what it exposes. The worlds share nothing but the DOM, so calls
 * cross as events with JSON. Main frame only, as Electron does without nodeIntegrationInSubFrames.
 */

export const worldName = 'preload';
/** The one way from the isolated world to this process; the page's world does not have it. */
export const bindingName = 'standInInvoke';

export const preloadWorld = (preload: string): string => `(() => {
  if (window !== window.top) return;
  const invokeHost = globalThis.${bindingName};
  const pending = new Map();
  let serial = 0;
  globalThis.standInSettle = (id, ok, json) => {
    const { resolve, reject } = pending.get(id);
    pending.delete(id);
    const value = json === null ? undefined : JSON.parse(json);
    if (ok) resolve(value); else reject(new Error(value));
  };
  const strict = (name, object) => new Proxy(object, {
    get(target, property) {
      if (property in target) return target[property];
      throw new Error('The stand-in for Electron has no ' + name + '.' + String(property));
    },
  });
  const ipcRenderer = strict('ipcRenderer', {
    invoke(channel, ...values) {
      serial += 1;
      const id = serial;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        invokeHost(JSON.stringify({ id, channel, values }));
      });
    },
  });
  const exposed = new Map();
  const tell = (event, detail) =>
    window.dispatchEvent(new CustomEvent(event, { detail: JSON.stringify(detail) }));
  const announce = () => {
    for (const [name, api] of exposed) {
      tell('stand-in-expose', { name, functions: Object.keys(api) });
    }
  };
  window.addEventListener('stand-in-ready', announce);
  window.addEventListener('stand-in-call', async (event) => {
    const { id, name, method, values } = JSON.parse(event.detail);
    try {
      tell('stand-in-return', { id, ok: true, value: await exposed.get(name)[method](...values) });
    } catch (error) {
      tell('stand-in-return', { id, ok: false, value: String(error) });
    }
  });
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld(name, api) {
      for (const [key, value] of Object.entries(api)) {
        if (typeof value !== 'function') throw new Error('Only functions are exposed: ' + key);
      }
      exposed.set(name, api);
      announce();
    },
  });
  const require = (name) => {
    if (name === 'electron') return strict('electron', { contextBridge, ipcRenderer });
    throw new Error('A sandboxed preload cannot require ' + name);
  };
  const module = { exports: {} };
  ((require, module, exports) => {
${preload}
  })(require, module, module.exports);
})();`;

export const pageWorld = `(() => {
  if (window !== window.top) return;
  const pending = new Map();
  let serial = 0;
  const { parse, stringify } = JSON;
  window.addEventListener('stand-in-return', (event) => {
    const { id, ok, value } = parse(event.detail);
    const { resolve, reject } = pending.get(id);
    pending.delete(id);
    if (ok) resolve(value); else reject(new Error(value));
  });
  window.addEventListener('stand-in-expose', (event) => {
    const { name, functions } = parse(event.detail);
    if (Object.hasOwn(window, name)) return;
    const call = (method) => (...values) => {
      serial += 1;
      const id = serial;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        const detail = stringify({ id, name, method, values });
        window.dispatchEvent(new CustomEvent('stand-in-call', { detail }));
      });
    };
    const api = Object.fromEntries(functions.map((method) => [method, call(method)]));
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
  });
  window.dispatchEvent(new CustomEvent('stand-in-ready'));
})();`;
