import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, vi } from 'vitest';

/** Syncthing nodes on this machine's loopback that know nobody but each other, for one folder. */

export const hasSyncthing = (): boolean =>
  spawnSync('syncthing', ['--version'], { stdio: 'ignore' }).status === 0;

const key = 'test-only';

export interface SyncthingNode {
  /** Neither sends nor takes until `connect`. */
  disconnect(): Promise<void>;
  connect(): Promise<void>;
  stop(): Promise<void>;
}

interface Place {
  readonly home: string;
  readonly shared: string;
}
interface Identity extends Place {
  readonly device: string;
  readonly port: number;
  readonly apiPort: number;
}

/** Two nodes, each with a folder of its own that is the other's as well. */
export async function startNodes(places: readonly [Place, Place]): Promise<SyncthingNode[]> {
  const nodes: Identity[] = [];
  for (const place of places) {
    const device = identify(place.home);
    nodes.push({ ...place, device, port: await freePort(), apiPort: await freePort() });
  }
  return Promise.all(nodes.map((node) => start(node, nodes)));
}

/** Makes the node's keys; its id is what the others know it by. */
function identify(home: string): string {
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('syncthing', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`syncthing ${args.join(' ')}: ${stderr || stdout}`);
    return stdout.trim();
  };
  run('generate', `--home=${home}`, '--no-default-folder');
  return run('serve', `--home=${home}`, '--device-id');
}

async function start(node: Identity, all: readonly Identity[]): Promise<SyncthingNode> {
  // Without this mark in it, a folder counts as not mounted.
  mkdirSync(join(node.shared, '.stfolder'), { recursive: true });
  writeFileSync(join(node.home, 'config.xml'), configOf(node, all));
  const args = ['serve', `--home=${node.home}`, '--no-browser', '--no-restart', '--no-upgrade'];
  const child = spawn('syncthing', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  await answering(child, node);
  const others = all.filter(({ device }) => device !== node.device);
  const post = async (what: string): Promise<void> => {
    for (const { device } of others) await ask(node, `system/${what}?device=${device}`, 'POST');
  };
  return {
    disconnect: () => post('pause'),
    connect: () => post('resume'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Until the node's own address answers. */
const answering = (child: ChildProcess, node: Identity): Promise<void> =>
  vi.waitFor(
    async () => {
      if (child.exitCode !== null) throw new Error(`syncthing ended with ${child.exitCode}`);
      expect((await ask(node, 'system/ping', 'GET')).ok).toBe(true);
    },
    { timeout: 60_000, interval: 100 },
  );

const ask = ({ apiPort }: Identity, path: string, method: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${apiPort}/rest/${path}`, { method, headers: { 'X-API-Key': key } });

/** No discovery, no relays, no reports: nothing leaves the loopback. */
function configOf(node: Identity, all: readonly Identity[]): string {
  const addressOf = ({ port }: Identity): string => `tcp://127.0.0.1:${port}`;
  const devices = all.map(
    (each) => `<device id="${each.device}"><address>${addressOf(each)}</address></device>`,
  );
  const members = all.map(({ device }) => `<device id="${device}"/>`);
  const off = ['globalAnnounceEnabled', 'localAnnounceEnabled', 'relaysEnabled', 'natEnabled'].map(
    (option) => `<${option}>false</${option}>`,
  );
  return `<configuration version="35">
  <folder id="library" path="${node.shared}" type="sendreceive" rescanIntervalS="2"
    fsWatcherEnabled="true" fsWatcherDelayS="1">${members.join('')}</folder>
  ${devices.join('\n  ')}
  <gui enabled="true"><address>127.0.0.1:${node.apiPort}</address><apikey>${key}</apikey></gui>
  <options>
    <listenAddress>${addressOf(node)}</listenAddress>
    ${off.join('')}<startBrowser>false</startBrowser><urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled><reconnectionIntervalS>1</reconnectionIntervalS>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
  </options>
</configuration>
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
