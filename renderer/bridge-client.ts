import { createStore } from 'zustand/vanilla';
import type { Answer, Arguments, Bridge, Reply, RequestName } from '../shared/bridge.ts';
import { type Text, text } from '../shared/text.ts';

/** The window's one way to its host: `window.duyong` in Electron, else the browser host over HTTP. */

declare global {
  interface Window {
    readonly duyong?: Bridge;
  }
}

/** Why a request brought no answer, in words that a person can act on. */
export class RequestFailure extends Error {
  readonly text: Text;
  /** The host did not answer at all; the same request may succeed later. */
  readonly lost: boolean;
  constructor(words: Text, lost: boolean) {
    super(words.en);
    this.name = 'RequestFailure';
    this.text = words;
    this.lost = lost;
  }
}

/** `expired`: the host answers but no longer knows this window. */
export type Connection = 'connected' | 'lost' | 'expired';
export const connection = createStore<{ state: Connection }>(() => ({ state: 'connected' }));

/**
 * The library that this window works on, as the host calls it: asked for with every request, so that
 * another one that is opened in another window changes nothing here. Loading the page keeps it.
 * `turn` counts how often one was opened here: one that was moved is called as before.
 */
const libraryKey = 'duyong.library';
const stored = typeof sessionStorage === 'undefined' ? null : sessionStorage;
export const windowLibrary = createStore<{ id: string | null; turn: number }>(() => ({
  id: stored?.getItem(libraryKey) ?? null,
  turn: 0,
}));
windowLibrary.subscribe(({ id }) => {
  if (id === null) stored?.removeItem(libraryKey);
  else stored?.setItem(libraryKey, id);
});

/** Another library is open: this window asks for it from now on. */
export const openedLibrary = (id: string): void =>
  windowLibrary.setState(({ turn }) => ({ id, turn: turn + 1 }));

/** Begins with the library of before, or with the one that the host opened last. */
export async function bindLibrary(): Promise<void> {
  const describe = async () => {
    const { library } = await request('host.describe', {});
    windowLibrary.setState({ id: library });
  };
  try {
    await describe();
  } catch (error) {
    if (windowLibrary.getState().id === null || !(error instanceof RequestFailure) || error.lost) {
      throw error;
    }
    // The host does not know it any more.
    windowLibrary.setState({ id: null });
    await describe();
  }
}

const lostText = text(
  '与本机程序的连接已断开。请确认程序仍在运行；未保存的修改保留在本窗口，恢复连接后自动保存。',
  'The connection to the program on this machine is lost. Check that it is running; unsaved work stays in this window and is saved when the connection is back.',
);
const expiredText = text(
  '程序已重新启动，本窗口不再有效。已保存的草稿在新窗口中仍可打开：请使用程序刚打开的窗口，或重新运行 npm start。',
  'The program was started again and no longer knows this window. Saved drafts open in the window it has just opened; or run npm start again.',
);

/** The message of any thrown thing; unexpected ones keep their own words for a report. */
export function failureText(error: unknown): Text {
  if (error instanceof RequestFailure) return error.text;
  const words = error instanceof Error ? error.message : String(error);
  return text(`操作未完成：${words}`, `That did not work: ${words}`);
}

/** Browsers let a request outlive its page up to 64 KiB. */
const outlivesPage = 60_000;

async function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const json = JSON.stringify(body);
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'same-origin',
    body: json,
    keepalive: signal === undefined && json.length * 3 < outlivesPage,
    ...(signal ? { signal } : {}),
  });
}

/** Exchanges the one-time code of the address for a cookie, and takes it out of the address. */
async function startSession(code: string): Promise<void> {
  const answer = await post('/session', { code });
  if (!answer.ok) connection.setState({ state: 'expired' });
}

function takeCode(): string {
  const code = window.location.hash.slice(1);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return code;
}

let code: string | null = null;
let session: Promise<void> | null = null;

/** One exchange for all the requests that wait for it; a lost one is tried again. */
function sessionStarted(): Promise<void> {
  code ??= takeCode();
  if (code === '') return Promise.resolve();
  session ??= startSession(code).catch((error: unknown) => {
    session = null;
    throw error;
  });
  return session;
}

async function overHttp<N extends RequestName>(
  name: N,
  argument: Arguments<N>,
  signal?: AbortSignal,
): Promise<Reply<N>> {
  await sessionStarted();
  const library = windowLibrary.getState().id;
  const answer = await post('/request', { name, arguments: argument, library }, signal);
  if (answer.status === 401 || answer.status === 403) {
    connection.setState({ state: 'expired' });
    throw new RequestFailure(expiredText, true);
  }
  return (await answer.json()) as Reply<N>;
}

/**
 * `signal` gives up a request that waits for long, and with it one of the few that a browser has under
 * way at a time.
 */
export async function request<N extends RequestName>(
  name: N,
  argument: Arguments<N>,
  signal?: AbortSignal,
): Promise<Answer<N>> {
  let reply: Reply<N>;
  try {
    reply = window.duyong
      ? await window.duyong.request(name, argument, windowLibrary.getState().id)
      : await overHttp(name, argument, signal);
  } catch (error) {
    if (error instanceof RequestFailure || signal?.aborted) throw error;
    connection.setState({ state: 'lost' });
    throw new RequestFailure(lostText, true);
  }
  connection.setState({ state: 'connected' });
  if (!reply.ok) throw new RequestFailure(reply.error, false);
  return reply.answer;
}

export const connectionTexts: Readonly<Record<Exclude<Connection, 'connected'>, Text>> = {
  lost: lostText,
  expired: expiredText,
};
