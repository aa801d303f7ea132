import { type Text, text } from './text.ts';

/** Commands that the window and the native menu both name. */
export const commandWords = {
  undo: text('撤销', 'Undo'),
  redo: text('重做', 'Redo'),
  cut: text('剪切', 'Cut'),
  copy: text('复制', 'Copy'),
  paste: text('粘贴', 'Paste'),
  selectAll: text('全选', 'Select all'),
} satisfies Record<string, Text>;
