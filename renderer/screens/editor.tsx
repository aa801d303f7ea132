import { Tabs } from 'antd';
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { text } from '../../shared/text.ts';
import { PlanCanvas } from '../canvas/plan-canvas.tsx';
import { runCommand } from '../commands/registry.ts';
import { fitStorey } from '../editor/fit-storey.ts';
import { newId } from '../editor/ids.ts';
import { type PanelTab, panelTabs, panelWords } from '../editor/panel-tabs.ts';
import { watchRisers } from '../editor/riser-offer.ts';
import type { EditorStore } from '../editor/store.ts';
import { holdViewport, type ViewportHolder } from '../editor/viewport.ts';
import { useSay } from '../language/language.tsx';
import {
  FindingCounts,
  FindingsPanel,
  HouseholdsPanel,
  SchemeBar,
  StoreysPanel,
  VersionsPanel,
} from '../panels/index.ts';
import { SelectionPanel } from '../panels/selection.tsx';
import { WhileReading } from '../panels/while-reading.tsx';
import { createRunner } from '../tools/runner.ts';
import { type ActionHost, perform, takeTool } from './editor-actions.ts';
import { PanelBoundary, planFailed } from './editor-boundary.tsx';
import { EditorDialogs, useDialogs } from './editor-dialogs.tsx';
import { EmptyStorey } from './editor-empty.tsx';
import { GoTo } from './editor-go-to.tsx';
import { useHost } from './editor-host.ts';
import { useEditorKeys } from './editor-keys.ts';
import { Legend } from './editor-legend.tsx';
import { CanvasMenu, menuAt, menuOfSelection } from './editor-menu.tsx';
import { MessageStrip } from './editor-message.tsx';
import { OptionsBar } from './editor-options.tsx';
import { StatusLine } from './editor-status.tsx';
import { ToolStrip } from './editor-tools.tsx';
import { TourOffer } from './editor-tour.tsx';
import { useProfileOfSettings } from './use-profile-of-settings.ts';
import { useRememberedSnap } from './use-remembered-snap.ts';
import { useTabOfSelection } from './use-tab-of-selection.ts';
import './editor.css';
import './editor-over.css';
import './editor-help.css';

/** The editor: scheme bar, tools, canvas, panels, status line. */
export function EditorScreen({ store }: { readonly store: EditorStore }) {
  const say = useSay();
  const runner = useMemo(() => createRunner(store, newId), [store]);
  const [viewport] = useState(holdViewport);
  const [tab, setTab] = useState<PanelTab>('selection');
  const clipboard = useRef<ActionHost['clipboard']['current']>(null);
  const spacePans = useRef(false);
  useEffect(() => runner.watch(), [runner]);
  useEffect(() => watchRisers(store, newId), [store]);

  const dialogs = useDialogs();
  const host = useHost({ store, runner, viewport, clipboard, setTab, dialogs });
  useEditorKeys(host, spacePans);
  useTabOfSelection(store, setTab);
  useViewOfEdits(store);
  useRememberedSnap(store);
  useProfileOfSettings(store);
  useViewOfUnderlay(store, viewport);

  const zoom = useCallback(
    (direction: 'in' | 'out') =>
      perform(host, { type: direction === 'in' ? 'zoom-in' : 'zoom-out' }),
    [host],
  );
  const panels: Readonly<Record<PanelTab, ReactNode>> = {
    selection: (
      <WhileReading store={store}>
        <SelectionPanel store={store} runner={runner} />
      </WhileReading>
    ),
    households: <HouseholdsPanel store={store} onTable={() => host.ask('household-table')} />,
    findings: <FindingsPanel store={store} onProfile={() => host.ask('profile')} />,
    versions: <VersionsPanel store={store} />,
    storeys: <StoreysPanel store={store} onStacks={() => host.ask('stacks')} />,
  };
  return (
    <div className="editor" onClickCapture={returnKeys}>
      <SchemeBar store={store} onSave={() => host.ask('save')} />
      {dialogs.isTourOffered ? (
        <TourOffer onStart={() => dialogs.open('tour')} onSkip={dialogs.endTour} />
      ) : null}
      <OptionsBar store={store} />
      <div className="editor-main">
        <ToolStrip store={store} onTake={(command) => runCommand(host, command)} />
        <main className="editor-middle">
          <div className="editor-canvas">
            <PanelBoundary store={store} title={planFailed}>
              <PlanCanvas
                store={store}
                runner={runner}
                viewport={viewport}
                spacePans={spacePans}
                onMenu={(at) => dialogs.openMenu(at ? menuAt(host, at) : menuOfSelection(host))}
              />
            </PanelBoundary>
            <EmptyStorey
              store={store}
              onDraw={() => takeTool(host, 'wall')}
              onTrace={() => takeTool(host, 'underlay')}
            />
            <MessageStrip store={store} />
            {dialogs.shown === 'go-to' ? <GoTo host={host} onClose={dialogs.close} /> : null}
            <CanvasMenu host={host} open={dialogs.menu} onClose={dialogs.closeMenu} />
          </div>
          <PanelBoundary store={store}>
            <Legend store={store} />
          </PanelBoundary>
        </main>
        <aside className="editor-side" aria-label={say(text('面板', 'Panels'))}>
          <Tabs
            activeKey={tab}
            onChange={(key) => setTab(key as PanelTab)}
            destroyOnHidden
            items={panelTabs.map((key) => ({
              key,
              label:
                key === 'findings' ? (
                  <span className="tab-with-counts">
                    {say(panelWords[key])}
                    <PanelBoundary store={store} instead={null}>
                      <FindingCounts store={store} />
                    </PanelBoundary>
                  </span>
                ) : (
                  say(panelWords[key])
                ),
              children: <PanelBoundary store={store}>{panels[key]}</PanelBoundary>,
            }))}
          />
        </aside>
      </div>
      <StatusLine
        store={store}
        runner={runner}
        viewport={viewport}
        onFit={() => fitStorey(store, viewport)}
        onZoom={zoom}
        onHelp={() => dialogs.open('help')}
        onFind={() => dialogs.open('palette')}
      />
      <EditorDialogs host={host} dialogs={dialogs} />
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
