import { mostProfileName } from '../../shared/plan/profile-schema.ts';
import { type Text, text } from '../../shared/text.ts';

/** The name, or with the first number that no other profile has; shortened so that a file may have it. */
export function freeProfileName(name: string, taken: readonly string[], after = ''): string {
  for (let count = 1; ; count += 1) {
    const end = `${after}${count === 1 ? '' : ` ${count}`}`;
    const found = `${shortened(name, mostProfileName - end.length)}${end}`;
    if (!taken.includes(found)) return found;
  }
}

/** Without half of a character at its end. */
const shortened = (name: string, most: number): string =>
  name
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();

/** Why a profile cannot be called this; null where it can. */
export function profileNameProblem(name: string, others: readonly string[]): Text | null {
  if (name === '') return text('名称不能为空。', 'A profile needs a name.');
  return others.includes(name)
    ? text(
        `已有名为“${name}”的标准，请换一个名称。`,
        `There is a profile called "${name}" already: choose another name.`,
      )
    : null;
}
