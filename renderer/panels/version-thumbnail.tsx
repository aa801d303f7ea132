import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordId } from '../../shared/records/record.ts';
import type { Text } from '../../shared/text.ts';
import { request } from '../bridge-client.ts';
import { thumbnailSize, type Wanted, windowThumbnails } from '../editor/thumbnails.ts';
import { useSay } from '../language/language.tsx';
import { useInSight } from './in-sight.ts';
import { useEditorRoom } from './session-context.ts';

/** A version's plan of the storey on the screen, small; painted when it comes into sight. */
export function VersionThumbnail(props: { readonly version: RecordId; readonly label: Text }) {
  const { version } = props;
  const say = useSay();
  const { session } = useEditorRoom();
  const storey = useStore(session.store, (state) => state.storey);
  const level = useStore(
    session.store,
    (state) => (state.reading?.plan ?? state.history.plan).storeys[storey]?.level ?? 1,
  );
  const wanted = useMemo((): Wanted => ({ version, storey, level }), [version, storey, level]);
  const canvas = useRef<HTMLCanvasElement>(null);
  const inSight = useInSight(canvas);
  const [painted, setPainted] = useState<Wanted | null>(null);
  const { building, scheme } = session;
  useEffect(() => {
    const thumbnails = windowThumbnails();
    if (!inSight || painted === wanted) return;
    if (thumbnails.get(wanted) !== undefined) {
      setPainted(wanted);
      return;
    }
    // Not the session's: that keeps every plan that it read.
    const read = () => request('version.read', { building, scheme, version });
    return thumbnails.ask(
      wanted,
      () => read().then(({ plan }) => plan),
      () => setPainted(wanted),
    );
  }, [inSight, painted, wanted, building, scheme, version]);
  useEffect(() => {
    const element = canvas.current;
    const picture = painted && windowThumbnails().get(painted);
    if (!element || !picture) return;
    element.width = picture.width;
    element.height = picture.height;
    element.getContext('2d')?.drawImage(picture, 0, 0);
  }, [painted]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={say(props.label)}
      className="timeline-picture"
      style={thumbnailSize}
      data-painted={painted === wanted}
    />
  );
}
