import { Segmented } from 'antd';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { NewId } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { searchesOf } from '../editor/proposal-search.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { ProposalsSection } from '../panels/selection-proposals.tsx';
import type { Division } from '../tools/division.ts';
import type { Runner } from '../tools/runner.ts';
import { firstChoice } from './block-choice.tsx';
import { BlockSection } from './block-section.tsx';

/** Proposals for two households in one room, or for all who share a kitchen and a WC. */
export function ProposalsPanel(props: {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly division: Division;
  readonly newId: NewId;
}) {
  const { store, runner, division, newId } = props;
  const say = useSay();
  const searches = searchesOf(store);
  const [isBlock, setIsBlock] = useState(() => {
    const { history, storey } = store.getState();
    const ask = searches.block.state.getState().ask;
    if (ask?.storey === storey && ask.rooms.includes(division.room)) return true;
    if (searches.pair.state.getState().ask?.room === division.room) return false;
    return firstChoice(history.plan, storey, division.room).holders.length > 2;
  });
  const storey = useStore(store, (state) => state.storey);
  const choose = (next: 'pair' | 'block'): void => {
    searches[isBlock ? 'block' : 'pair'].forget();
    setIsBlock(next === 'block');
  };
  return (
    <>
      <Segmented<'pair' | 'block'>
        block
        aria-label={say(text('为几户求方案', 'For how many'))}
        value={isBlock ? 'block' : 'pair'}
        options={[
          { value: 'pair', label: say(text('两户分一间', 'Two, one room')) },
          { value: 'block', label: say(text('多户同分', 'Many households')) },
        ]}
        onChange={choose}
        className="divide-way"
      />
      {isBlock ? (
        <BlockSection
          key={storey}
          store={store}
          runner={runner}
          room={division.room}
          newId={newId}
        />
      ) : (
        <ProposalsSection
          store={store}
          runner={runner}
          division={division}
          newId={newId}
          onMany={() => choose('block')}
        />
      )}
    </>
  );
}
