import { type Text, text } from '../../shared/text.ts';
import type { EditorState, Message, ToolName } from './store.ts';

/** Said where something would edit while what is on the screen is only looked at. */
export const onlyToLookAt: Message = {
  tone: 'warning',
  text: text(
    '正在查看的内容不能修改。请先返回草稿，或把所看版本恢复为草稿。',
    'What you are looking at cannot be changed. Go back to the draft, or restore the version, to edit.',
  ),
};

/** Why nothing can be edited now; null where it can. */
export const whileReading = ({ reading }: Pick<EditorState, 'reading'>): Text | null =>
  reading ? onlyToLookAt.text : null;

/** Tools that change nothing, and so go with a version that is being read. */
const lookingTools: readonly ToolName[] = ['select', 'pan', 'measure', 'area'];

export const mayTake = ({ reading }: Pick<EditorState, 'reading'>, tool: ToolName): boolean =>
  reading === null || lookingTools.includes(tool);
