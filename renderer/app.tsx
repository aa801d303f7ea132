import { App as AntApp, ConfigProvider, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { BuildingContent, Settings } from '../shared/bridge.ts';
import type { BuildingId, SchemeId } from '../shared/plan/model.ts';
import { type Language, type Text, text } from '../shared/text.ts';
import {
  bindLibrary,
  connection,
  failureText,
  RequestFailure,
  request,
  windowLibrary,
} from './bridge-client.ts';
import { newId } from './editor/ids.ts';
import { type EditorSession, openSession } from './editor/session.ts';
import { keepSettings, partOf, type SettingsChange, takenOver } from './kept-settings.ts';
import { LanguageProvider, useSay } from './language/language.tsx';
import { PictureIntakeProvider } from './panels/picture-intake.tsx';
import { type EditorRoom, EditorRoomContext } from './panels/session-context.ts';
import { SettingsContext, useSettings } from './panels/settings-context.ts';
import { EditorScreen } from './screens/editor.tsx';
import { LibraryScreen } from './screens/library.tsx';
import { troubles } from './screens/library-damaged.tsx';
import { Opening } from './screens/library-opening.tsx';
import { ConnectionBanner, ErrorBoundary } from './screens/library-safety.tsx';
import { SchemesScreen } from './screens/library-schemes.tsx';
import { openedNow } from './screens/library-shelf.tsx';
import { SettingsTrouble } from './screens/settings-trouble.tsx';
import { compactTheme, roomyTheme } from './theme.ts';

type Screen =
  | { readonly name: 'library' }
  | { readonly name: 'schemes'; readonly content: BuildingContent }
  | { readonly name: 'editor'; readonly session: EditorSession };

/** What this window had open, so that loading it again comes back to it; another window has its own. */
const lastPlace = {
  key: 'duyong.open',
  read(): { building: BuildingId; scheme: SchemeId } | null {
    const [building, scheme] = sessionStorage.getItem(lastPlace.key)?.split('/') ?? [];
    return building && scheme
      ? { building: building as BuildingId, scheme: scheme as SchemeId }
      : null;
  },
  write(session: EditorSession | null): void {
    if (session) sessionStorage.setItem(lastPlace.key, `${session.building}/${session.scheme}`);
    else sessionStorage.removeItem(lastPlace.key);
  },
};

/** The window: settings, language and which screen shows. */
export function App() {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    bindLibrary()
      .then(() => request('settings.read', {}))
      .then(setSettings, () => setSettings({ language: 'zh', author: '', tourSeen: true }));
  }, []);
  const [trouble, setTrouble] = useState<Text | null>(null);
  const keeper = useMemo(
    () =>
      keepSettings({
        read: () => request('settings.read', {}),
        write: (part) => request('settings.write', part),
        onKept: (kept, written) => {
          setTrouble(null);
          setSettings((now) => (now ? takenOver(now, kept, written) : now));
        },
        // Of a connection that is lost its own banner speaks, and when it is back all is written.
        onFailed: (error) => {
          if (!(error instanceof RequestFailure && error.lost)) setTrouble(failureText(error));
        },
      }),
    [],
  );
  const change = useCallback(
    (what: SettingsChange) => {
      setSettings((now) => (now ? { ...now, ...partOf(what, now) } : now));
      keeper.keep(what);
    },
    [keeper],
  );
  // Another window may have edited the office's profiles, or the host have answered again.
  useEffect(() => {
    window.addEventListener('focus', keeper.refresh);
    const release = connection.subscribe((now, before) => {
      if (now.state === 'connected' && before.state !== 'connected') keeper.refresh();
    });
    return () => {
      window.removeEventListener('focus', keeper.refresh);
      release();
    };
  }, [keeper]);
  const setLanguage = useCallback((language: Language) => change({ language }), [change]);
  const language = settings?.language ?? 'zh';
  // Another library has nothing in common with what was on the screen.
  const library = useStore(windowLibrary, ({ turn }) => turn);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);

  return (
    <LanguageProvider language={language} setLanguage={setLanguage}>
      <ConfigProvider
        locale={language === 'zh' ? zhCN : enUS}
        theme={roomyTheme}
        button={{ autoInsertSpace: false }}
      >
        <AntApp component="div" className="app">
          <ConnectionBanner />
          <SettingsTrouble trouble={trouble} onRetry={keeper.refresh} />
          {settings ? (
            <SettingsContext value={{ settings, change, refresh: keeper.refresh }}>
              <Screens
                key={library}
                author={settings.author}
                onAuthor={(author) => change({ author })}
              />
            </SettingsContext>
          ) : (
            <Spin className="app-wait" />
          )}
        </AntApp>
      </ConfigProvider>
    </LanguageProvider>
  );
}

const openEditor = async (ref: { building: BuildingId; scheme: SchemeId }): Promise<Screen> => ({
  name: 'editor',
  session: await openSession({ request, newId, ...ref }),
});

