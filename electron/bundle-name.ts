import type { BuildingState } from '../shared/records/fold.ts';
import type { RecordId } from '../shared/records/record.ts';
import { type Language, type Text, text } from '../shared/text.ts';

interface Choice {
  /** Null for all of them. */
  readonly versions: readonly RecordId[] | null;
  readonly privateFacts: boolean;
  /** A draft goes along as a version. */
  readonly withDraft: boolean;
}

/**
 * What a `.duyong` file is called after its building, so that files of different content are told
 * apart, above all one with names and telephone numbers; empty for all versions without those.
 */
export function bundleSuffix(
  state: Pick<BuildingState, 'schemes'>,
  choice: Choice,
  language: Language,
): string {
  const parts: Text[] = [
    ...(choice.versions ? [whichOf(state, choice.versions)] : []),
    ...(choice.withDraft ? [text('含草稿', 'with draft')] : []),
    ...(choice.privateFacts ? [text('含姓名电话', 'with names and telephones')] : []),
  ];
  if (parts.length === 0) return '';
  const said = parts.map((part) => part[language]);
  return language === 'zh' ? `（${said.join('，')}）` : ` (${said.join(', ')})`;
}

function whichOf({ schemes }: Pick<BuildingState, 'schemes'>, chosen: readonly RecordId[]): Text {
  const versions = schemes.flatMap((scheme) => scheme.versions);
  const isChosen = (wanted: readonly RecordId[]): boolean =>
    wanted.length > 0 && [...wanted].sort().join() === [...new Set(chosen)].sort().join();
  if (isChosen(versions.map(({ id }) => id))) return text('全部版本', 'all versions');
  const newest = (all: typeof schemes) => all.flatMap((scheme) => scheme.versions.slice(0, 1));
  const current = schemes.filter(({ archived }) => !archived);
  for (const some of [schemes, current]) {
    if (isChosen(newest(some).map(({ id }) => id))) return text('各方案最新版', 'newest versions');
  }
  const marked = versions.filter(({ milestones }) => milestones.length > 0);
  if (isChosen(marked.map(({ id }) => id))) return text('有标记的版本', 'marked versions');
  return text(`选定 ${chosen.length} 版`, `${chosen.length} chosen`);
}
