import type { ElementKind, ElementRef } from '../plan/model.ts';
import { type Text, text } from '../text.ts';
import type { Refusal } from './command.ts';

/** The refusals that more than one edit gives. */

export const elementNames: Readonly<Record<ElementKind, Text>> = {
  joint: text('节点', 'joint'),
  wall: text('墙', 'wall'),
  opening: text('门窗', 'opening'),
  room: text('房间', 'room'),
  fixture: text('设备', 'fixture'),
  riser: text('立管', 'riser'),
  dimension: text('尺寸标注', 'dimension'),
  note: text('文字注释', 'note'),
  axis: text('轴线', 'axis'),
  household: text('住户', 'household'),
  storey: text('楼层', 'storey'),
};

export const refusal = (
  reason: string,
  zh: string,
  en: string,
  about: readonly ElementRef[] = [],
): Refusal => ({ reason, text: text(zh, en), ...(about.length > 0 ? { about } : {}) });

export function gone(ref: ElementRef): Refusal {
  const { zh, en } = elementNames[ref.kind];
  return refusal('gone', `这个${zh}已不存在。`, `This ${en} no longer exists.`);
}

export const demolished = (about: readonly ElementRef[]): Refusal =>
  refusal(
    'demolished',
    '已标为拆除，不能再改；请先恢复。',
    'This is marked as demolished and cannot be changed; restore it first.',
    about,
  );

export const nothingSelected = refusal(
  'nothing-selected',
  '没有选中可以这样修改的对象。',
  'Nothing is selected that this can be done to.',
);

export const wallThere = (about: readonly ElementRef[]): Refusal =>
  refusal('wall-there', '这里已经有墙。', 'There is a wall here already.', about);

export const mixedHolders = refusal(
  'mixed-holders',
  '公共部位不能同时属于住户。',
  'A common room cannot also belong to a household.',
);

export const boundaryHasNoOpenings = (about: readonly ElementRef[]): Refusal =>
  refusal(
    'boundary',
    '分界线不是墙，不需要门窗。',
    'A boundary is no wall and takes no doors or windows.',
    about,
  );

export const needsThickness = refusal(
  'needs-thickness',
  '墙的厚度应大于 0。',
  'A wall needs a thickness above 0.',
);

export const noDistance = refusal(
  'no-distance',
  '复制的位置与原位置相同。',
  'The copy would lie on the original.',
);
