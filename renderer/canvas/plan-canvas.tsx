import Konva from 'konva';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Stage } from 'react-konva';
import { useStore } from 'zustand';
import type { Point } from '../../shared/plan/model.ts';
import { fitStorey, fitted } from '../editor/fit-storey.ts';
import type { EditorStore } from '../editor/store.ts';
import { focusing, type Size, type ViewportHolder } from '../editor/viewport.ts';
import { fontsReady } from '../fonts.ts';
import { useLanguage } from '../language/language.tsx';
import type { Runner } from '../tools/runner.ts';
import { BeneathLayer } from './beneath-layer.tsx';
import { InteractionLayer, RoomsLayer, WallsLayer } from './plan-layers.tsx';
import { useCanvasLabel } from './use-canvas-label.ts';
import { usePointer } from './use-pointer.ts';

export interface PlanCanvasProps {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly viewport: ViewportHolder;
  /** Held Space: the pointer pans whatever the tool. */
  readonly spacePans: { readonly current: boolean };
  /** A menu is asked for at a place (px), or by a key: null. */
  onMenu(at: Point | null): void;
}

/** The plan on three canvases, with wheel, pan and the tool in hand. */
export function PlanCanvas(props: PlanCanvasProps) {
  const { store, runner, viewport } = props;
  const { language } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const size = useCanvasSize(container, viewport, store);
  const density = useDensity();
  const fontsIn = useFonts(store);
  const tool = useStore(store, (state) => state.tool);
  const label = useCanvasLabel(store);
  usePointer(container, props);
  useFocusRequests(store, viewport);

  useEffect(() => {
    // An application takes the keys itself, so it has to be reachable by Tab.
    if (container.current) container.current.tabIndex = 0;
  }, []);

  useEffect(() => {
    const publish = (): void => {
      const { scale, offsetX, offsetY } = viewport.get();
      runner.setPixel(1 / scale);
      container.current?.setAttribute('data-view', `${scale},${offsetX},${offsetY}`);
    };
    publish();
    return viewport.subscribe(publish);
  }, [viewport, runner]);

  return (
    <div
      ref={container}
      className="plan-canvas"
      // A drawing surface takes keys itself, which is what `application` tells a screen reader.
      role="application"
      aria-label={label}
      data-tool={tool}
      data-testid="plan-canvas"
    >
      {size.width > 0 && fontsIn ? (
        <Stage key={density} width={size.width} height={size.height} listening={false}>
          <RoomsLayer store={store} viewport={viewport} language={language} />
          <BeneathLayer store={store} viewport={viewport} language={language} />
          <WallsLayer store={store} viewport={viewport} runner={runner} language={language} />
          <InteractionLayer store={store} viewport={viewport} language={language} runner={runner} />
        </Stage>
      ) : null}
    </div>
  );
}

function useCanvasSize(
  container: RefObject<HTMLDivElement | null>,
  viewport: ViewportHolder,
  store: EditorStore,
): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      // A plan that fits goes on fitting; what somebody zoomed into stays as it is.
      const fits = viewport.size().width === 0 || fitted.get(viewport) === viewport.get();
      viewport.resize(next);
      if (fits) fitStorey(store, viewport);
      setSize(next);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [container, viewport, store]);
  return size;
}

/** Device pixels per CSS px; the canvases are made anew where it changes (another screen, zoom). */
function useDensity(): number {
  const [density, setDensity] = useState(() => {
    Konva.pixelRatio = window.devicePixelRatio;
    return window.devicePixelRatio;
  });
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${density}dppx)`);
    const change = (): void => {
      Konva.pixelRatio = window.devicePixelRatio;
      setDensity(window.devicePixelRatio);
    };
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, [density]);
  return density;
}

/** A canvas does not redraw when a font arrives: nothing is drawn before it is in. */
function useFonts(store: EditorStore): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const plan = store.getState().history.plan;
    const words = Object.values(plan.storeys).flatMap(({ rooms }) =>
      Object.values(rooms).map(({ name }) => name),
    );
    fontsReady(
      `0123456789 m² 合用公共未定归属卧室厨房卫生间走廊楼梯过道阳台储藏室 ${words.join('')}`,
    ).then(() => {
      if (isCurrent) setReady(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [store]);
  return ready;
}

function useFocusRequests(store: EditorStore, viewport: ViewportHolder): void {
  useEffect(
    () =>
      store.subscribe((now, was) => {
        const { focus } = now;
        if (!focus || focus.serial === was.focus?.serial) return;
        const size = viewport.size();
        if (!focus.at) fitStorey(store, viewport);
        else viewport.set(focusing(viewport.get(), size, focus.at, focus.box));
      }),
    [store, viewport],
  );
}
