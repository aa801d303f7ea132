import { useEffect, useRef, useState } from 'react';
import { preview } from '../../shared/edit/history.ts';
import type { NewId, Plan } from '../../shared/plan/model.ts';
import type { Offer } from '../../shared/propose/offer.ts';
import { programmeName } from '../../shared/propose/programme.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { m2 } from '../language/say.ts';
import type { householdStyles } from '../panels/household-colour.ts';
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

/** What a card says of an offer, beside its rank. */
export interface CardWords {
  readonly title: Text;
  readonly areas: Text;
  /** Each household's part, mm2, where there are too many for one line. */
  readonly sizes?: readonly { readonly door: string; readonly area: number }[];
}

/** The proposals as drawings, the best first; pointed at, one shows on the plan. */
export function ProposalGallery(props: {
  readonly drawn: readonly Drawn[];
  readonly shown: Drawn | null;
  readonly styles: ReturnType<typeof householdStyles>;
  /** What a card says, where it is not the programme and the areas of two parts. */
  readonly words?: (offer: Offer) => CardWords;
  onLook(one: Drawn | null): void;
  onChoose(one: Drawn): void;
}) {
  const { drawn, shown, styles, words = pairWords, onLook, onChoose } = props;
  const say = useSay();
  const [pointed, setPointed] = useState<string | null>(null);
  const looked = drawn.find((one) => keyOf(one) === pointed) ?? shown;
  const show = useRef(onLook);
  show.current = onLook;
  // What is on the plan is always a card that is here: also when the cards under the pointer change.
  useEffect(() => show.current(looked), [looked]);
  return (
    <ul className="proposal-gallery" aria-label={say(text('分隔方案', 'Proposals'))}>
      {drawn.map((one, index) => (
        <li key={keyOf(one)}>
          <button
            type="button"
            className="proposal-card"
            aria-pressed={one === shown}
            onMouseEnter={() => setPointed(keyOf(one))}
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

function CardSizes({ areas, sizes = [] }: CardWords) {
  const say = useSay();
  return (
    <>
      {sizes.length > 0 ? (
        <span className="proposal-sizes">
          {sizes.map(({ door, area }) => (
            <span key={door}>
              <span>{door}</span> <b>{m2(area)}</b>
            </span>
          ))}
        </span>
      ) : null}
      <span className="proposal-areas">{say(areas)}</span>
    </>
  );
}

function pairWords({ programme, parts }: Offer): CardWords {
  const areas = parts.map(({ area }) => m2(area)).join(' + ');
  return { title: programmeName(programme), areas: text(areas, areas) };
}

/** Of one kind there may be two, of which the chosen one was found before. */
export const keyOf = ({ offer: { proposal } }: Drawn): string =>
  `${proposal.signature} ${JSON.stringify(proposal.score)}`;
