import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { preview } from '../../shared/edit/history.ts';
import type { NewId, Plan } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import type { householdStyles } from '../panels/household-colour.ts';
import { type CardWords, offerKey } from './card-words.ts';
import { type Looked, proposalCommand, repeatedIds } from './proposal-command.ts';
import { ProposalThumbnail } from './thumbnail.tsx';

/** An offer with what it would make of the plan. */
export interface Drawn {
  readonly offer: Offer;
  readonly command: ReturnType<typeof proposalCommand>;
  readonly plan: Plan;
}

export function drawnOn(plan: Plan, offer: Offer, looked: Looked | null, newId: NewId): Drawn {
  const ids = repeatedIds(newId);
  const command = () => proposalCommand(offer.proposal, looked, ids());
  return { offer, command: command(), plan: preview(plan, command()) };
}

/** The proposals as drawings, the best first; pointed at, one shows on the plan. */
export function ProposalGallery(props: {
  readonly drawn: readonly Drawn[];
  readonly shown: Drawn | null;
  readonly styles: ReturnType<typeof householdStyles>;
  readonly words: (offer: Offer) => CardWords;
  onLook(one: Drawn | null): void;
  onChoose(one: Drawn): void;
}) {
  const { drawn, shown, styles, words, onLook, onChoose } = props;
  const say = useSay();
  const [pointed, setPointed] = useState<string | null>(null);
  const looked = drawn.find((one) => keyOf(one) === pointed) ?? shown;
  const show = useRef(onLook);
  show.current = onLook;
  // What is on the plan is always a card that is here: also when the cards under the pointer change.
  useEffect(() => show.current(looked), [looked]);
  const chosen = useRef<HTMLButtonElement>(null);
  const chosenKey = shown && keyOf(shown);
  // What is said of it takes room below: the card stays whole above that.
  useEffect(() => {
    if (chosenKey) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [chosenKey]);
  return (
    <ul className="proposal-gallery" aria-label={say(text('分隔方案', 'Proposals'))}>
      {drawn.map((one, index) => (
        <li key={keyOf(one)}>
          <button
            ref={one === shown ? chosen : null}
            type="button"
            className="proposal-card"
            aria-pressed={one === shown}
            onMouseMove={(event) => {
              if (isMoved(event)) setPointed(keyOf(one));
            }}
            onMouseLeave={() => setPointed(null)}
            onFocus={() => setPointed(keyOf(one))}
            onBlur={() => setPointed(null)}
            onClick={() => onChoose(one)}
          >
            <ProposalThumbnail
              plan={one.plan}
              proposal={one.offer.proposal}
              styles={styles}
              label={say(text(`方案 ${index + 1}`, `Proposal ${index + 1}`))}
            />
            <span className="proposal-title">
              {index + 1} · {say(words(one.offer).title)}
            </span>
            <CardSizes {...words(one.offer)} />
            <span className="proposal-rank">{say(one.offer.brief)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Cards that come and go under a pointer that rests are not pointed at. */
const isMoved = ({ movementX, movementY }: MouseEvent): boolean =>
  movementX !== 0 || movementY !== 0;

function CardSizes({ range, sizes }: CardWords) {
  const say = useSay();
  return (
    <>
      <span className="proposal-sizes">
        {sizes.map(({ door, area }) => (
          <span key={door}>
            <span>{door}</span> <b>{m2(area)}</b>
          </span>
        ))}
      </span>
      {range ? <span className="proposal-areas">{say(range)}</span> : null}
    </>
  );
}

export const keyOf = ({ offer }: Drawn): string => offerKey(offer);
