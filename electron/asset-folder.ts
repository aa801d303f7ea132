import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type PictureFacts, readPicture } from '../shared/exchange/picture.ts';
import type { BuildingId, Plan } from '../shared/plan/model.ts';
import { assetNameSchema } from '../shared/plan/schema.ts';
import { codeOf, Explained } from './explained.ts';
import {
  assertFolderItself,
  isInPlaceOfFolder,
  NotRegular,
  notRegularWords,
  readRegular,
} from './regular-file.ts';
import { writeOnce } from './write-once.ts';

/** Pictures of a building, each stored once under the hash of its content. */

const folderOf = (library: string, building: BuildingId): string =>
  join(library, building, 'assets');

const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Adds the picture. Throws `Explained` for what is none, or too large. */
export async function addAsset(
  library: string,
  building: BuildingId,
  bytes: Uint8Array,
): Promise<PictureFacts & { readonly asset: string }> {
  const { facts, refused } = readPicture(bytes);
  if (refused) throw new Explained(refused);
  const asset = `${hashOf(bytes)}.${facts.type}`;
  await assertFolderItself(join(library, building), folderOf(library, building));
  await writeOnce(folderOf(library, building), asset, bytes);
  return { asset, ...facts };
}

/** The picture's bytes. Throws `Explained` where the file is missing or damaged. */
export async function readAsset(
  library: string,
  building: BuildingId,
  asset: string,
): Promise<Buffer> {
  let bytes: Buffer;
  try {
    if (await isInPlaceOfFolder(folderOf(library, building))) throw new NotRegular(asset);
    bytes = await readRegular(join(folderOf(library, building), asset));
  } catch (error) {
    if (error instanceof NotRegular) {
      throw new Explained({
        zh: `底图 assets/${asset} ${notRegularWords.zh}。其余内容照常打开。`,
        en: `The underlay assets/${asset} is ${notRegularWords.en}. The rest is open.`,
      });
    }
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new Explained({
      zh: `底图文件缺失：assets/${asset}。可能尚未同步，或已被移走；其余内容照常打开。请从备份中找回该文件，或重新导入。`,
      en: `The underlay's file is missing: assets/${asset}. It may not have arrived yet or was moved; the rest is open. Bring the file back from a backup, or bring the picture in again.`,
    });
  }
  if (asset.startsWith(`${hashOf(bytes)}.`)) return bytes;
  throw new Explained({
    zh: `底图文件已损坏或被改动：assets/${asset}。其余内容照常打开。请从备份中找回该文件，或把它移到别处后重新导入。`,
    en: `The underlay's file is damaged or was changed: assets/${asset}. The rest is open. Bring the file back from a backup, or move it elsewhere and bring the picture in again.`,
  });
}

/** Copies every sound asset of one building to another. */
export async function copyAssets(library: string, from: BuildingId, to: BuildingId): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folderOf(library, from));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return;
  }
  for (const name of names.sort()) {
    if (!assetNameSchema.safeParse(name).success) continue;
    const bytes = await readRegular(join(folderOf(library, from), name)).catch(noneOfOurs);
    if (bytes && name.startsWith(`${hashOf(bytes)}.`))
      await writeOnce(folderOf(library, to), name, bytes);
  }
}

const noneOfOurs = (error: unknown): null => {
  if (error instanceof NotRegular) return null;
  throw error;
};

/** The pictures that a plan's storeys lie on, each once. */
export const assetsOf = (plans: readonly Plan[]): string[] => [
  ...new Set(
    plans.flatMap((plan) =>
      Object.values(plan.storeys).flatMap(({ underlay }) => (underlay ? [underlay.asset] : [])),
    ),
  ),
];
