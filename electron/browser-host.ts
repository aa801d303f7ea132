import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sessionOf, signedSession } from './browser-keys.ts';
import type { Services } from './services.ts';
import { readWindowFile, securityHeaders } from './window-files.ts';

/** The window's host where Electron cannot be had: a server for this machine only. */
export interface BrowserHost {
  /** Where to open the window; the code after `#` is good for one use and never sent in a URL. */
  address(): string;
  readonly origin: string;
  readonly port: number;
  /** Whoever knows it is answered with an address at `POST /window`: another start on this machine. */
  readonly secret: string;
  /** Whether a window has ever exchanged a code. */
  wasOpened(): boolean;
  close(): Promise<void>;
}

/** The bridge's largest request is an imported document of 64 million characters. */
const largestBody = 256 * 1024 * 1024;

export async function startBrowserHost(options: {
  readonly services: Services;
  readonly windowFolder: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Signs sessions: a window knows every host that signs with the same key on the same port. */
  readonly key: string;
}): Promise<BrowserHost> {
  const codes = new Set<string>();
  let opened = 0;
  const secret = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) send(response, 500, 'text/plain', 'Failed');
      else response.destroy();
    });
  });
  const port = await listen(server, options.port);
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies do not tell ports apart, so the name does.
  const cookieName = `duyong_session_${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A foreign name that was made to point at this machine shows in Host; another site's page
    // shows in Origin.
    if (request.headers.host !== host) return send(response, 403, 'text/plain', 'Wrong host');
    const { pathname } = new URL(request.url ?? '/', origin);
    if (request.method === 'GET') {
      const file = await readWindowFile(options.windowFolder, pathname);
      response.writeHead(file.status, file.headers).end(file.body);
      return;
    }
    if (request.method !== 'POST') return send(response, 405, 'text/plain', 'Not allowed');
    if (request.headers.origin !== origin) {
      return send(response, 403, 'text/plain', 'Wrong origin');
    }
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      return send(response, 415, 'text/plain', 'JSON only');
    }
    if (pathname === '/session') return startSession(request, response);
    if (pathname === '/window') return answerWindow(request, response);
    if (pathname !== '/request') return send(response, 404, 'text/plain', 'Not found');
    if (!hasSession(request)) return send(response, 401, 'text/plain', 'No session');
    const body = await readJson(request);
    if (!body) return send(response, 400, 'text/plain', 'Not JSON');
    const reply = await options.services.serve(body.name, body.arguments, body.library);
    send(response, 200, 'application/json', JSON.stringify(reply));
  }

  async function answerWindow(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = (await readJson(request))?.secret;
    if (typeof given !== 'string' || !same(secret, given)) {
      return send(response, 401, 'text/plain', 'Unknown secret');
    }
    send(
      response,
      200,
      'application/json',
      JSON.stringify({ address: address(), library: options.services.libraryPath() }),
    );
  }

  async function startSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const code = (await readJson(request))?.code;
    const known = typeof code === 'string' && [...codes].find((one) => same(one, code));
    if (!known) return send(response, 401, 'text/plain', 'Unknown or used code');
    codes.delete(known);
    const session = signedSession(options.key);
    opened += 1;
    response.setHeader('set-cookie', `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`);
    send(response, 200, 'application/json', '{}');
  }

  function hasSession(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    const given = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
    const value = given?.slice(cookieName.length + 1);
    return value !== undefined && same(sessionOf(options.key, value), value);
  }

  function address(): string {
    const code = randomBytes(24).toString('base64url');
    codes.add(code);
    return `${origin}/#${code}`;
  }

  return {
    origin,
    secret,
    port,
    wasOpened: () => opened > 0,
    address,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Takes the same time whatever the difference. */
function same(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response
    .writeHead(status, {
      ...securityHeaders,
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
    })
    .end(body);
}

/** The body as a JSON object; null where it is none or too large. */
async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBody) return null;
    parts.push(part);
  }
  try {
    const json: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    return typeof json === 'object' && json !== null ? { ...json } : null;
  } catch {
    return null;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
