import { createStore } from 'zustand/vanilla';
import type { BuildingId } from '../../shared/plan/model.ts';
import type { Text } from '../../shared/text.ts';
import { failureText, request } from '../bridge-client.ts';

/** The building's pictures as they are drawn: each is asked for once and kept while the window is. */

export type PictureState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly image: ImageBitmap }
  | { readonly state: 'failed'; readonly problem: Text };

export const pictures = createStore<Readonly<Record<string, PictureState>>>(() => ({}));

const keyOf = (building: BuildingId, asset: string): string => `${building}/${asset}`;
const loading: PictureState = { state: 'loading' };

/** What is known of the picture; it is asked for with the first call. */
export function pictureOf(building: BuildingId, asset: string): PictureState {
  const key = keyOf(building, asset);
  const known = pictures.getState()[key];
  if (known) return known;
  pictures.setState({ [key]: loading });
  void load(building, asset);
  return loading;
}

/** Asks again for one that failed: its file may have arrived meanwhile. */
export function retryPicture(building: BuildingId, asset: string): void {
  pictures.setState({ [keyOf(building, asset)]: loading });
  void load(building, asset);
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

/** One that is at hand already need not be asked for. */
export function keepPicture(building: BuildingId, asset: string, image: ImageBitmap): void {
  pictures.setState({ [keyOf(building, asset)]: { state: 'ready', image } });
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
