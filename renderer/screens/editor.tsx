import { Tabs } from 'antd';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { fitStorey, PlanCanvas } from '../canvas/plan-canvas.tsx';
import { newId } from '../editor/ids.ts';
import { watchRisers } from '../editor/riser-offer.ts';
import { type EditorStore, shownPlan, type ToolName } from '../editor/store.ts';
import { holdViewport, type ViewportHolder } from '../editor/viewport.ts';
import { useSay } from '../language/language.tsx';
import { count, m2 } from '../language/say.ts';
import {
  FindingsPanel,
  HouseholdsPanel,
  SchemeBar,
  StoreysPanel,
  VersionsPanel,
} from '../panels/index.ts';
import { SelectionPanel } from '../panels/selection.tsx';
import { createRunner } from '../tools/runner.ts';
import { sceneOf } from '../tools/scene.ts';
import { type ActionHost, perform, takeTool } from './editor-actions.ts';
import { EmptyStorey } from './editor-empty.tsx';
import { useEditorKeys } from './editor-keys.ts';
import { Legend } from './editor-legend.tsx';
import { MessageStrip } from './editor-message.tsx';
import { OptionsBar } from './editor-options.tsx';
import { ShortcutSheet } from './editor-shortcuts.tsx';
import { StatusLine } from './editor-status.tsx';
import { ToolStrip } from './editor-tools.tsx';
import { useRememberedSnap } from './use-remembered-snap.ts';
import './editor.css';

type Tab = 'selection' | 'households' | 'findings' | 'versions' | 'storeys';

