import { useEffect } from 'react';
import { request } from '../bridge-client.ts';
import { rememberedSnap, snapToRemember } from '../editor/snap-options.ts';
import type { EditorStore } from '../editor/store.ts';

/** What the pointer is drawn to is this machine's, and the same the next time. */
export function useRememberedSnap(store: EditorStore): void {
  useEffect(() => {
    let isOpen = true;
    let release = (): void => undefined;
    const remember = (): void => {
      if (!isOpen) return;
      release = store.subscribe((now, was) => {
        if (now.snap === was.snap) return;
        request('settings.write', { snap: snapToRemember(now.snap) }).catch(() => undefined);
      });
    };
    request('settings.read', {}).then(
      ({ snap }) => {
        if (isOpen && snap) store.getState().set({ snap: rememberedSnap(snap) });
        remember();
      },
      () => remember(),
    );
    return () => {
      isOpen = false;
      release();
    };
  }, [store]);
}
