import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The window's files, as both hosts serve them: from one folder, under one strict policy. */

/** Styles are injected by the component library; scripts come from our files only. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface WindowFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The file at an address' path. 404 for whatever is not a file of a known type in the folder. */
export async function readWindowFile(folder: string, path: string): Promise<WindowFile> {
  const missing: WindowFile = {
    status: 404,
    headers: { ...securityHeaders, 'content-type': 'text/plain; charset=utf-8' },
    body: new TextEncoder().encode('Not found'),
  };
  let file: string;
  try {
    const name = decodeURIComponent(path === '/' ? '/index.html' : path);
    if (name.includes('\0') || name.includes('\\')) return missing;
    // Links are followed before the comparison, so that none leads out of the folder.
    file = await realpath(join(folder, name));
    if (!file.startsWith((await realpath(folder)) + sep)) return missing;
  } catch {
    return missing;
  }
  const type = types[extname(file)];
  if (!type) return missing;
  try {
    const body = new Uint8Array(await readFile(file));
    // Built files carry a hash in their names; the page itself does not.
    const caching = type.startsWith('text/html') ? 'no-store' : 'max-age=31536000, immutable';
    const headers = { ...securityHeaders, 'content-type': type, 'cache-control': caching };
    return { status: 200, headers, body };
  } catch {
    return missing;
  }
}