function Screens(props: { readonly author: string; readonly onAuthor: (author: string) => void }) {
  const say = useSay();
  const { message } = AntApp.useApp();
  const { change } = useSettings();
  const [screen, setScreen] = useState<Screen>({ name: 'library' });
  const [opening, setOpening] = useState(false);
  const session = screen.name === 'editor' ? screen.session : null;

  const place = screen.name === 'schemes' ? screen.content.name : null;
  const building = session ? session.state.getState().content.name : place;
  const title = building ? `${building} — 独用 Duyong` : '独用 Duyong';
  useEffect(() => {
    document.title = title;
  }, [title]);

  /** One opening at a time; a failure is said and the screen stays. */
  const attempt = useCallback(
    async (work: () => Promise<Screen | null>) => {
      setOpening(true);
      try {
        const next = await work();
        if (next) setScreen(next);
      } catch (error) {
        message.error(say(failureText(error)));
      } finally {
        setOpening(false);
      }
    },
    [message, say],
  );

  const [returning, setReturning] = useState(lastPlace.read);
  const isBack = returning === null;
  useEffect(() => {
    // A scheme that is gone by now leaves the library on the screen.
    if (returning) void attempt(() => openEditor(returning)).finally(() => setReturning(null));
  }, [returning, attempt]);
  useEffect(() => {
    if (isBack) lastPlace.write(session);
  }, [isBack, session]);

  const openBuilding = (id: BuildingId) =>
    attempt(async () => {
      const content = await request('building.open', { building: id });
      change(({ recentBuildings }) => ({ recentBuildings: openedNow(recentBuildings, id) }));
      const live = content.schemes.filter((scheme) => !scheme.archived);
      const only =
        live.length === 1 && troubles(content.problems).length === 0 ? live[0] : undefined;
      return only ? openEditor({ building: id, scheme: only.id }) : { name: 'schemes', content };
    });

  const room = useMemo((): EditorRoom | null => {
    if (!session) return null;
    /** Leaves the scheme first; where the draft cannot be written, stays and says so. */
    const leaveFor = (next: () => Promise<Screen>) =>
      void attempt(async () => {
        if (await session.close()) return next();
        message.warning(say(stayWords(session.autosave.status.getState().state === 'refused')));
        return null;
      });
    const { building: id, scheme } = session;
    const open = async (other: SchemeId): Promise<Screen> => ({
      name: 'editor',
      session: await openSession({ request, newId, building: id, scheme: other }),
    });
    return {
      session,
      leave: () => leaveFor(async () => ({ name: 'library' })),
      openScheme: (other) => leaveFor(() => open(other)),
      chooseScheme: () =>
        leaveFor(async () => ({
          name: 'schemes',
          content: await request('building.open', { building: id }),
        })),
      discardDraft: () =>
        void attempt(async () => {
          await session.discardDraft();
          return open(scheme);
        }),
    };
  }, [session, attempt, message, say]);

  if (!isBack) return <Spin className="app-wait" />;
  return (
    <ErrorBoundary
      onError={() => void session?.autosave.flush()}
      onLibrary={() => setScreen({ name: 'library' })}
    >
      {opening ? <Opening /> : null}
      {room ? (
        <EditorRoomContext value={room}>
          <ConfigProvider theme={compactTheme} componentSize="small">
            <LeavingPage session={room.session} />
            <PictureIntakeProvider key={room.session.key} store={room.session.store}>
              <EditorScreen store={room.session.store} />
            </PictureIntakeProvider>
          </ConfigProvider>
        </EditorRoomContext>
      ) : screen.name === 'schemes' ? (
        <SchemesScreen
          content={screen.content}
          onContent={(content) => setScreen({ name: 'schemes', content })}
          onOpen={(scheme) =>
            void attempt(() => openEditor({ building: screen.content.id, scheme }))
          }
          onBack={() => setScreen({ name: 'library' })}
        />
      ) : (
        <LibraryScreen
          author={props.author}
          onAuthor={props.onAuthor}
          onOpen={(id) => void openBuilding(id)}
        />
      )}
    </ErrorBoundary>
  );
}

/** Why a draft that is not written keeps its window. */
const stayWords = (isRefused: boolean): Text =>
  isRefused
    ? text(
        '本窗口的修改还没有写入，暂不离开。请先在上方的提示中选择如何处理两份草稿。',
        'The edits of this window are not written, so this stays open. First choose, in the notice above, what becomes of the two drafts.',
      )
    : text(
        '草稿还没有写入，暂不离开。恢复连接后会自动保存，届时再试。',
        'The draft is not written yet, so this stays open. It saves itself when the connection is back; try again then.',
      );

/**
 * A window that hides or goes may not come back, and a host that answers again may go again: what
 * is unwritten is written at once.
 */
function LeavingPage(props: { readonly session: EditorSession }) {
  const { session } = props;
  useEffect(() => {
    const write = () => {
      if (document.visibilityState === 'hidden') void session.autosave.flush();
    };
    const writeNow = () => void session.autosave.flush();
    document.addEventListener('visibilitychange', write);
    window.addEventListener('pagehide', writeNow);
    // What another window's draft keeps from being written would be lost with this one.
    const ask = (event: BeforeUnloadEvent) => {
      if (session.autosave.status.getState().state === 'refused') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    const release = connection.subscribe(({ state }) => {
      if (state === 'connected') writeNow();
    });
    return () => {
      release();
      document.removeEventListener('visibilitychange', write);
      window.removeEventListener('pagehide', writeNow);
      window.removeEventListener('beforeunload', ask);
    };
  }, [session]);
  return null;
}
