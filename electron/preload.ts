import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Reply, RequestName } from '../shared/bridge.ts';

/** The names of the bridge's requests, put in by the build so that the schemas stay out. */
declare const requestNames: readonly string[];

const bridge: Bridge = {
  async request<N extends RequestName>(
    name: N,
    argument: unknown,
    library?: string | null,
  ): Promise<Reply<N>> {
    if (!requestNames.includes(name)) {
      return {
        ok: false,
        error: { zh: `没有这个请求：${name}`, en: `There is no such request: ${name}` },
      };
    }
    return ipcRenderer.invoke('duyong:request', name, argument, library);
  },
};

contextBridge.exposeInMainWorld('duyong', bridge);
