import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { Text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';

/** The building's pictures as they are drawn: each is asked for once and kept while the window is. */

export type PictureState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly image: ImageBitmap }
  | { readonly state: 'failed'; readonly problem: Text };

const pictures = createStore<Readonly<Record<string, PictureState | undefined>>>(() => ({}));

const keyOf = (building: BuildingId, asset: string): string => `${building}/${asset}`;
const loading: PictureState = { state: 'loading' };

/** Pictures kept; a large scan takes some 300 MB. */
const mostKept = 3;
/** The keys of those that are ready, the one shown last at the end. */
const kept: string[] = [];

/** What is known of the picture; nothing without one. It is asked for when it is first shown. */
export function usePicture(building: BuildingId, asset: string | undefined): PictureState {
  const key = asset === undefined ? null : keyOf(building, asset);
  const known = useStore(pictures, (all) => (key === null ? undefined : all[key]));
  useEffect(() => {
    if (key === null || asset === undefined) return;
    if (!pictures.getState()[key]) retryPicture(building, asset);
    else touch(key);
  }, [key, building, asset]);
  return known ?? loading;
}

/** Asks for the picture, or again for one that failed: its file may have arrived meanwhile. */
export function retryPicture(building: BuildingId, asset: string): void {
  pictures.setState({ [keyOf(building, asset)]: loading });
  void load(building, asset);
}

function touch(key: string): void {
  const at = kept.indexOf(key);
  if (at >= 0) kept.push(...kept.splice(at, 1));
}

async function load(building: BuildingId, asset: string): Promise<void> {
  try {
    const { base64 } = await request('asset.read', { building, asset });
    const image = await createImageBitmap(new Blob([bytesOf(base64)]));
    keepPicture(building, asset, image);
  } catch (error) {
    const problem: Text =
      error instanceof DOMException
        ? {
            zh: `底图 assets/${asset} 无法显示，文件可能已损坏。请重新导入。`,
            en: `The underlay assets/${asset} cannot be shown; its file may be damaged. Bring it in again.`,
          }
        : failureText(error);
    pictures.setState({ [keyOf(building, asset)]: { state: 'failed', problem } });
  }
}

/** One that is at hand already need not be asked for. Those shown longest ago are let go. */
export function keepPicture(building: BuildingId, asset: string, image: ImageBitmap): void {
  const key = keyOf(building, asset);
  if (!kept.includes(key)) kept.push(key);
  touch(key);
  const all = { ...pictures.getState(), [key]: { state: 'ready', image } as const };
  for (const old of kept.splice(0, Math.max(0, kept.length - mostKept))) delete all[old];
  pictures.setState(all, true);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
