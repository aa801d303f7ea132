import { useEffect, useRef, useState } from 'react';
import type { BuildingId, SchemeId } from '../../shared/plan/model.ts';
import { countedChanges } from '../../shared/records/counted-changes.ts';
import { elementChanges } from '../../shared/records/element-changes.ts';
import type { RecordId } from '../../shared/records/record.ts';
import { type Text, text } from '../../shared/text.ts';
import { request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { madeWords } from '../screens/merge-words.ts';
import { useInSight } from './in-sight.ts';
import { useEditorRoom } from './session-context.ts';

/** What is counted; versions never change, so that one is counted once. */
const known = new Map<string, Text>();
/** A few words each. */
const mostKnown = 5000;
/** One at a time, so that a long timeline leaves the window its time. */
let queue: Promise<unknown> = Promise.resolve();

/** How much a version changed since the one that it was drawn from; counted when it comes into sight. */
export function VersionChanges(props: {
  readonly version: RecordId;
  readonly since: { readonly id: RecordId; readonly called: Text };
}) {
  const { version, since } = props;
  const say = useSay();
  const { session } = useEditorRoom();
  const { building, scheme } = session;
  const line = useRef<HTMLDivElement>(null);
  const inSight = useInSight(line);
  const key = `${building} ${version} ${since.id}`;
  const [, setCounted] = useState('');
  const words = known.get(key);
  useEffect(() => {
    if (!inSight || known.has(key)) return;
    let isWanted = true;
    queue = queue.then(async () => {
      if (!isWanted) return;
      if (!known.has(key)) keep(key, await changesSince(building, scheme, version, since));
      if (isWanted) setCounted(key);
    });
    return () => {
      isWanted = false;
    };
  }, [inSight, key, building, scheme, version, since]);
  return (
    <div
      ref={line}
      className="quiet timeline-changes"
      data-testid="version-changes"
      title={words ? say(words) : undefined}
    >
      {words ? say(words) : say(text('正在比较…', 'Comparing…'))}
    </div>
  );
}

function keep(key: string, words: Text): void {
  known.set(key, words);
  if (known.size > mostKnown) known.delete(known.keys().next().value!);
}

async function changesSince(
  building: BuildingId,
  scheme: SchemeId,
  version: RecordId,
  since: { readonly id: RecordId; readonly called: Text },
): Promise<Text> {
  try {
    await new Promise<void>((idle) => requestIdleCallback(() => idle(), { timeout: 2000 }));
    // Not the session's reading: that keeps every plan that it read.
    const [after, before] = await Promise.all(
      [version, since.id].map((id) => request('version.read', { building, scheme, version: id })),
    );
    const changes = elementChanges(before!.plan, after!.plan);
    const counted = countedChanges(changes, before!.plan, after!.plan);
    return madeWords(counted, changes.length, { kind: 'one', called: since.called });
  } catch {
    // A version that cannot be read says so where it is opened.
    return text('改动无法统计', 'What changed cannot be counted');
  }
}
