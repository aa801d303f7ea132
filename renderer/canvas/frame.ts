/** Canvases that wait to be painted, together, with one frame. */
const waiting = new Set<() => void>();
let asked = 0;
let isOpen = false;

/** Paints with the next frame; once, however often it is asked for. */
export function paintWithFrame(paint: () => void): void {
  waiting.add(paint);
  if (!isOpen && asked === 0) asked = requestAnimationFrame(paintAll);
}

/** What the work changes is painted as soon as it is done. */
export function paintedAtOnce(work: () => void): void {
  isOpen = true;
  try {
    work();
  } finally {
    isOpen = false;
    paintAll();
  }
}

function paintAll(): void {
  cancelAnimationFrame(asked);
  asked = 0;
  const paints = [...waiting];
  waiting.clear();
  for (const paint of paints) paint();
}

/** No longer waited for: its canvas is gone. */
export const forgetPaint = (paint: () => void): boolean => waiting.delete(paint);
