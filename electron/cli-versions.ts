import type { VersionState } from '../shared/records/fold.ts';
import { milestoneWords } from '../shared/records/milestone-words.ts';
import { schemeNameKey } from '../shared/records/scheme-names.ts';
import type { Shelf, ShelfPlan, ShelfScheme } from './cli-shelf.ts';
import { Unusable } from './explained.ts';

/** How versions are called on the command line: as the window names them, or by their ids. */

/**
 * The one that an option means: a scheme by id or name stands for its newest version; a version goes by
 * its id or the end of it (`#3f9a`), number, note or mark, after its scheme's name where several have
 * such a one: `方案甲 第 2 版`, `Scheme A: 2`. Throws `Unusable` with all that there are.
 */
export function onePlan(shelf: Shelf, wanted: string, option: string): ShelfPlan {
  const found = plansCalled(shelf, wanted, ([newest]) => (newest ? [newest] : []));
  if (found.length === 1) return found[0]!;
  throw new Unusable(
    found.length === 0
      ? `--${option}: 没有这个版本或方案 / no such version or scheme: ${wanted}\n${listOf(allPlans(shelf))}`
      : `--${option}: 不止一个，请用编号 / more than one, give the id: ${wanted}\n${listOf(found)}`,
  );
}

/** All that some words mean; a scheme's name stands for what `ofScheme` takes of its plans. */
export function plansCalled(
  { schemes }: Shelf,
  wanted: string,
  ofScheme: (plans: ShelfScheme['plans']) => readonly ShelfPlan[],
): readonly ShelfPlan[] {
  const wordsAfter = (scheme: ShelfScheme) => wordsBehind(wanted, namesOf(scheme, schemes));
  const whole = schemes.filter((scheme) => wordsAfter(scheme) === '');
  if (whole.length > 0) return whole.flatMap(({ plans }) => ofScheme(plans));
  return schemes.flatMap((scheme) => {
    const rest = wordsAfter(scheme);
    return scheme.plans.filter(
      ({ version }) =>
        version !== null &&
        (isVersion(version, wanted) || (rest !== null && isVersion(version, rest))),
    );
  });
}

export const allPlans = ({ schemes }: Shelf): readonly ShelfPlan[] =>
  schemes.flatMap(({ plans }) => plans);

/** What a scheme is called by: its id, its name, and the first word of that where no other has it. */
function namesOf({ id, name }: ShelfScheme, schemes: Shelf['schemes']): string[] {
  const [first = ''] = schemeNameKey(name).split(' ');
  const isOwn = schemes.every(
    (other) => other.id === id || !schemeNameKey(other.name).startsWith(first),
  );
  return [id, schemeNameKey(name), ...(isOwn ? [first] : [])].filter((called) => called !== '');
}

/** What follows the first of some names; null where the words begin with none. */
function wordsBehind(words: string, names: readonly string[]): string | null {
  const key = schemeNameKey(words);
  for (const called of names) {
    if (!key.startsWith(called)) continue;
    const rest = key.slice(called.length);
    if (rest === '') return '';
    // Behind `Scheme A` stands no `Scheme Ab`.
    const [apart] = /^[\s·:,@/]+/u.exec(rest) ?? [];
    if (apart !== undefined) return rest.slice(apart.length);
  }
  return null;
}

/** Characters of an id's end that tell a version: as many as the window shows. */
const leastEnd = 4;

function isVersion(version: VersionState, words: string): boolean {
  const key = schemeNameKey(words);
  if (key === '') return false;
  if (version.id.toLowerCase() === key) return true;
  const end = /^#([0-9a-f]+)$/.exec(key)?.[1];
  if (end !== undefined && end.length >= leastEnd && version.id.endsWith(end)) return true;
  const number = /^(?:v|version ?|第 ?)?(\d+)(?: ?版)?$/.exec(key)?.[1];
  if (number !== undefined && Number(number) === version.number) return true;
  return [
    version.note,
    ...version.milestones.flatMap((mark) => Object.values(milestoneWords(mark))),
  ]
    .map(schemeNameKey)
    .includes(key);
}

/** `方案甲 · 第 2 版 Version 2 · 征询前 · 王工 · 2026-03-05 14:02`, on one line. */
export function planLabel({ scheme, version }: ShelfPlan): string {
  if (!version) return scheme.name;
  return [
    scheme.name,
    `第 ${version.number} 版 Version ${version.number}`,
    version.note.trim().replace(/\s+/g, ' '),
    version.author.trim(),
    ...version.milestones.map((mark) => `${milestoneWords(mark).zh} ${milestoneWords(mark).en}`),
    // `2026-03-05 14:02`, by the clock of this machine, as the window has it.
    new Date(version.savedAt).toLocaleString('sv-SE').slice(0, 16),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** The same for scripts. */
export const planReport = ({ scheme, version }: ShelfPlan) => ({
  scheme: scheme.id,
  name: scheme.name,
  version: version?.id ?? null,
  number: version?.number ?? null,
  note: version?.note ?? null,
  author: version?.author ?? null,
  savedAt: version?.savedAt ?? null,
});

export const listOf = (plans: readonly ShelfPlan[]): string =>
  plans.map((plan) => `  ${plan.version?.id ?? plan.scheme.id}\t${planLabel(plan)}`).join('\n');
