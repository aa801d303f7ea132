import { readFileSync } from 'node:fs';
import { parseProfile } from '../shared/exchange/profile.ts';
import type { ProfileFile } from '../shared/plan/profile-schema.ts';
import { nationalProfile, type Profile, profileOfBase } from '../shared/rules/profile.ts';
import { profileOfFile } from '../shared/rules/profile-of-file.ts';
import { codeOf, Unusable } from './explained.ts';

export const profileOf = (file: ProfileFile | null): Profile =>
  file ? profileOfFile(file) : nationalProfile;

/** The profile of an option; null for the one that is used without it. Throws `Unusable`. */
export function readProfile(wanted: string | undefined): ProfileFile | null {
  if (wanted === undefined) return null;
  if (wanted === 'national' || wanted === 'retrofit-micro') {
    const name = profileOfBase(wanted).name;
    return { format: 1, kind: 'duyong-profile', name, base: wanted, rules: {}, fixtures: {} };
  }
  let source: string;
  try {
    source = readFileSync(wanted, 'utf8');
  } catch (error) {
    throw new Unusable(`${wanted}: 读不到文件 / cannot be read (${codeOf(error) ?? 'unknown'})`);
  }
  const { file, problems } = parseProfile(source);
  if (file) return file;
  const lines = problems.map(
    ({ at, problem }) => `${wanted}: ${at || '(profile)'}: ${problem.zh} / ${problem.en}`,
  );
  throw new Unusable(lines.join('\n'));
}
