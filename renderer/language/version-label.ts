import type { VersionSummary } from '../../shared/bridge.ts';
import { milestoneWords } from '../../shared/records/milestone-words.ts';
import type { Language } from '../../shared/text.ts';
import { dateTime } from './say.ts';
import { versionWords } from './version-words.ts';

/** Characters of a note in a list: enough to tell versions apart. */
const noteLength = 40;

/**
 * A version where one is picked from many: scheme, number, note, status, and the time last, since what
 * does not fit is cut off at the end. The scheme is left out where a heading says it.
 */
export function versionLabel(
  version: VersionSummary,
  among: { readonly versions: readonly VersionSummary[]; readonly scheme?: string },
  language: Language,
): string {
  const time = dateTime(version.savedAt, language);
  const called = versionWords(version, among.versions)[language];
  const note = version.note.trim();
  return [
    among.scheme ?? '',
    called,
    note.length > noteLength ? `${note.slice(0, noteLength - 1)}…` : note,
    ...version.milestones.map((mark) => milestoneWords(mark)[language]),
    // Of two saved side by side the name has it already.
    called.includes(time) ? '' : time,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
