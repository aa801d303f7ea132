import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { missingIn } from '../../shared/records/survey.ts';
import type { EditorStore } from '../editor/store.ts';
import { keptOffers, type SurveyOffer, surveyOffers } from '../editor/survey-offers.ts';
import { isTaken } from '../editor/survey-taking.ts';
import { useEditorRoom } from './session-context.ts';

/** Corrections of the survey that the plan does not have. */
export interface OpenOffers {
  /** The scheme was not told of them. */
  readonly fresh: readonly SurveyOffer[];
  /** It kept its own, and may come back to them. */
  readonly kept: readonly SurveyOffer[];
  readonly isKnown: boolean;
}

const none: OpenOffers = { fresh: [], kept: [], isKnown: false };

export function useSurveyOffers(store: EditorStore): OpenOffers {
  const { session } = useEditorRoom();
  const schemes = useStore(session.state, (state) => state.content.schemes);
  const plan = useStore(store, (state) => state.history.plan);
  const taken = useStore(session.state, (state) => state.taken);
  const [found, setFound] = useState(none);
  useEffect(() => {
    let isOver = false;
    const scheme = schemes.find(({ id }) => id === session.scheme);
    if (!scheme) return;
    Promise.all([
      surveyOffers(scheme, schemes, session.readVersion),
      keptOffers(scheme, schemes, session.readVersion),
    ]).then(
      ([fresh, kept]) => isOver || setFound({ fresh, kept, isKnown: true }),
      // A version that cannot be read is named where it is opened.
      () => isOver || setFound({ ...none, isKnown: true }),
    );
    return () => {
      isOver = true;
    };
  }, [session, schemes]);
  return useMemo(() => {
    const open = (offers: readonly SurveyOffer[]): SurveyOffer[] =>
      offers
        .filter(({ version }) => !isTaken(taken, version, plan))
        .map((each) => ({ ...each, changes: missingIn(plan, each.changes) }))
        .filter(({ changes }) => changes.size > 0);
    return { ...found, fresh: open(found.fresh), kept: open(found.kept) };
  }, [found, plan, taken]);
}
