import { useEffect, useMemo, useRef } from 'react';
import { withRecent } from '../commands/search.ts';
import type { PanelTab } from '../editor/panel-tabs.ts';
import type { EditorStore } from '../editor/store.ts';
import type { ViewportHolder } from '../editor/viewport.ts';
import { useLanguage } from '../language/language.tsx';
import { useEditorRoom } from '../panels/session-context.ts';
import { useSettings } from '../panels/settings-context.ts';
import type { Runner } from '../tools/runner.ts';
import type { ActionHost, Ask } from './editor-actions.ts';
import type { Dialogs } from './editor-dialogs.tsx';
import { focusFinding, focusRegion, focusWithin } from './editor-keys.ts';
import { menuOfSelection } from './editor-menu.tsx';

/** What commands work with: the store, the tools, the view, and what only the screen can do. */
export function useHost(parts: {
  readonly store: EditorStore;
  readonly runner: Runner;
  readonly viewport: ViewportHolder;
  readonly clipboard: ActionHost['clipboard'];
  readonly setTab: (tab: PanelTab) => void;
  readonly dialogs: Dialogs;
}): ActionHost {
  const { store, runner, viewport, clipboard, setTab, dialogs } = parts;
  const { language, setLanguage } = useLanguage();
  const { settings, change } = useSettings();
  const room = useEditorRoom();

  const answer = (what: Ask): void => {
    if (typeof what === 'object') {
      if ('region' in what) focusRegion(what.region);
      else if ('finding' in what) {
        setTab('findings');
        focusFinding(what.finding);
      } else {
        setTab(what.panel);
        // The panel is there with the next frame.
        requestAnimationFrame(() => focusWithin(document.querySelector('.editor-side')));
      }
      return;
    }
    switch (what) {
      case 'library':
        room.leave();
        break;
      case 'schemes':
        room.chooseScheme();
        break;
      case 'language':
        setLanguage(language === 'zh' ? 'en' : 'zh');
        break;
      case 'menu':
        dialogs.openMenu(menuOfSelection(host));
        break;
      default:
        dialogs.open(what);
    }
  };
  const used = (command: string): void => {
    change({ recentCommands: withRecent(settings.recentCommands ?? [], command) });
  };
  // The host stays the same object while the window lives; what it does is always of now.
  const now = useRef({ answer, used });
  useEffect(() => {
    now.current = { answer, used };
  });
  const host = useMemo(
    (): ActionHost => ({
      store,
      runner,
      viewport,
      clipboard,
      ask: (what) => now.current.answer(what),
      used: (command) => now.current.used(command),
    }),
    [store, runner, viewport, clipboard],
  );
  return host;
}
