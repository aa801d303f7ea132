import type { SchemeId } from '../plan/model.ts';
import { type Text, text } from '../text.ts';

interface Named {
  readonly id: SchemeId;
  readonly name: string;
}

/**
 * A scheme's name for comparing: full and half width, letters large and small, and blanks around it
 * or doubled within make no other name.
 */
export const schemeNameKey = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** The scheme of a building that has this name already, leaving out the one that is being named. */
export function schemeCalled<S extends Named>(
  name: string,
  schemes: readonly S[],
  own: SchemeId | null = null,
): S | null {
  const wanted = schemeNameKey(name);
  return schemes.find((one) => one.id !== own && schemeNameKey(one.name) === wanted) ?? null;
}

/** A name that the program gives: with the first free number where the building has it already. */
export function freeSchemeName(name: string, schemes: readonly Named[]): string {
  if (!schemeCalled(name, schemes)) return name;
  let number = 2;
  while (schemeCalled(`${name} ${number}`, schemes)) number += 1;
  return `${name} ${number}`;
}

/** Why a name is refused, and what to do. */
export const takenNameWords = (other: Named & { readonly archived: boolean }): Text =>
  other.archived
    ? text(
        `已归档的方案中已有“${other.name}”，同名方案难以区分。请换一个名称，或取消那个方案的归档后继续使用。`,
        `An archived scheme is already called "${other.name}". Choose another name, or restore that scheme and go on with it.`,
      )
    : text(
        `这栋楼已有方案“${other.name}”，同名方案难以区分。请换一个名称，例如加上日期或特点。`,
        `This building already has a scheme called "${other.name}". Choose another name, for example with a date or what is particular about it.`,
      );
