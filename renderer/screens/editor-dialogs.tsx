import { useCallback, useMemo, useState } from 'react';
import { lookAtFinding } from '../editor/look-at-finding.ts';
import { SaveVersionDialog } from '../panels/save-version.tsx';
import { useSettings } from '../panels/settings-context.ts';
import { CompareDialog } from './compare.tsx';
import type { ActionHost } from './editor-actions.ts';
import type { OpenMenu } from './editor-menu.tsx';
import { CommandPalette } from './editor-palette.tsx';
import { ShortcutSheet } from './editor-shortcuts.tsx';
import { EditorTour } from './editor-tour.tsx';
import { HouseholdTableDialog } from './household-table.tsx';
import { SchemeMergeDialog } from './merge.tsx';
import { ProfileDialog } from './profile.tsx';
import { StacksDialog } from './stacks.tsx';
import { KeptSurveyDialog } from './survey.tsx';

type Shown =
  | 'help'
  | 'palette'
  | 'tour'
  | 'save'
  | 'go-to'
  | 'compare'
  | 'merge'
  | 'survey'
  | 'household-table'
  | 'stacks'
  | 'profile';

/** What is open over the editor, one thing at a time, and the menu on the plan. */
export interface Dialogs {
  readonly shown: Shown | null;
  readonly menu: OpenMenu | null;
  readonly isTourOffered: boolean;
  open(what: Shown): void;
  close(): void;
  openMenu(menu: OpenMenu | null): void;
  closeMenu(): void;
  /** Taken or skipped, it is not offered again. */
  endTour(): void;
}

export function useDialogs(): Dialogs {
  const { settings, change } = useSettings();
  const { tourSeen } = settings;
  const [shown, setShown] = useState<Shown | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const close = useCallback(() => setShown(null), []);
  const closeMenu = useCallback(() => setMenu(null), []);
  return useMemo(
    () => ({
      shown,
      menu,
      isTourOffered: !tourSeen && shown !== 'tour',
      open: setShown,
      close,
      openMenu: setMenu,
      closeMenu,
      endTour: () => change({ tourSeen: true }),
    }),
    [shown, menu, tourSeen, change, close, closeMenu],
  );
}

export function EditorDialogs({
  host,
  dialogs,
}: {
  readonly host: ActionHost;
  readonly dialogs: Dialogs;
}) {
  const { settings } = useSettings();
  const { shown, close } = dialogs;
  return (
    <>
      <ShortcutSheet isOpen={shown === 'help'} onClose={close} />
      {shown === 'palette' ? (
        <CommandPalette host={host} recent={settings.recentCommands ?? []} onClose={close} />
      ) : null}
      {shown === 'compare' ? <CompareDialog start={{}} onClose={close} /> : null}
      {shown === 'merge' ? <SchemeMergeDialog onClose={close} /> : null}
      {shown === 'survey' ? <KeptSurveyDialog store={host.store} onClose={close} /> : null}
      {shown === 'household-table' ? (
        <HouseholdTableDialog store={host.store} onClose={close} />
      ) : null}
      {shown === 'stacks' ? (
        <StacksDialog
          store={host.store}
          onClose={close}
          onFinding={(finding) => {
            close();
            lookAtFinding(host.store, finding);
            host.ask({ finding: finding.id });
          }}
        />
      ) : null}
      {shown === 'profile' ? <ProfileDialog store={host.store} onClose={close} /> : null}
      {shown === 'save' ? <SaveVersionDialog onClose={close} /> : null}
      {shown === 'tour' ? (
        <EditorTour
          onClose={() => {
            close();
            dialogs.endTour();
          }}
        />
      ) : null}
    </>
  );
}
