import { onPlan, underlayCorners } from '../../shared/derive/underlay-place.ts';
import type { Underlay } from '../../shared/plan/model.ts';
import type { Language } from '../../shared/text.ts';
import type { PictureState } from '../editor/pictures.ts';
import { ink, onScreen, type Pen, plate, traceRing } from './pen.ts';

/** The scan under a storey; a frame and a word where its picture is not to be had. */
export function paintUnderlay(
  pen: Pen,
  underlay: Underlay,
  picture: PictureState,
  language: Language,
): void {
  const { context, view } = pen;
  if (picture.state !== 'ready') {
    paintFrame(pen, underlay, picture.state === 'failed', language);
    return;
  }
  const { crop, width, height, rotation, scale, opacity } = underlay;
  const corner = onScreen(pen, underlay.origin);
  const left = crop.left;
  const top = crop.top;
  const wide = width - crop.left - crop.right;
  const high = height - crop.top - crop.bottom;
  context.save();
  context.globalAlpha = opacity;
  context.translate(corner.x, corner.y);
  // The screen's y runs down.
  context.rotate((-rotation * Math.PI) / 180);
  context.scale(scale * view.scale, scale * view.scale);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.image, left, top, wide, high, left, top, wide, high);
  context.restore();
}

function paintFrame(pen: Pen, underlay: Underlay, failed: boolean, language: Language): void {
  const { context } = pen;
  context.save();
  context.beginPath();
  traceRing(pen, underlayCorners(underlay));
  context.setLineDash([8, 5]);
  context.strokeStyle = failed ? ink.demolished : ink.faint;
  context.lineWidth = 1.5;
  context.stroke();
  context.restore();
  if (!failed) return;
  const words =
    language === 'zh'
      ? `底图文件缺失或损坏：${underlay.name}`
      : `Underlay missing or damaged: ${underlay.name}`;
  const middle = onPlan(underlay, { x: underlay.width / 2, y: underlay.height / 2 });
  plate(pen, words, onScreen(pen, middle), { colour: ink.demolished, border: ink.demolished });
}
