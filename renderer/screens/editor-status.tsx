import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type Text, text } from '../../shared/text.ts';
import { keyOf } from '../commands/registry.ts';
import { announcement } from '../editor/announce.ts';
import { type EditorState, type EditorStore, shownPlan } from '../editor/store.ts';
import type { ViewportHolder } from '../editor/viewport.ts';
import { useSay } from '../language/language.tsx';
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
  onFind(): void;
}) {
  const { store, runner, viewport } = props;
  const say = useSay();
  useSyncExternalStore(runner.subscribe, runner.serial);
  useStore(store, (state) => state.tool);
  useStore(store, (state) => state.selection);
  const isReading = useStore(store, (state) => state.reading !== null);
  const isByKeys = useStore(store, (state) => state.cursor !== null);
  const isEmpty = useStore(store, isEmptyStorey);
  const expected = isEmpty && store.getState().tool === 'select' ? emptyHint : runner.hint();
  const hint = isReading ? readingHint : isByKeys ? withKeys(expected) : expected;
  return (
    <footer className="status-line">
      <span className="status-hint" title={say(hint)}>
        {say(hint)}
      </span>
      <Announcer store={store} runner={runner} />
      <button type="button" className="status-find" onClick={props.onFind}>
        {say(text('查找命令', 'Find a command'))} <kbd>{keyOf('palette')}</kbd>
      </button>
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
          title={`${say(text('显示全部', 'Fit'))} (${keyOf('fit')})`}
          aria-label={say(text('显示全部', 'Fit'))}
          onClick={props.onFit}
        >
          {icons.fit}
        </button>
        <button
          type="button"
          className="status-button"
          title={`${say(text('快捷键', 'Shortcuts'))} (${keyOf('help')})`}
          aria-label={say(text('快捷键', 'Shortcuts'))}
          onClick={props.onHelp}
        >
          {icons.help}
        </button>
      </span>
    </footer>
  );
}

const readingHint = text(
  '正在查看的内容，只能看不能改；上方可返回草稿或恢复为草稿',
  'To look at only; above you can go back to the draft or restore the version',
);

/** Asked on every move of a drag: no table is listed. */
function isEmptyStorey(state: EditorState): boolean {
  for (const _ in shownPlan(state).storeys[state.storey]?.walls) return false;
  return true;
}

const emptyHint = text(
  '这一层还是空的：按 W 画墙，或按 Ctrl+K 查找命令',
  'This storey is empty: press W to draw walls, or Ctrl+K to find a command',
);

/** The keyboard's cursor has its own click, and places may be typed. */
const withKeys = ({ zh, en }: Text): Text =>
  text(`回车在光标处单击，G 输入坐标。${zh}`, `Enter clicks, G types a place. ${en}`);

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

/** Says what is selected, where the cursor is and what was done, to those who cannot see it. */
function Announcer(props: { readonly store: EditorStore; readonly runner: Runner }) {
  const { store, runner } = props;
  const say = useSay();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      store.subscribe((now, was) => {
        const said = announcement(now, was);
        if (said) setWords(say(said));
      }),
    [store, say],
  );
  useEffect(() => {
    let last: string | null = null;
    return runner.subscribe(() => {
      const result = runner.result();
      const said = result && say(result);
      if (said && said !== last) setWords(said);
      last = said;
    });
  }, [runner, say]);
  return (
    <span className="unseen" role="status" aria-live="polite">
      {words}
    </span>
  );
}
