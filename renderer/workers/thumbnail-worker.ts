import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import { paintThumbnail, storeyLike } from '../canvas/paint-thumbnail.ts';
import type { Pen } from '../canvas/pen.ts';
import type { Size } from '../editor/viewport.ts';

/** Paints small pictures of versions beside the window's thread: one question, one answer. */

export interface ThumbnailAsk {
  readonly key: string;
  readonly plan: Plan;
  readonly storey: StoreyId;
  readonly level: number;
  readonly size: Size;
  readonly density: number;
}
/** The picture is null where the plan has no storey, or could not be painted. */
export interface Painted {
  readonly key: string;
  readonly picture: ImageBitmap | null;
}

self.addEventListener('message', ({ data }: MessageEvent<ThumbnailAsk>) => {
  let picture: ImageBitmap | null = null;
  try {
    picture = pictureOf(data);
  } catch (error) {
    console.error(error);
  }
  const painted: Painted = { key: data.key, picture };
  self.postMessage(painted, { transfer: picture ? [picture] : [] });
});

function pictureOf({ plan, size, density, ...seen }: ThumbnailAsk): ImageBitmap | null {
  const storey = storeyLike(plan, seen);
  if (!storey) return null;
  const sheet = () => {
    const canvas = new OffscreenCanvas(size.width * density, size.height * density);
    // It draws as a canvas of a page does.
    return { canvas, context: canvas.getContext('2d') as unknown as Pen['context'] };
  };
  const { canvas, context } = sheet();
  paintThumbnail(context, plan, storey, { size, density }, sheet);
  return canvas.transferToImageBitmap();
}
