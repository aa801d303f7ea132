import type { Settings } from '../shared/bridge.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId, NewId, Plan } from '../shared/plan/model.ts';
import type { Drafts } from './drafts.ts';
import type { LibraryFolder } from './library-folder.ts';
import type { SeenRecords } from './seen-records.ts';
import type { SettingsStore } from './settings.ts';
import type { OpenStore } from './store-file.ts';

/** What a host gives its services. */
export interface HostOptions {
  readonly host: 'electron' | 'browser';
  readonly version: string;
  /** Where the library lies, unless another one is remembered. */
  readonly libraryPath: string;
  /** Whether the library that was opened last on this machine goes before `libraryPath`. */
  readonly remembersLibrary?: boolean;
  /** This machine's folder for settings, drafts and the log. */
  readonly userData: string;
  /** The folder of sample documents. */
  readonly samples: string;
  readonly openStore: OpenStore;
  /** The current time, ISO 8601 UTC with milliseconds. */
  readonly now: () => string;
  readonly newId: NewId;
  /** The window's page as a PDF, where the host can make one. */
  readonly printPage?: () => Promise<Uint8Array>;
  /** Asks the person for a folder, beginning at one; null where they chose none. */
  readonly chooseFolder?: (from: string) => Promise<string | null>;
  /** Called after the settings changed. */
  readonly onSettings?: (settings: Settings) => void;
}

/** What the services share. */
export interface Workshop {
  readonly options: HostOptions;
  /** What this machine calls the library. */
  readonly libraryId: string;
  readonly library: LibraryFolder;
  readonly seen: SeenRecords;
  readonly drafts: Drafts;
  readonly settings: SettingsStore;
  /**
   * Later than every time it gave before, so that records written together keep their order, and than
   * `after`: clocks of two machines may differ by more than it takes to go on from a version.
   */
  readonly nextTime: (after?: string) => string;
  /** Damaged files of this machine: of the settings, and of the drafts by building. */
  readonly settingsProblems: Problem[];
  readonly draftProblems: Map<BuildingId, Problem[]>;
  /** How far the opening of a building is, in steps; both 0 where none is under way. */
  opening: { readonly done: number; readonly of: number };
}

/** What a new building starts with: one empty storey. */
export function emptyPlan(newId: NewId, language: Settings['language']): Plan {
  return {
    tenancies: {},
    households: {},
    storeys: {
      [newId('storey')]: {
        name: language === 'zh' ? '一层' : 'Storey 1',
        level: 1,
        elevation: 0,
        height: 2900,
        joints: {},
        walls: {},
        openings: {},
        rooms: {},
        fixtures: {},
        risers: {},
      },
    },
  };
}
