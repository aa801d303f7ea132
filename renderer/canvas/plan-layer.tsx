import type Konva from 'konva';
import { useEffect, useRef } from 'react';
import { Layer, Shape } from 'react-konva';
import type { ViewportHolder } from '../editor/viewport.ts';
import { attempt } from './attempt.ts';
import type { Pen } from './pen.ts';

/**
 * One canvas of the plan. A new `paint` redraws this layer and no other; a moved viewport redraws
 * it without React.
 */
export function PlanLayer(props: {
  readonly viewport: ViewportHolder;
  readonly paint: (pen: Pen) => void;
  /** How this canvas mixes with those below it. */
  readonly blend?: 'multiply';
}) {
  const { viewport, paint, blend } = props;
  const layer = useRef<Konva.Layer>(null);
  useEffect(
    () =>
      viewport.subscribe(() => {
        layer.current?.batchDraw();
      }),
    [viewport],
  );
  useEffect(() => {
    const canvas = layer.current?.getNativeCanvasElement();
    if (canvas) canvas.style.mixBlendMode = blend ?? 'normal';
  }, [blend]);
  return (
    <Layer ref={layer} listening={false}>
      <Shape
        listening={false}
        perfectDrawEnabled={false}
        sceneFunc={(context) => {
          const native = context._context;
          native.save();
          const pen = { context: native, view: viewport.get(), size: viewport.size() };
          attempt(
            () => paint(pen),
            () => undefined,
          );
          native.restore();
        }}
      />
    </Layer>
  );
}
