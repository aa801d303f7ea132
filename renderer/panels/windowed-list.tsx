import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So many rows are all there; of longer lists those in sight, with some around them. */
const few = 60;
const around = 8;

interface Row {
  readonly key: string;
  /** Of the list's element: `data-` and the like. */
  readonly attributes?: Readonly<Record<`data-${string}`, string | boolean>>;
  readonly content: ReactNode;
}

/**
 * A list whose rows are there where they can be seen; the space of the others stays. Heights are
 * taken from the rows that were shown, and guessed for the others.
 */
export function WindowedList(props: {
  readonly className: string;
  readonly keys: readonly string[];
  /** px, of a row that was not shown yet. */
  readonly guess: number;
  /** Told which rows are there, whenever others are. */
  readonly onShown?: (keys: readonly string[]) => void;
  row(index: number): Row;
}) {
  const { keys, guess, row, onShown } = props;
  const list = useRef<HTMLUListElement>(null);
  const [heights] = useState(() => new Map<string, number>());
  const [focused, setFocused] = useState<string | null>(null);
  const isLong = keys.length > few;
  const sight = useSight(list, { keys, heights, guess, isLong });
  useHeights(list, heights, isLong ? `${sight.from}-${sight.to} ${focused}` : null, keys);

  const shown = keys.flatMap((key, index) =>
    !isLong || (index >= sight.from && index < sight.to) || key === focused ? [index] : [],
  );
  useLayoutEffect(() => {
    const isShown = (key: string, index: number): boolean =>
      !isLong || (index >= sight.from && index < sight.to) || key === focused;
    onShown?.(keys.filter(isShown));
  }, [keys, isLong, sight, focused, onShown]);
  const gap = (from: number, to: number): ReactNode => {
    if (from === to) return null;
    let height = 0;
    for (let index = from; index < to; index++) height += heights.get(keys[index]!) ?? guess;
    return <li key={`gap-${from}`} aria-hidden="true" style={{ height }} />;
  };
  return (
    <ul
      ref={list}
      className={props.className}
      // A row that has the keys stays, however far it is scrolled.
      onFocus={(event) =>
        setFocused(event.target.closest<HTMLElement>('[data-row]')?.dataset.row ?? null)
      }
      onBlur={() => setFocused(null)}
    >
      {shown.flatMap((index, at) => {
        const { key, attributes, content } = row(index);
        const place = isLong ? { 'aria-setsize': keys.length, 'aria-posinset': index + 1 } : {};
        return [
          gap(at === 0 ? 0 : shown[at - 1]! + 1, index),
          <li key={key} data-row={key} {...place} {...attributes}>
            {content}
          </li>,
        ];
      })}
      {gap((shown.at(-1) ?? -1) + 1, keys.length)}
    </ul>
  );
}

interface Sight {
  readonly from: number;
  readonly to: number;
}

/** The rows between the edges of what the list scrolls in. */
function useSight(
  list: React.RefObject<HTMLUListElement | null>,
  rows: {
    readonly keys: readonly string[];
    readonly heights: ReadonlyMap<string, number>;
    readonly guess: number;
    readonly isLong: boolean;
  },
): Sight {
  const [sight, setSight] = useState<Sight>({ from: 0, to: 2 * around });
  const now = useRef(rows);
  useLayoutEffect(() => {
    now.current = rows;
  });
  const look = useCallback(() => {
    const element = list.current;
    const { keys, heights, guess } = now.current;
    if (!element) return;
    const top = -element.getBoundingClientRect().top;
    const bottom = top + window.innerHeight;
    let from = keys.length;
    let to = 0;
    let y = 0;
    keys.forEach((key, index) => {
      const height = heights.get(key) ?? guess;
      if (y + height >= top && y <= bottom) {
        from = Math.min(from, index);
        to = index + 1;
      }
      y += height;
    });
    const next = { from: Math.max(0, from - around), to: Math.min(keys.length, to + around) };
    setSight((last) => (last.from === next.from && last.to === next.to ? last : next));
  }, [list]);
  const { isLong } = rows;
  useLayoutEffect(() => {
    if (!isLong) return;
    look();
    const options = { capture: true, passive: true } as const;
    // Whatever it is that scrolls.
    document.addEventListener('scroll', look, options);
    window.addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, options);
      window.removeEventListener('resize', look);
    };
  }, [isLong, look]);
  return sight;
}

/** Notes how high the rows are that are shown. */
function useHeights(
  list: React.RefObject<HTMLUListElement | null>,
  heights: Map<string, number>,
  /** Other words for other rows; null where all are there anyway. */
  shown: string | null,
  keys: readonly string[],
): void {
  const [observer] = useState(
    () =>
      new ResizeObserver((entries) => {
        for (const { target, borderBoxSize } of entries) {
          const { row } = (target as HTMLElement).dataset;
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (row && height > 0) heights.set(row, height);
        }
      }),
  );
  const watched = useRef(new Set<Element>());
  useEffect(() => {
    if (shown === null || keys.length === 0) return;
    const rows = new Set<Element>(list.current?.querySelectorAll('[data-row]') ?? []);
    for (const element of watched.current) if (!rows.has(element)) observer.unobserve(element);
    for (const element of rows) if (!watched.current.has(element)) observer.observe(element);
    watched.current = rows;
  }, [list, observer, shown, keys]);
  useEffect(() => () => observer.disconnect(), [observer]);
}
