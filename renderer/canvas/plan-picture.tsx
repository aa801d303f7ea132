import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Point } from '../../shared/plan/model.ts';
import { type Box, fitBox, type Size } from '../editor/viewport.ts';
import { attempt } from './attempt.ts';
import type { Pen } from './pen.ts';

const margin = { side: 16, top: 16, bottom: 16 };
const nowhere: Box = { min: { x: 0, y: 0 }, max: { x: 10_000, y: 7000 } };

/** A plan to look at, not to work on: it fills its place, and shows the box whole. */
export function PlanPicture(props: {
  readonly box: Box | null;
  /** A new function paints anew. */
  readonly paint: (pen: Pen) => void;
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  /** What lies on it: told where a point of the plan is, px. */
  readonly children?: ((place: (point: Point) => Point, size: Size) => ReactNode) | undefined;
}) {
  const { box, paint, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const holder = canvas.current?.parentElement;
    if (!holder) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(holder);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0 || size.height === 0) return;
    const density = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * density);
    element.height = Math.round(size.height * density);
    context.setTransform(density, 0, 0, density, 0, 0);
    const sight = { min: { x: 0, y: 0 }, max: { x: size.width, y: size.height } };
    const pen = { context, view: fitBox(box ?? nowhere, size, margin), size, sight };
    attempt(
      () => paint(pen),
      () => undefined,
    );
  }, [box, paint, size]);
  const view = fitBox(box ?? nowhere, size, margin);
  const place = ({ x, y }: Point): Point => ({
    x: view.offsetX + x * view.scale,
    y: view.offsetY - y * view.scale,
  });
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className="plan-picture"
        style={{ width: size.width, height: size.height }}
      />
      {size.width > 0 ? props.children?.(place, size) : null}
    </>
  );
}
