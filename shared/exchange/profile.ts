import { firstProblems, type Problem } from '../plan/integrity.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { type ProfileFile, profileSchema } from '../plan/profile-schema.ts';
import { profileProblems } from '../rules/profile-of-file.ts';
import { text } from '../text.ts';
import { readJson } from './read-json.ts';

/** Characters; a profile has a few thousand. */
const longest = 1_000_000;

/** Reads a profile of rules. The file is null where there is any problem. Never throws. */
export function parseProfile(source: string): {
  readonly file: ProfileFile | null;
  readonly problems: readonly Problem[];
} {
  const failed = (problems: readonly Problem[]) => ({
    file: null,
    problems: firstProblems(problems),
  });
  if (source.length > longest || !/^\uFEFF?\s*\{/.test(source)) return failed([notAProfile]);
  const { value, problems } = readJson(source);
  if (problems.length > 0) return failed(problems);
  const isMeant =
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'duyong-profile';
  if (!isMeant) return failed([notAProfile]);
  const parsed = profileSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return failed(problemsOfIssues(parsed.error.issues));
  const unknown = profileProblems(parsed.data);
  return unknown.length > 0 ? failed(unknown) : { file: parsed.data, problems: [] };
}

const notAProfile: Problem = {
  at: '',
  problem: text(
    '这不是审查标准文件。请选择从独用导出的审查标准（.json）',
    'this is no profile of rules: choose one that Duyong exported (.json)',
  ),
};

/** The profile as text: rules and numbers in order, the same for equal profiles. */
export function writeProfile(file: ProfileFile): string {
  const inOrder = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, field]) => field !== undefined)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, field]) => [key, inOrder(field)]),
        )
      : value;
  const { format, kind, name, base, rules, fixtures } = file;
  const whole = { format, kind, name, base, rules: inOrder(rules), fixtures: inOrder(fixtures) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
