import { type Text, text } from '../../shared/text.ts';

/** The panels beside the plan, as their tabs lie. */
export const panelTabs = ['selection', 'households', 'findings', 'versions', 'storeys'] as const;
export type PanelTab = (typeof panelTabs)[number];

export const panelWords: Readonly<Record<PanelTab, Text>> = {
  selection: text('属性', 'Properties'),
  households: text('住户', 'Households'),
  findings: text('问题', 'Findings'),
  versions: text('版本', 'Versions'),
  storeys: text('楼层', 'Storeys'),
};
