import { useEffect, useMemo, useRef, useState } from 'react';
import type { Side } from '../../shared/records/merge.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { Brought, MergeHeads, SurveyHeads } from '../editor/merge-foresight.ts';
import type { ForesightAsk, ForesightTold } from '../workers/merge-worker.ts';

/** What the rules say of a merge, as far as it is worked out. */
export interface Foresight {
  /** Found in the merged plan and in neither head; null while that is not known. */
  readonly gained: readonly Finding[] | null;
  /** By conflict; those that are missing are being worked out. */
  readonly brought: ReadonlyMap<string, Brought>;
  readonly isRunning: boolean;
  /** It could not be worked out, and will not be. */
  readonly failed: boolean;
}

/** ms for which what is worked out is gathered before it is shown: there may be hundreds of bits. */
const gathered = 250;

const nothing: Foresight = { gained: null, brought: new Map(), isRunning: true, failed: false };

/** Works out beside the window's thread what each choice brings, anew with every choice. */
export function useForesight(
  heads: MergeHeads | SurveyHeads,
  choices: ReadonlyMap<string, Side>,
): Foresight {
  const worker = useRef<Worker | null>(null);
  const turn = useRef(0);
  const [known, setKnown] = useState({ choices, heads, foresight: nothing });
  useEffect(() => {
    const made = new Worker(new URL('../workers/merge-worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.current = made;
    let waiting: readonly Told[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const show = (): void => {
      const told = waiting.filter((each) => each.turn === turn.current);
      if (timer !== null) clearTimeout(timer);
      [waiting, timer] = [[], null];
      if (told.length === 0) return;
      setKnown((now) => ({ ...now, foresight: told.reduce(withTold, now.foresight) }));
    };
    const gather = (told: Told): void => {
      waiting = [...waiting, told];
      if (told.kind === 'done') show();
      else timer ??= setTimeout(show, gathered);
    };
    const fail = (message: string): void => {
      console.error(message);
      setKnown((now) => ({
        ...now,
        foresight: { ...now.foresight, isRunning: false, failed: true },
      }));
    };
    made.addEventListener('message', ({ data }: MessageEvent<ForesightTold>) => {
      if (data.kind === 'failed') fail(data.message);
      else if (data.turn === turn.current) gather(data);
    });
    made.addEventListener('error', ({ message }) => fail(message));
    made.postMessage({ kind: 'heads', heads } satisfies ForesightAsk);
    return () => {
      worker.current = null;
      made.terminate();
      if (timer !== null) clearTimeout(timer);
    };
  }, [heads]);
  useEffect(() => {
    turn.current += 1;
    setKnown({ choices, heads, foresight: nothing });
    worker.current?.postMessage({
      kind: 'choices',
      turn: turn.current,
      choices: [...choices],
    } satisfies ForesightAsk);
  }, [heads, choices]);
  // What was worked out for an earlier choice is not shown for this one, not even for a moment.
  const isCurrent = known.choices === choices && known.heads === heads;
  return useMemo(() => (isCurrent ? known.foresight : nothing), [isCurrent, known]);
}

type Told = Exclude<ForesightTold, { readonly kind: 'failed' }>;

function withTold(now: Foresight, told: Told): Foresight {
  if (told.kind === 'done') return { ...now, isRunning: false };
  const { foreseen } = told;
  if (foreseen.kind === 'merged') return { ...now, gained: foreseen.gained };
  return { ...now, brought: new Map(now.brought).set(foreseen.id, foreseen.brought) };
}
