import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { HouseholdId, NewId } from '../../shared/plan/model.ts';
import { leftOutWords } from '../../shared/propose/left-out.ts';
import type { Ask } from '../../shared/propose/propose.ts';
import { inside, text } from '../../shared/text.ts';
import { searchesOf } from '../editor/proposal-search.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { divisionKey, pairCardWords } from '../proposals/card-words.ts';
import { firstPair } from '../proposals/first-pair.ts';
import { Impossible } from '../proposals/impossible.tsx';
import { PairFields } from '../proposals/pair-fields.tsx';
import {
  type Programme,
  programmeOfAsk,
  useOwnProgramme,
  wantedOf,
} from '../proposals/programme-fields.tsx';
import { type Looked, lookedAt } from '../proposals/proposal-command.ts';
import { ProposalDetails } from '../proposals/proposal-details.tsx';
import { type Drawn, drawnOn, ProposalGallery } from '../proposals/proposal-gallery.tsx';
import { SearchFailed, SearchProgress, SearchStopped } from '../proposals/search-progress.tsx';
import { useKeeping } from '../proposals/use-keeping.ts';
import { takeProposal } from '../tools/divide-tool.ts';
import type { Division } from '../tools/division.ts';
import type { Runner } from '../tools/runner.ts';
import { householdStyles } from './household-colour.ts';
import { useProfile } from './use-profile.ts';

