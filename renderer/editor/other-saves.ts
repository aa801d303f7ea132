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

/** Everything that others may have written; what is this machine's own may differ. */
const factsIn = ({ schemes, ...building }: BuildingContent): string =>
  JSON.stringify([building, schemes.map(({ draft: _, figures: __, ...facts }) => facts)]);

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
      const shown = state.getState().content;
      const known = new Set(versionsOf(shown).map(({ id }) => id));
      // What others went on from has only arrived late: nobody need look at it.
      const passed = new Set(versionsOf(content).flatMap(({ parents }) => parents));
      const [news] = versionsOf(content).filter(({ id }) => !known.has(id) && !passed.has(id));
      if (news) state.setState({ content, news });
      else if (factsIn(content) !== factsIn(shown)) state.setState({ content });
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
