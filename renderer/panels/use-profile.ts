import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { nationalProfile, type Profile } from '../../shared/rules/profile.ts';
import { profileOfFile } from '../../shared/rules/profile-of-file.ts';
import type { EditorState, EditorStore } from '../editor/store.ts';

const known = new WeakMap<ProfileFile, Profile>();

/** The same object for the same file, so that what was checked with it is remembered. */
export function profileOf(file: ProfileFile | null | undefined): Profile {
  if (!file) return nationalProfile;
  const found = known.get(file) ?? profileOfFile(file);
  known.set(file, found);
  return found;
}

/** A version is read with the profile that it was saved with, the draft with the one in use. */
export const profileInUse = (state: EditorState): Profile =>
  profileOf(state.reading ? state.reading.profile : state.profile);

export function useProfile(store: EditorStore): Profile {
  const file = useStore(store, (state) => (state.reading ? state.reading.profile : state.profile));
  return useMemo(() => profileOf(file), [file]);
}
