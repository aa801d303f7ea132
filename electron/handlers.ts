import type { Services } from './services.ts';

/** The window's address: its own scheme, so that it is neither a file nor a site. */
export const windowScheme = 'app';
export const windowHost = 'duyong';
export const windowUrl = `${windowScheme}://${windowHost}/index.html`;

/** The parts of Electron's frame and IPC that we look at. */
interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}
interface Ipc {
  handle(
    channel: string,
    listener: (event: { senderFrame: Frame | null }, ...values: unknown[]) => unknown,
  ): void;
}

/**
 * Whether an address is of our window. Scheme and host are compared, because the `origin` of a
 * scheme of our own is the text `null`, the same for all of them.
 */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  const plain = username === '' && password === '';
  return protocol === `${windowScheme}:` && host === windowHost && plain;
}

/** Serves the window's requests; what does not come from our own top frame is refused. */
export function handleRequests(ipc: Ipc, serve: Services['serve']): void {
  ipc.handle('duyong:request', (event, name, argument, library) => {
    const frame = event.senderFrame;
    if (!frame || frame.parent || !isOwnAddress(frame.url)) {
      return {
        ok: false,
        error: {
          zh: '请求不是来自本程序的窗口，已拒绝。',
          en: 'The request did not come from the window of this program and was refused.',
        },
      };
    }
    return serve(name, argument, library);
  });
}
