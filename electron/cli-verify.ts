import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { allCatalogues } from './catalogue.ts';
import { Unusable } from './explained.ts';
import { userDataFolder } from './places.ts';
import { isSound, type Verified, type VerifyState, verifyBundle, verifyLibrary } from './verify.ts';

/** `cli verify`: what it prints. Exit 0 where nothing is damaged, gone or out of its place, else 1; 2 without a building. */

const stateWords: Readonly<Record<VerifyState, string>> = {
  damaged: '损坏 damaged',
  unreadable: '读不出 unreadable',
  missing: '缺失 missing',
  misplaced: '错放 misplaced',
  'left-out': '未导出 left out',
  lost: '丢失 lost',
  unknown: '不认识 unknown',
};

/** Throws the system's error where there is no such file. */
export async function verify(path: string, json: boolean): Promise<number> {
  const isLibrary = statSync(path).isDirectory();
  const found = isLibrary
    ? await verifyLibrary(path, {
        catalogues: await allCatalogues(userDataFolder(), path),
        ...(process.stderr.isTTY ? { onProgress: showProgress() } : {}),
      })
    : await verifyBundle(readFileSync(path));
  // What is wrong with a file as a whole has no place within it.
  const findings = found.findings.map((one) => ({ ...one, at: one.at || path }));
  const verified: Verified = { ...found, findings };
  if (isLibrary && verified.buildings === 0 && isSound(verified)) {
    const none = `${path}: 这个文件夹里没有楼栋 / there is no building in this folder`;
    throw new Unusable([none, ...findingLines(verified)].join('\n'));
  }
  const lines = json ? [JSON.stringify(report(path, verified), null, 2)] : readable(verified);
  process.stdout.write(`${lines.join('\n')}\n`);
  return isSound(verified) ? 0 : 1;
}

const report = (path: string, verified: Verified) => ({
  path: resolve(path),
  sound: isSound(verified),
  ...verified,
});

const findingLines = ({ findings }: Verified): string[] =>
  findings.map(({ at, state, text }) => `${at}\t${stateWords[state]}\t${text.zh} / ${text.en}`);

function readable(verified: Verified): string[] {
  const { buildings, records, assets, bytes } = verified;
  const size = (bytes / 1_000_000).toFixed(1);
  return [
    ...findingLines(verified),
    `楼栋 buildings: ${buildings}, 记录 records: ${records}, 底图 pictures: ${assets}, ${size} MB`,
    isSound(verified)
      ? '没有损坏、缺失或错放 / nothing is damaged, missing or misplaced'
      : '有损坏、缺失或错放，见上 / something is damaged, missing or misplaced, see above',
  ];
}

const width = 30;

/** A bar on one line of the terminal, which it leaves as it was. */
function showProgress(): (done: number, of: number) => void {
  let shown = -1;
  return (done, of) => {
    const share = of === 0 ? 100 : Math.floor((100 * done) / of);
    if (share === shown) return;
    shown = share;
    const full = Math.round((width * share) / 100);
    const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)} ${share} % ${done}/${of}`;
    process.stderr.write(done === of ? '\r\x1b[K' : `\r${bar}`);
  };
}
