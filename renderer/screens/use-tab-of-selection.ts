import { useEffect } from 'react';
import type { PanelTab } from '../editor/panel-tabs.ts';
import type { EditorStore, ToolName } from '../editor/store.ts';

/** Tools that work with the properties beside them. */
const panelTools: readonly ToolName[] = ['divide', 'underlay'];

/**
 * Selecting on the plan, or taking up such a tool, brings the properties to the front. Findings that
 * somebody has opened stay, so that what a drag does to them shows while it lasts.
 */
export function useTabOfSelection(
  store: EditorStore,
  setTab: (change: (tab: PanelTab) => PanelTab) => void,
): void {
  useEffect(
    () =>
      store.subscribe((now, was) => {
        const isNew = now.selection !== was.selection || now.selectedRoom !== was.selectedRoom;
        const isOnPlan =
          now.selectedRoom !== null || now.selection.some(({ kind }) => kind !== 'household');
        // A finding or a household clicked in a list selects too, and the list has to stay.
        const isAsked = now.focus !== was.focus || now.highlight !== was.highlight;
        const isSelected = isNew && isOnPlan && !isAsked;
        const isTool = panelTools.includes(now.tool) && !panelTools.includes(was.tool);
        if (isTool) setTab(() => 'selection');
        else if (isSelected) setTab((tab) => (tab === 'findings' ? tab : 'selection'));
      }),
    [store, setTab],
  );
}
