import type { StoreApi } from 'zustand/vanilla';
import type { BuildingContent } from '../../shared/bridge.ts';
import type { SchemeId } from '../../shared/plan/model.ts';
import type { SessionState } from './session.ts';

/** Learns of versions that other windows, or other people on the same library, have saved. */
export interface OtherSaves {
  /** Looks into the library; what cannot be looked into now is looked into next time. */
  look(): Promise<void>;
  /** A request of this window that saves a version: what it saves is no news. */
  whileSaving<R>(work: () => Promise<R>): Promise<R>;
}

export function otherSaves(options: {
  readonly scheme: SchemeId;
  readonly state: StoreApi<SessionState>;
  readonly open: () => Promise<BuildingContent>;
}): OtherSaves {
  const { scheme, state, open } = options;
  /** Goes up when a save begins and when it ends: an answer from before says nothing of it. */
  let saves = 0;
  let saving = 0;
  const versionsOf = (content: BuildingContent) =>
    content.schemes.find(({ id }) => id === scheme)?.versions ?? [];

  return {
    async look() {
      if (saving > 0) return;
      const before = saves;
      const content = await open().catch(() => null);
      if (!content || saves !== before) return;
      const known = new Set(versionsOf(state.getState().content).map(({ id }) => id));
      const [news] = versionsOf(content).filter(({ id }) => !known.has(id));
      if (news) state.setState({ content, news });
    },
    async whileSaving(work) {
      saves += 1;
      saving += 1;
      try {
        return await work();
      } finally {
        saves += 1;
        saving -= 1;
      }
    },
  };
}
