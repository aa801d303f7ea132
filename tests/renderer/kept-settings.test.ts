import { expect, it } from 'vitest';
import {
  keepSettings,
  partOf,
  type SettingsChange,
  takenOver,
} from '../../renderer/kept-settings.ts';
import type { Settings } from '../../shared/bridge.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';

/** Two windows of one computer keep their settings with one host. */

const profile = (name: string, least = 3.5): ProfileFile => ({
  format: 1,
  kind: 'duyong-profile',
  name,
  base: 'national',
  rules: { K2: { numbers: { least } } },
  fixtures: {},
});

function host() {
  const state = { settings: { language: 'zh', author: '' } as Settings, isFull: false };
  return {
    state,
    window() {
      const failures: unknown[] = [];
      const window = { settings: state.settings, failures, kept: 0 };
      const keeper = keepSettings({
        read: async () => {
          if (state.isFull) throw new Error('the disk is full');
          return state.settings;
        },
        write: async (part) => {
          if (state.isFull) throw new Error('the disk is full');
          state.settings = { ...state.settings, ...part };
          return state.settings;
        },
        onKept: (kept, written) => {
          window.kept += 1;
          window.settings = takenOver(window.settings, kept, written);
        },
        onFailed: (error) => failures.push(error),
      });
      const change = (what: SettingsChange): void => {
        window.settings = { ...window.settings, ...partOf(what, window.settings) };
        keeper.keep(what);
      };
      return { window, keeper, change };
    },
  };
}

const adding =
  (file: ProfileFile): SettingsChange =>
  ({ profiles = [] }) => ({ profile: file, profiles: [...profiles, file] });
const namesOf = ({ profiles = [] }: Settings) => profiles.map(({ name }) => name);

it('a profile that another window added is not lost by an edit of this one', async () => {
  const { state, window } = host();
  const [one, other] = [window(), window()];
  one.change(adding(profile('甲')));
  await one.keeper.settled();
  other.change(adding(profile('乙')));
  await other.keeper.settled();
  expect(namesOf(state.settings)).toEqual(['甲', '乙']);
  expect(namesOf(other.window.settings)).toEqual(['甲', '乙']);
  expect(one.window.settings.profile?.name).toBe('甲');
});

it('a window that is looked at again has the numbers that another gave its profile', async () => {
  const { window } = host();
  const [one, other] = [window(), window()];
  one.change(adding(profile('甲')));
  await one.keeper.settled();
  other.change({ profile: profile('甲') });
  await other.keeper.settled();
  one.change({ profile: profile('甲', 2.4), profiles: [profile('甲', 2.4)] });
  await one.keeper.settled();
  other.keeper.refresh();
  await other.keeper.settled();
  expect(other.window.settings.profile).toEqual(profile('甲', 2.4));
});

it('what cannot be written is said, and goes with the next attempt', async () => {
  const { state, window } = host();
  const one = window();
  state.isFull = true;
  one.change(adding(profile('甲')));
  await one.keeper.settled();
  expect(one.window.failures).toHaveLength(1);
  expect(one.window.kept).toBe(0);
  const idle = window();
  idle.keeper.refresh();
  await idle.keeper.settled();
  expect(idle.window.failures).toHaveLength(0);
  state.isFull = false;
  one.change({ language: 'en' });
  await one.keeper.settled();
  expect(namesOf(state.settings)).toEqual(['甲']);
  expect(state.settings.language).toBe('en');
  expect(one.window.kept).toBe(1);
});

it('the last of several changes made at once stands', async () => {
  const { state, window } = host();
  const one = window();
  for (const least of [3, 3.1, 3.2]) one.change({ profile: profile('甲', least) });
  await one.keeper.settled();
  expect(state.settings.profile).toEqual(profile('甲', 3.2));
  expect(one.window.settings.profile).toEqual(profile('甲', 3.2));
});

it('what no other window changed stays the identical object', () => {
  const now: Settings = {
    language: 'en',
    author: '',
    profile: profile('甲'),
    profiles: [profile('甲'), profile('乙')],
  };
  expect(takenOver(now, { ...structuredClone(now), language: 'zh' }, {})).toBe(now);
  expect(takenOver(now, structuredClone(now), { profile: profile('甲') })).toBe(now);
  const edited = takenOver(now, { ...now, profiles: [profile('甲'), profile('乙', 2)] }, {});
  expect(edited.profile).toBe(now.profile);
  expect(edited.profiles![1]).toEqual(profile('乙', 2));
});
