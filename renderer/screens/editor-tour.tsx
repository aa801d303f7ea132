import { Button, Tour, type TourStepProps } from 'antd';
import { useEffect, useState } from 'react';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { focusPlan } from './editor-keys.ts';

interface Step {
  readonly target: string;
  readonly placement?: TourStepProps['placement'];
  readonly title: Text;
  readonly words: Text;
}

const steps: readonly Step[] = [
  {
    target: '.view-options',
    title: text('一张图，三种看法', 'One drawing, three views'),
    words: text(
      '“现状测绘”画现有的墙和房间；“改造方案”只标拆除和新建，现状不丢。改造前、变更、改造后随时切换。',
      'Survey draws what stands. Proposal marks what goes and what is new; the survey is never lost. Look at before, changes or after at any time.',
    ),
  },
  {
    target: '.tool-strip',
    placement: 'rightTop',
    title: text('画图工具', 'Tools'),
    words: text(
      '按 W 画墙，D 放门，N 放窗，X 放设施，T 给房间定用途和归属。每个工具都有一个键。',
      'W draws walls, D places doors, N windows, X fixtures; T gives a room its use and its household. Every tool has a key.',
    ),
  },
  {
    target: '.editor-canvas',
    placement: 'center',
    title: text('在图上画', 'Draw on the plan'),
    words: text(
      '单击起点，指明方向，直接输入长度后回车。滚轮缩放，按住空格拖动，右键看能做什么；撤销没有限制。',
      'Click a start, point the way, type a length, Enter. Wheel zooms, held Space pans, the right button says what can be done; undo has no end.',
    ),
  },
  {
    target: '.editor-side',
    placement: 'leftTop',
    title: text('随时看结果', 'See the result at once'),
    words: text(
      '“住户”看每户煤卫是否独用，“问题”列出缺什么、依据哪条规定，单击即在图上指出。',
      'Households shows who has a kitchen and a bathroom of their own; Findings says what is missing and by which rule. A click shows the place.',
    ),
  },
  {
    target: '.status-line',
    placement: 'top',
    title: text('下一步做什么', 'What comes next'),
    words: text(
      '左下角说明工具在等什么。Ctrl+K 查找任何命令，? 看全部快捷键，Ctrl+S 保存版本。',
      'This line says what the tool waits for. Ctrl+K finds any command, ? shows all keys, Ctrl+S saves a version.',
    ),
  },
];

/** Five steps over the editor itself; Esc or the cross ends it at any step. */
export function EditorTour({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const [current, setCurrent] = useState(0);
  // Each step opens with its next button in hand, so that Enter goes on and Esc ends it.
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.tour-next-${current}`)?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [current]);
  const close = (): void => {
    onClose();
    focusPlan();
  };
  return (
    <Tour
      open
      current={current}
      onChange={setCurrent}
      onClose={close}
      onFinish={close}
      scrollIntoViewOptions={false}
      steps={steps.map(({ target, placement, title, words }, index) => ({
        ...(placement ? { placement } : {}),
        target: () => document.querySelector<HTMLElement>(target) as HTMLElement,
        title: say(title),
        description: say(words),
        prevButtonProps: { children: say(text('上一步', 'Back')) },
        nextButtonProps: {
          className: `tour-next-${index}`,
          children:
            index + 1 < steps.length ? say(text('下一步', 'Next')) : say(text('开始使用', 'Begin')),
        },
      }))}
      indicatorsRender={(step, total) => (
        <span className="tour-count">
          {step + 1} / {total}
        </span>
      )}
    />
  );
}

/** Offered once, over the plan and never in its way. */
export function TourOffer(props: { onStart(): void; onSkip(): void }) {
  const say = useSay();
  return (
    <section className="tour-offer" aria-label={say(text('入门导览', 'Tour'))}>
      <span>
        {say(
          text(
            '第一次使用？用一分钟看五步导览。',
            'New here? Five steps show the editor in a minute.',
          ),
        )}
      </span>
      <Button type="primary" onClick={props.onStart}>
        {say(text('开始导览', 'Start the tour'))}
      </Button>
      <Button type="text" onClick={props.onSkip}>
        {say(text('跳过', 'Skip'))}
      </Button>
    </section>
  );
}
