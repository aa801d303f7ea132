import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { NewId } from '../../shared/plan/model.ts';
import type { BlockAsk, BlockOffer } from '../../shared/propose/block/ask.ts';
import { blockFamily } from '../../shared/propose/block/family.ts';
import { inside, text } from '../../shared/text.ts';
import { searchesOf } from '../editor/proposal-search.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { householdStyles } from '../panels/household-colour.ts';
import { useProfile } from '../panels/use-profile.ts';
import { takeProposal } from '../tools/divide-tool.ts';
import type { Runner } from '../tools/runner.ts';
import { type BlockChoice, BlockFields, firstChoice } from './block-choice.tsx';
import { BlockOutcome } from './block-outcome.tsx';
import { blockCardWords } from './card-words.ts';
import { programmeOfAsk, programmeWords, useOwnProgramme, wantedOf } from './programme-fields.tsx';
import { ProposalDetails } from './proposal-details.tsx';
import { type Drawn, drawnOn, keyOf, ProposalGallery } from './proposal-gallery.tsx';
import { SearchFailed, SearchProgress, SearchStopped } from './search-progress.tsx';
import { useKeeping } from './use-keeping.ts';

/** Parts for all who share a kitchen and a WC, found while one watches. */
export function BlockSection(props: {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly room: string;
  readonly newId: NewId;
}) {
  const { store, runner, newId } = props;
  const say = useSay();
  const plan = useStore(store, (state) => state.history.plan);
  const storey = useStore(store, (state) => state.storey);
  const profile = useProfile(store);
  const search = searchesOf(store).block;
  const found = useStore(search.state);
  const [choice, setChoice] = useState(() => firstChoice(plan, storey, props.room));
  const [chosen, setChosen] = useState<Drawn | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isStale, setIsStale] = useState(false);
  const own = useOwnProgramme();
  const what = programmeWords(choice.programme);
  const look = (one: Drawn | null): void => store.getState().show(one?.command ?? null);
  // What was found is of the plan as it was: with that plan it comes back.
  useEffect(() => {
    const hadOffers = search.state.getState().offers.length > 0;
    const ask = search.recall(
      plan,
      (one) => one.storey === storey && one.rooms.includes(props.room) && one.profile === profile,
    );
    if (ask) setChoice(choiceOf(ask));
    else search.forget();
    setIsStale(!ask && hadOffers);
    setChosen(null);
    store.getState().show(null);
  }, [plan, storey, props.room, profile, search, store]);
  useEffect(
    () => () => {
      store.getState().show(null);
    },
    [store],
  );
  // Another programme of one's own is another question.
  useEffect(() => {
    const { ask } = search.state.getState();
    if (!ask || ask.programme === 'best' || typeof ask.programme === 'string') return;
    if (JSON.stringify(ask.programme) === JSON.stringify(own)) return;
    setChosen(null);
    store.getState().show(null);
    search.forget();
  }, [own, search, store]);
  const start = (next: BlockChoice): void => {
    setIsStale(false);
    setChoice(next);
    setChosen(null);
    look(null);
    const programme = wantedOf(next.programme, own);
    if (programme) search.start({ plan, storey, profile, ...next, programme });
  };
  const change = (next: BlockChoice): void => {
    setChoice(next);
    setChosen(null);
    look(null);
    search.forget();
  };
  const { offers } = found;
  const drawn = useMemo(
    () => offers.map((offer) => drawnOn(plan, offer, null, newId)),
    [offers, plan, newId],
  );
  // What was chosen stays as it was looked at, also where the search has found better since.
  const shown = drawn.find((one) => chosen && keyOf(one) === keyOf(chosen)) ?? chosen;
  const isKept = shown !== null && drawn.includes(shown);
  const cards = shown && !isKept ? [...drawn, shown] : drawn;
  const { keep, isKeeping } = useKeeping(store);
  const hasWhom = choice.rooms.length > 0 && choice.holders.length > 1;
  const isStopped = found.ask !== null && !found.isRunning && !found.answer && !found.failed;
  const isReady = hasWhom && wantedOf(choice.programme, own) !== null;
  const fields = (
    <BlockFields plan={plan} storey={storey} choice={choice} profile={profile} onChange={change} />
  );
  return (
    <>
      {found.ask ? (
        <details
          className="block-choice"
          open={isOpen}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary>
            {say(
              text(
                `${choice.holders.length} 户，公用房 ${choice.rooms.length} 间，${what.zh}：更改条件`,
                `${choice.holders.length} households, ${choice.rooms.length} shared rooms, ${inside(what.en)}: change`,
              ),
            )}
          </summary>
          {fields}
        </details>
      ) : (
        fields
      )}
      {found.isRunning ? (
        <SearchProgress
          share={found.step?.share ?? 0}
          words={stageWords[found.step?.stage ?? 'rooms']}
          onStop={() => search.cancel()}
        />
      ) : isStopped ? (
        <SearchStopped
          words={wholeSearch}
          share={found.step?.share ?? 0}
          hasFound={found.offers.length > 0}
          onAgain={() => start(choice)}
        />
      ) : (
        <div className="property-actions">
          <Button
            type={found.offers.length > 0 ? 'default' : 'primary'}
            disabled={!isReady}
            onClick={() => start(choice)}
          >
            {found.ask
              ? say(text('重新求方案', 'Find again'))
              : say(
                  text(
                    `为 ${choice.holders.length} 户求方案`,
                    `Find parts for ${choice.holders.length} households`,
                  ),
                )}
          </Button>
        </div>
      )}
      {hasWhom || found.ask ? null : (
        <p className="property-note">
          {say(
            text(
              '请选择公用房和两户以上的住户。',
              'Choose shared rooms and two households or more.',
            ),
          )}
        </p>
      )}
      {isStale ? (
        <p className="property-note" role="status">
          {say(
            text(
              '图面或审查标准已改动，先前的方案不再适用。请重新求方案。',
              'The plan or the profile of rules has changed, so what was found no longer fits. Find again.',
            ),
          )}
        </p>
      ) : null}
      {found.failed ? <SearchFailed /> : null}
      {found.answer ? <BlockOutcome answer={found.answer} choice={choice} onAllow={start} /> : null}
      {found.ask && !found.isRunning ? (
        <details className="block-family">
          <summary>{say(text('试过的范围', 'What was tried'))}</summary>
          <p>{say(blockFamily(found.ask))}</p>
        </details>
      ) : null}
      {cards.length > 0 ? (
        <div className="block-gallery">
          <ProposalGallery
            drawn={cards}
            shown={shown}
            styles={householdStyles(plan.households)}
            words={(offer) => blockCardWords(plan, offer)}
            onLook={look}
            onChoose={(one) => {
              setChosen(one);
              // What was chosen needs the room.
              setIsOpen(false);
            }}
          />
          {shown && !isKept ? (
            <p className="property-note" role="status">
              {say(
                text(
                  '已找到更好的方案；所选的仍保留在最后。',
                  'Better ones have been found; the one chosen is kept at the end.',
                ),
              )}
            </p>
          ) : null}
        </div>
      ) : null}
      {shown ? (
        <ProposalDetails
          plan={plan}
          drawn={shown.plan}
          offer={shown.offer}
          givers={'givers' in shown.offer ? (shown.offer as BlockOffer).givers : []}
          isKeeping={isKeeping}
          onApply={() => runner.update('divide', () => takeProposal(shown.command))}
          onKeep={() => keep(shown.plan, shown.offer, null)}
        />
      ) : null}
    </>
  );
}

const choiceOf = ({ rooms, holders, programme, ...allowed }: BlockAsk): BlockChoice => ({
  rooms,
  holders,
  programme: programmeOfAsk({ programme }),
  newStacks: allowed.newStacks ?? true,
  ownRooms: allowed.ownRooms ?? true,
  throughBearing: allowed.throughBearing ?? false,
});

const stageWords = {
  rooms: text('正在试公用房的分法…', 'Trying ways to divide the shared rooms…'),
  'own-rooms': text('正在试各户居室一角…', 'Trying corners of own rooms…'),
  better: text('正在移动隔墙，看是否更好…', 'Moving partitions, as long as that is better…'),
  finest: text('正在细化各户布置…', 'Furnishing every part at its best…'),
} as const;

/** What a stopped search tells its share of. */
const wholeSearch = text('整个搜索', 'the whole search');
