import { useEffect, useState } from 'react';
import type { Size } from './stacks-scale.ts';

/** How large an element is drawn, in whole px; null before it is on the page. */
export function useDrawnSize<E extends Element>(): {
  readonly ref: (element: E | null) => void;
  readonly size: Size | null;
} {
  const [element, setElement] = useState<E | null>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!element) return;
    // Before the first paint, and without the motion of a dialog that opens.
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      const height = Math.floor(entry?.contentRect.height ?? 0);
      if (width === 0 || height === 0) return;
      setSize((was) => (was?.width === width && was.height === height ? was : { width, height }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return { ref: setElement, size };
}
