import { scaleOfSheet } from '../../shared/derive/underlay-place.ts';
import { type Picture, placeUnderlay } from '../../shared/edit/underlay.ts';
import { largestPictureFile, readPicture } from '../../shared/exchange/picture.ts';
import type { Plan, Point, StoreyId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { RequestFailure, request } from '../bridge-client.ts';
import { keepPicture } from './pictures.ts';
import type { EditorStore } from './store.ts';
import { boxAround } from './viewport.ts';

/** A picture to lie under a storey: its file's bytes, or a page that was drawn from a PDF. */
export interface BroughtPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** px an inch where the file itself does not say. */
  readonly resolution: number | null;
}

/** Paper at this many px an inch is assumed where nothing says. */
const usualResolution = 96;
/** mm that a picture of unknown scale spans at first. */
const usualSpan = 12_000;
/** What drawings of a building are plotted at, most often. */
const usualRatio = 100;

/** Stores the picture and lays it under the storey on the screen. Throws `RequestFailure`. */
export async function bringUnderlay(store: EditorStore, brought: BroughtPicture): Promise<void> {
  const { building, storey } = store.getState();
  const { facts, refused } = readPicture(brought.bytes);
  if (refused) throw new RequestFailure(refused, false);
  const image = await createImageBitmap(new Blob([brought.bytes])).catch(() => {
    throw new RequestFailure(
      text(
        `图片“${brought.name}”打不开，文件可能已损坏。请用看图软件另存后再导入。`,
        `The picture “${brought.name}” cannot be opened; it may be damaged. Save it anew in a picture viewer and bring it in again.`,
      ),
      false,
    );
  });
  const { asset } = await request('asset.add', { building, base64: base64Of(brought.bytes) });
  keepPicture(building, asset, image);
  const known = facts.resolution ?? brought.resolution;
  const picture: Picture = {
    asset,
    name: brought.name.slice(0, 200),
    width: image.width,
    height: image.height,
    resolution: known ?? usualResolution,
  };
  const state = store.getState();
  const place = firstPlace(state.history.plan, storey, picture, known);
  if (state.run(placeUnderlay({ storey, picture, ...place }))) {
    const underlayMode = 'calibrate';
    store.getState().set({
      storey,
      tool: 'underlay',
      toolOptions: { ...store.getState().toolOptions, underlayMode },
    });
  }
}

/** As a picture of the same size lies under another storey, else at 1:100, else 12 m wide. */
export function firstPlace(
  plan: Plan,
  storey: StoreyId,
  picture: Picture,
  resolution: number | null,
): { readonly origin: Point; readonly scale: number } {
  const alike = Object.values(plan.storeys).find(
    ({ underlay }) => underlay?.width === picture.width && underlay.height === picture.height,
  )?.underlay;
  if (alike) return { origin: alike.origin, scale: alike.scale };
  const scale = resolution
    ? scaleOfSheet(usualRatio, resolution)
    : usualSpan / Math.max(picture.width, picture.height);
  const drawn = boxAround(Object.values(plan.storeys[storey]?.joints ?? {}));
  const origin = drawn ? { x: drawn.min.x, y: drawn.max.y } : { x: 0, y: picture.height * scale };
  return { origin, scale };
}

/** A canvas as the bytes of a PNG, or of a JPEG where a PNG would be too large. */
export async function bytesOfCanvas(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  for (const type of ['image/png', 'image/jpeg']) {
    const blob = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, type, 0.85);
    });
    if (blob && (blob.size <= largestPictureFile || type === 'image/jpeg')) {
      return new Uint8Array(await blob.arrayBuffer());
    }
  }
  throw new RequestFailure(
    text(
      '图片太大，本机内存不足，无法转换。请降低分辨率后再导入。',
      'The picture is too large for the memory of this computer. Lower its resolution and bring it in again.',
    ),
    false,
  );
}

/** Letters that one call of `fromCharCode` takes. */
const chunk = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    letters += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return btoa(letters);
}
