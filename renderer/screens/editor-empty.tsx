import { Button } from 'antd';
import { useStore } from 'zustand';
import type { Storey } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { hasNoWalls } from '../editor/empty-storey.ts';
import { type EditorState, type EditorStore, shownPlan } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { usePictureIntake } from '../panels/picture-intake.tsx';

/** What an empty storey says: how to begin. It goes as soon as the first wall is being drawn. */
export function EmptyStorey(props: {
  readonly store: EditorStore;
  readonly onDraw: () => void;
  readonly onTrace: () => void;
}) {
  const { store } = props;
  const say = useSay();
  const { choose } = usePictureIntake();
  const storey = useStore(store, emptyStorey);
  const reading = useStore(store, (state) => state.reading !== null);
  if (!storey) return null;
  return (
    <section className="empty-storey">
      <h2>{say(text(`${storey.name}还没有内容`, `Nothing is drawn on ${storey.name} yet`))}</h2>
      <ol>
        <li>
          {say(
            text(
              '选“现状测绘”，按 W 画墙：单击起点，移动方向，输入长度后回车；单击起点闭合。',
              'Choose Survey and press W for walls: click, point the way, type a length, Enter; click the start to close.',
            ),
          )}
        </li>
        <li>
          {say(
            text(
              '按 D 放门，N 放窗，X 放设施；按 T 给房间定用途和归属。',
              'D places doors, N windows, X fixtures; T gives a room its use and its household.',
            ),
          )}
        </li>
        <li>
          {say(
            text(
              '改选“改造方案”，按 C 分隔合用的厨房、卫生间。',
              'Change to Proposal and press C to divide the shared kitchen or bathroom.',
            ),
          )}
        </li>
      </ol>
      <Button type="primary" disabled={reading} onClick={props.onDraw}>
        {say(text('开始画墙', 'Start drawing walls'))} <kbd>W</kbd>
      </Button>
      <Button
        disabled={reading}
        onClick={() => {
          props.onTrace();
          choose();
        }}
      >
        {say(text('导入底图描图', 'Trace a scan or PDF'))} <kbd>U</kbd>
      </Button>
    </section>
  );
}

/** The storey on the screen, where nothing is drawn on it and no tool is in hand. */
function emptyStorey(state: EditorState): Storey | null {
  const storey = shownPlan(state).storeys[state.storey];
  const isBegun = !storey || state.tool !== 'select' || !hasNoWalls(state);
  return isBegun || storey.underlay ? null : storey;
}