/** Ways to divide the room, found while one watches; each shows on the plan before it is taken. */
export function ProposalsSection(props: {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly division: Division;
  readonly newId: NewId;
  /** To the search for all who share rooms. */
  onMany(): void;
}) {
  const { store, runner, division } = props;
  const say = useSay();
  const plan = useStore(store, (state) => state.history.plan);
  const storey = useStore(store, (state) => state.storey);
  const profile = useProfile(store);
  const search = searchesOf(store).pair;
  const found = useStore(search.state);
  // The search that went on while another storey was looked at.
  const [before] = useState(() => {
    const { ask } = search.state.getState();
    const isHere = ask?.plan === plan && ask.storey === storey && ask.room === division.room;
    return isHere ? ask : null;
  });
  const [holders, setHolders] = useState<readonly (HouseholdId | null)[]>(
    () => before?.holders ?? firstPair(division),
  );
  const [programme, setProgramme] = useState<Programme>(programmeOfAsk(before));
  const own = useOwnProgramme();
  const wanted = wantedOf(programme, own);
  const [isOpen, setIsOpen] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const ask = useMemo((): Ask | null => {
    const [first, second] = holders;
    if (!first || !second || first === second || !wanted) return null;
    return {
      plan,
      storey,
      room: division.room,
      holders: [first, second],
      programme: wanted,
      profile,
    };
  }, [plan, storey, division.room, holders, wanted, profile]);
  useEffect(() => {
    setLooked(null);
    setChosen(null);
    store.getState().show(null);
    if (ask) search.resume(ask);
    else search.forget();
  }, [ask, search, store]);
  useEffect(() => () => store.getState().show(null), [store]);
  const left = ask && leftOutWords(ask);
  const offers = ask ? found.offers : [];
  const isStopped = found.ask !== null && !found.isRunning && !found.answer && !found.failed;
  const drawn = useMemo(
    () => offers.map((offer) => drawnOn(plan, offer, looked, props.newId)),
    [offers, plan, looked, props.newId],
  );
  const shown = drawn.find(({ offer }) => divisionKey(offer) === chosen) ?? null;
  const look = (one: Drawn | null): void => store.getState().show(one?.command ?? null);
  const { keep, isKeeping } = useKeeping(store);
  return (
    <>
      <PairFields
        plan={plan}
        holders={holders}
        programme={programme}
        profile={profile}
        isAnswered={drawn.length > 0}
        isOpen={isOpen}
        onOpen={setIsOpen}
        onHolders={setHolders}
        onProgramme={(next) => {
          setProgramme(next);
          // An own one is made here, one choice after the other.
          if (next === 'own') setIsOpen(true);
        }}
      />
      {ask || !wanted ? null : (
        <p className="property-note">
          {say(text('请选择两户，即开始求方案。', 'Choose two households to begin.'))}
        </p>
      )}
      {left ? (
        <p className="property-refusal" role="note">
          {say(left)}
        </p>
      ) : null}
      {found.isRunning ? (
        <SearchProgress
          share={found.step?.share ?? 0}
          words={stageWords[found.step?.stage ?? 'straight']}
          onStop={() => search.cancel()}
        />
      ) : null}
      {found.failed ? <SearchFailed /> : null}
      {isStopped ? (
        <SearchStopped
          words={doneWords[found.step?.stage ?? 'straight']}
          share={found.step?.share ?? 0}
          hasFound={offers.length > 0 || found.relaxations.length > 0}
          onAgain={() => search.start(found.ask!)}
        />
      ) : null}
      {looked ? (
        <p className="property-note">
          {say(
            text(
              `以下方案以放宽这一条件为前提：${looked.text.zh}。`,
              `These proposals rest on this change: ${inside(looked.text.en)}.`,
            ),
          )}{' '}
          <Button
            size="small"
            onClick={() => {
              setLooked(null);
              setChosen(null);
              look(null);
              if (ask) search.start(ask);
            }}
          >
            {say(text('返回', 'Back'))}
          </Button>
        </p>
      ) : null}
      {drawn.length > 0 ? (
        <ProposalGallery
          drawn={drawn}
          shown={shown}
          styles={householdStyles(plan.households)}
          words={(offer) => pairCardWords(plan, offer)}
          onLook={look}
          onChoose={(one) => {
            setChosen(divisionKey(one.offer));
            // What was chosen needs the room.
            setIsOpen(false);
            look(one);
          }}
        />
      ) : null}
      {shown ? (
        <ProposalDetails
          plan={plan}
          drawn={shown.plan}
          offer={shown.offer}
          also={looked && needsStack(looked) ? newStackWords : null}
          isKeeping={isKeeping}
          onApply={() => runner.update('divide', () => takeProposal(shown.command))}
          onKeep={() => keep(shown.plan, shown.offer, looked)}
        />
      ) : null}
      {ask && offers.length === 0 && (found.answer || found.step?.stage === 'relaxations') ? (
        <Impossible
          refusal={found.answer?.refusal ?? null}
          families={found.answer?.families ?? []}
          relaxations={found.relaxations}
          noWayIn={found.noWayIn}
          isWhole={found.answer !== null}
          onMany={left ? props.onMany : null}
          onLook={(relaxation) => {
            const next = lookedAt(
              ask.programme === 'best' ? { ...ask, programme: 'kitchenette' } : ask,
              relaxation,
              props.newId,
            );
            setLooked(next);
            setChosen(null);
            look(null);
            search.start(next.ask);
          }}
        />
      ) : null}
    </>
  );
}

const needsStack = ({ change }: Looked): boolean =>
  change.kind === 'stack' || change.kind === 'stack-and-wall';

/** It is drawn where the rules have least to say; whether it can run there is for the engineers. */
const newStackWords = text(
  '新增的污水立管已画在图上，上下层贯通，采用时一并画入；位置须由给排水设计确定。',
  'The new soil stack is drawn, through all storeys, and comes with the proposal in one step; the drainage design has to confirm its place.',
);

/** The same where it was stopped. */
const doneWords = {
  straight: text('试直隔墙', 'straight partitions'),
  corners: text('直隔墙已试完，试 L 形隔墙', 'after all straight partitions, L-shaped ones'),
  relaxations: text('隔墙已试完，找差在哪里', 'after all partitions, what stands in the way'),
} as const;

const stageWords = {
  straight: text('正在试直隔墙…', 'Trying straight partitions…'),
  corners: text('正在试 L 形隔墙…', 'Trying L-shaped partitions…'),
  relaxations: text('正在找差在哪里…', 'Finding what stands in the way…'),
} as const;