/** The editor: scheme bar, tools, canvas, panels, status line. */
export function EditorScreen({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const runner = useMemo(() => createRunner(store, newId), [store]);
  const [viewport] = useState(holdViewport);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [tab, setTab] = useState<Tab>('selection');
  const clipboard = useRef<ActionHost['clipboard']['current']>(null);
  const spacePans = useRef(false);
  useEffect(() => runner.watch(), [runner]);
  useEffect(() => watchRisers(store, newId), [store]);

  const host = useMemo(
    (): ActionHost => ({ store, runner, viewport, clipboard, openHelp: () => setHelpOpen(true) }),
    [store, runner, viewport],
  );
  useEditorKeys(host, spacePans);
  useTabOfSelection(store, setTab);
  useViewOfEdits(store);
  useRememberedSnap(store);
  useViewOfUnderlay(store, viewport);

  const label = useCanvasLabel(store);
  const zoom = useCallback(
    (direction: 'in' | 'out') =>
      perform(host, { type: direction === 'in' ? 'zoom-in' : 'zoom-out' }),
    [host],
  );
  return (
    <div className="editor" onClickCapture={returnKeys}>
      <SchemeBar store={store} />
      <OptionsBar store={store} />
      <div className="editor-main">
        <ToolStrip store={store} onTake={(tool, options) => takeTool(host, tool, options)} />
        <main className="editor-middle">
          <div className="editor-canvas">
            <PlanCanvas
              store={store}
              runner={runner}
              viewport={viewport}
              label={label}
              spacePans={spacePans}
            />
            <EmptyStorey
              store={store}
              onDraw={() => takeTool(host, 'wall')}
              onTrace={() => takeTool(host, 'underlay')}
            />
            <MessageStrip store={store} />
          </div>
          <Legend store={store} />
        </main>
        <aside className="editor-side" aria-label={say(text('面板', 'Panels'))}>
          <Tabs
            activeKey={tab}
            onChange={(key) => setTab(key as Tab)}
            destroyOnHidden
            items={[
              {
                key: 'selection',
                label: say(text('属性', 'Properties')),
                children: <SelectionPanel store={store} runner={runner} />,
              },
              {
                key: 'households',
                label: say(text('住户', 'Households')),
                children: <HouseholdsPanel store={store} />,
              },
              {
                key: 'findings',
                label: say(text('问题', 'Findings')),
                children: <FindingsPanel store={store} />,
              },
              {
                key: 'versions',
                label: say(text('版本', 'Versions')),
                children: <VersionsPanel store={store} />,
              },
              {
                key: 'storeys',
                label: say(text('楼层', 'Storeys')),
                children: <StoreysPanel store={store} />,
              },
            ]}
          />
        </aside>
      </div>
      <StatusLine
        store={store}
        runner={runner}
        viewport={viewport}
        onFit={() => fitStorey(store, viewport)}
        onZoom={zoom}
        onHelp={() => setHelpOpen(true)}
      />
      <ShortcutSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/**
 * A click on a tool, a thickness or a view hands the keys back to the plan: a length typed next must
 * end with Enter there, not press the button again. Fields and panels keep the focus.
 */
function returnKeys(event: MouseEvent<HTMLDivElement>): void {
  const bar = (event.target as Element).closest('.options-bar, .tool-strip');
  if (!bar || event.detail === 0) return;
  requestAnimationFrame(() => {
    const active = document.activeElement;
    const isField = active instanceof HTMLInputElement && active.type !== 'radio';
    if (active && bar.contains(active) && !isField) {
      document.querySelector<HTMLElement>('.plan-canvas')?.focus({ preventScroll: true });
    }
  });
}

/** Tools that work with the properties beside them. */
const panelTools: readonly ToolName[] = ['divide', 'underlay'];

/** Selecting on the plan, or taking up such a tool, brings the properties to the front. */
function useTabOfSelection(store: EditorStore, setTab: (tab: Tab) => void): void {
  useEffect(
    () =>
      store.subscribe((now, was) => {
        const isNew = now.selection !== was.selection || now.selectedRoom !== was.selectedRoom;
        const isOnPlan =
          now.selectedRoom !== null || now.selection.some(({ kind }) => kind !== 'household');
        // A finding or a household clicked in a list selects too, and the list has to stay.
        const isAsked = now.focus !== was.focus || now.highlight !== was.highlight;
        if (
          (isNew && isOnPlan && !isAsked) ||
          (panelTools.includes(now.tool) && !panelTools.includes(was.tool))
        ) {
          setTab('selection');
        }
      }),
    [store, setTab],
  );
}

/** A proposal's edits do not show in the before view: it gives way to the changes. */
function useViewOfEdits(store: EditorStore): void {
  useEffect(
    () =>
      store.subscribe((now, was) => {
        const isEdited =
          (now.scratch !== null && was.scratch === null) ||
          now.history.past.length > was.history.past.length;
        if (isEdited && now.view === 'before' && now.intent === 'proposal') {
          store.getState().set({ view: 'changes' });
        }
      }),
    [store],
  );
}

/** A picture newly laid under the storey, or scaled, may lie far outside of what is shown. */
function useViewOfUnderlay(store: EditorStore, viewport: ViewportHolder): void {
  useEffect(
    () =>
      store.subscribe((now, was) => {
        if (now.history === was.history || now.storey !== was.storey) return;
        const underlay = now.history.plan.storeys[now.storey]?.underlay;
        const before = was.history.plan.storeys[now.storey]?.underlay;
        const isElsewhere =
          underlay && (underlay.asset !== before?.asset || underlay.scale !== before.scale);
        if (isElsewhere) fitStorey(store, viewport);
      }),
    [store, viewport],
  );
}

/** The storey in words, for those who cannot see the plan. */
function useCanvasLabel(store: EditorStore): string {
  const say = useSay();
  const plan = useStore(store, shownPlan);
  const storey = useStore(store, (state) => state.storey);
  const view = useStore(store, (state) => state.view);
  const scene = sceneOf(plan, storey, view);
  if (!scene) return '';
  const area = m2(scene.rooms.reduce((sum, room) => sum + room.area, 0));
  const rooms = count(scene.rooms.length);
  const noun = scene.rooms.length === 1 ? 'room' : 'rooms';
  return say(
    text(
      `平面图：${scene.storey.name}，${rooms} 间房间，使用面积 ${area}`,
      `Plan of ${scene.storey.name}: ${rooms} ${noun}, usable area ${area}`,
    ),
  );
}
