import { text } from '../../shared/text.ts';
import type { Tool } from './tool.ts';

/** The canvas itself pans while this tool is in hand; there is nothing to reduce. */
export const panTool: Tool<Record<string, never>> = {
  start: {},
  on: (state, input) => ({ state, handled: input.type !== 'key' && input.type !== 'cancel' }),
  guides: () => [],
  hint: () => text('拖动平移；滚轮缩放，F 显示全部', 'Drag to pan; wheel zooms, F shows all'),
  cursor: () => 'grab',
};
