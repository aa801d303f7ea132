import { Button } from 'antd';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { type EditorStore, shownPlan } from '../editor/store.ts';
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
  const storeyId = useStore(store, (state) => state.storey);
  const plan = useStore(store, shownPlan);
  const tool = useStore(store, (state) => state.tool);
  const reading = useStore(store, (state) => state.reading !== null);
  const storey = plan.storeys[storeyId];
  if (!storey || Object.keys(storey.walls).length > 0 || storey.underlay || tool !== 'select') {
    return null;
  }
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
