import type Konva from 'konva';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Layer, Shape } from 'react-konva';
import type { ViewportHolder } from '../editor/viewport.ts';
import { forgetPaint, paintWithFrame } from './frame.ts';
import { Repainter } from './repainter.ts';
import type { Source } from './source.ts';

/**
 * One canvas of the plan, redrawn with the next frame after its source or the viewport changed:
 * without React, and no other canvas with it.
 */
export function PlanLayer<S>(props: {
  readonly viewport: ViewportHolder;
  readonly source: Source<S>;
  /** How this canvas mixes with those below it. */
  readonly blend?: 'multiply';
}) {
  const { viewport, source, blend } = props;
  const layer = useRef<Konva.Layer>(null);
  const [repainter] = useState(() => new Repainter<S>());
  // Konva's shape stays as it is: what it draws is looked up here.
  const now = useRef(source);
  const rest = useRef(0);
  const [draw] = useState(() => (context: Konva.Context) => {
    const density = context.canvas.getPixelRatio();
    const [view, size] = [viewport.get(), viewport.size()];
    clearTimeout(rest.current);
    const wait = repainter.draw(context._context, now.current, view, size, density);
    if (wait === null) return;
    rest.current = window.setTimeout(() => layer.current?.drawScene(), wait);
  });
  useEffect(() => () => clearTimeout(rest.current), []);
  useLayoutEffect(() => {
    now.current = source;
    const paint = (): void => {
      layer.current?.drawScene();
    };
    const again = (): void => paintWithFrame(paint);
    again();
    const ends = [source.watch(again), viewport.subscribe(again), () => forgetPaint(paint)];
    return () => {
      for (const end of ends) end();
    };
  }, [source, viewport]);
  useEffect(() => {
    const canvas = layer.current?.getNativeCanvasElement();
    // A graphics card that was lost takes the pictures along.
    const again = (): void => {
      repainter.forget();
      layer.current?.batchDraw();
    };
    canvas?.addEventListener('contextrestored', again);
    return () => canvas?.removeEventListener('contextrestored', again);
  }, [repainter]);
  useEffect(() => {
    const canvas = layer.current?.getNativeCanvasElement();
    if (canvas) canvas.style.mixBlendMode = blend ?? 'normal';
  }, [blend]);
  return (
    <Layer ref={layer} listening={false} clearBeforeDraw={false}>
      <Shape listening={false} perfectDrawEnabled={false} sceneFunc={draw} />
    </Layer>
  );
}
