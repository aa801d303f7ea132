import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Shelf } from './library-shelf.tsx';

/** How somebody looks at the library: it is the same again after a building was opened. */
export interface LibraryView {
  readonly search: string;
  readonly shelf: Shelf;
  /** Whether archived buildings are shown. */
  readonly archived: boolean;
  /** From 1. */
  readonly page: number;
  readonly sort: { readonly column: string; readonly order: 'ascend' | 'descend' } | null;
}

export const wholeLibrary: LibraryView = {
  search: '',
  shelf: 'all',
  archived: false,
  page: 1,
  sort: null,
};

/** With other buildings in the list it begins with its first page. */
export const withView = (view: LibraryView, part: Partial<LibraryView>): LibraryView => ({
  ...view,
  page: 1,
  ...part,
});

/** Keeps how far the list is scrolled, in px, and goes back there once it is on the screen. */
export function useScrollKept(kept: RefObject<number>, isListed: boolean) {
  const box = useRef<HTMLElement>(null);
  const back = useRef(kept.current);
  useLayoutEffect(() => {
    if (!isListed || !box.current) return;
    box.current.scrollTop = back.current;
    back.current = 0;
  }, [isListed]);
  return {
    ref: box,
    onScroll: () => {
      if (isListed) kept.current = box.current?.scrollTop ?? 0;
    },
    toTop: () => {
      if (box.current) box.current.scrollTop = 0;
    },
  };
}
