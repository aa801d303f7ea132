import { useEffect, useState } from 'react';
import type { SchemeId } from '../../shared/plan/model.ts';
import type { PastVersion } from '../../shared/records/fork.ts';
import { type MergeBase, mergeBaseOf, versionsIn } from '../../shared/records/merge-base.ts';
import type { Text } from '../../shared/text.ts';
import { failureText } from '../bridge-client.ts';
import { useEditorRoom } from '../panels/session-context.ts';

/** What asking for it has come to; `base` is null where the heads have no common past. */
type Asked =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly failure: Text }
  | { readonly kind: 'there'; readonly base: MergeBase | null };
const waiting: Asked = { kind: 'waiting' };

/** What two heads are merged from, of the versions that both were last drawn from. */
export function useMergeBase(scheme: SchemeId, past: readonly PastVersion[]): Asked {
  const { session } = useEditorRoom();
  // The same past comes anew with every record that arrives.
  const key = JSON.stringify(past);
  const [asked, setAsked] = useState<{ readonly of: string; readonly answer: Asked }>({
    of: '',
    answer: waiting,
  });
  useEffect(() => {
    let isOver = false;
    const named = JSON.parse(key) as PastVersion[];
    const plans = versionsIn(named).map(
      async (version) => [version, await session.readVersion(scheme, version)] as const,
    );
    Promise.all(plans)
      .then((read): Asked => ({ kind: 'there', base: mergeBaseOf(named, new Map(read)) }))
      .catch((error: unknown): Asked => ({ kind: 'failed', failure: failureText(error) }))
      .then((answer) => {
        if (!isOver) setAsked({ of: key, answer });
      });
    return () => {
      isOver = true;
    };
  }, [session, scheme, key]);
  return asked.of === key ? asked.answer : waiting;
}
