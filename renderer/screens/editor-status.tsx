import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import type { ViewportHolder } from '../editor/viewport.ts';
import { useSay } from '../language/language.tsx';
import { selectionTitle } from '../panels/selection.tsx';
import type { Runner } from '../tools/runner.ts';
import { icons } from './editor-icons.tsx';

/** The line at the bottom: what the tool expects next, and the zoom. */
export function StatusLine(props: {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly viewport: ViewportHolder;
  onFit(): void;
  onZoom(direction: 'in' | 'out'): void;
  onHelp(): void;
}) {
  const { store, runner, viewport } = props;
  const say = useSay();
  useSyncExternalStore(runner.subscribe, runner.serial);
  useStore(store, (state) => state.tool);
  useStore(store, (state) => state.selection);
  return (
    <footer className="status-line">
      <span className="status-hint">{say(runner.hint())}</span>
      <Announcer store={store} />
      <span className="status-zoom">
        <button
          type="button"
          className="status-button"
          aria-label={say(text('缩小', 'Zoom out'))}
          onClick={() => props.onZoom('out')}
        >
          {icons['zoom-out']}
        </button>
        <ScaleWords viewport={viewport} />
        <button
          type="button"
          className="status-button"
          aria-label={say(text('放大', 'Zoom in'))}
          onClick={() => props.onZoom('in')}
        >
          {icons['zoom-in']}
        </button>
        <button
          type="button"
          className="status-button"
          title={`${say(text('显示全部', 'Fit'))} (F)`}
          aria-label={say(text('显示全部', 'Fit'))}
          onClick={props.onFit}
        >
          {icons.fit}
        </button>
        <button
          type="button"
          className="status-button"
          title={`${say(text('快捷键', 'Shortcuts'))} (?)`}
          aria-label={say(text('快捷键', 'Shortcuts'))}
          onClick={props.onHelp}
        >
          {icons.help}
        </button>
      </span>
    </footer>
  );
}

/** CSS px of an inch, over mm of an inch. */
const pixelsPerMillimetre = 96 / 25.4;

/** The scale as drawings say it, 1:50, written past React as it changes with every wheel step. */
function ScaleWords(props: { readonly viewport: ViewportHolder }) {
  const { viewport } = props;
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (): void => {
      const ratio = pixelsPerMillimetre / viewport.get().scale;
      const rounded = ratio >= 100 ? Math.round(ratio / 5) * 5 : Math.round(ratio);
      if (words.current) words.current.textContent = `1:${rounded}`;
    };
    write();
    return viewport.subscribe(write);
  }, [viewport]);
  return <span className="status-scale" ref={words} />;
}

/** Says what is selected to those who cannot see it. */
function Announcer(props: { readonly store: EditorStore }) {
  const { store } = props;
  const say = useSay();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      store.subscribe((now, was) => {
        if (now.selection !== was.selection || now.selectedRoom !== was.selectedRoom) {
          setWords(say(selectionTitle(now)));
        }
      }),
    [store, say],
  );
  return (
    <span className="unseen" role="status" aria-live="polite">
      {words}
    </span>
  );
}
