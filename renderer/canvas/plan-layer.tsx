import type Konva from 'konva';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Layer, Shape } from 'react-konva';
import type { ViewportHolder } from '../editor/viewport.ts';
import { type Painting, Repainter } from './repainter.ts';

/**
 * One canvas of the plan. A new scene redraws what of this layer it changes, and no other layer; a
 * moved viewport redraws it without React.
 */
export function PlanLayer<S>(
  props: Painting<S> & {
    readonly viewport: ViewportHolder;
    /** How this canvas mixes with those below it. */
    readonly blend?: 'multiply';
  },
) {
  const { viewport, scene, paint, damage, blend } = props;
  const layer = useRef<Konva.Layer>(null);
  const [repainter] = useState(() => new Repainter<S>());
  // Konva's shape stays as it is: what it draws is looked up here.
  const painting = useRef<Painting<S>>(props);
  useLayoutEffect(() => {
    painting.current = { scene, paint, damage };
    layer.current?.batchDraw();
  }, [scene, paint, damage]);
  const [draw] = useState(() => (context: Konva.Context) => {
    const native = context._context;
    const density = context.canvas.getPixelRatio();
    repainter.draw(native, painting.current, viewport.get(), viewport.size(), density);
  });
  useEffect(
    () =>
      viewport.subscribe(() => {
        layer.current?.batchDraw();
      }),
    [viewport],
  );
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
