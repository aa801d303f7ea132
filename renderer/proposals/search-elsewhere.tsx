import { Button } from 'antd';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { StoreyId } from '../../shared/plan/model.ts';
import { roomUseWords } from '../../shared/plan/words.ts';
import { text } from '../../shared/text.ts';
import { searchesOf } from '../editor/proposal-search.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { SearchProgress } from './search-progress.tsx';

/** Searches end with the panel of proposals, not with a look at another storey. */
export function useSearchesEnd(store: EditorStore, proposes: boolean): void {
  useEffect(() => {
    if (!proposes) return;
    return () => {
      const { pair, block } = searchesOf(store);
      pair.forget();
      block.forget();
    };
  }, [store, proposes]);
}

/** What goes on for a room of another storey, and the way back to it. */
export function SearchElsewhere(props: {
  readonly store: EditorStore;
  readonly storey: StoreyId;
  readonly room: string;
}) {
  const { store, storey, room } = props;
  const say = useSay();
  const plan = useStore(store, (state) => state.history.plan);
  const { pair, block } = searchesOf(store);
  const ofPair = useStore(pair.state);
  const ofBlock = useStore(block.state);
  const [search, found] = ofBlock.ask ? [block, ofBlock] : [pair, ofPair];
  const facts = plan.storeys[storey];
  if (!facts) return null;
  const derived = storeyRooms(storey, facts, 'after').byId.get(room);
  const use = roomUseWords[derived?.use ?? 'other'];
  const name = derived?.name ? text(derived.name, derived.name) : use;
  const count = found.offers.length;
  return (
    <>
      <p className="property-note" role="status">
        {say(
          found.isRunning
            ? text(
                `正在为${facts.name}的“${name.zh}”求方案，已找到 ${count} 个；看别的楼层不影响。`,
                `Proposals are being found for “${name.en}” on ${facts.name}, ${count} so far; looking at other storeys stops nothing.`,
              )
            : text(
                `${facts.name}的“${name.zh}”已找到 ${count} 个方案。`,
                `${count} proposals were found for “${name.en}” on ${facts.name}.`,
              ),
        )}
      </p>
      {found.isRunning ? (
        <SearchProgress
          share={found.step?.share ?? 0}
          words={text('求方案', 'Finding proposals')}
          onStop={() => search.cancel()}
        />
      ) : null}
      <div className="property-actions">
        <Button type="primary" onClick={() => store.getState().set({ storey })}>
          {say(text(`回到${facts.name}`, `Back to ${facts.name}`))}
        </Button>
      </div>
      <p className="property-note">
        {say(
          text(
            '单击本层的房间，则改为分隔那一间。',
            'Click a room of this storey to divide that one.',
          ),
        )}
      </p>
    </>
  );
}
