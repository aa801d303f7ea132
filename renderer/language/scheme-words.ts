import type { SchemeSummary } from '../../shared/bridge.ts';
import { schemeNameKey } from '../../shared/records/scheme-names.ts';
import { type Text, text } from '../../shared/text.ts';
import { dateTime } from './say.ts';

type Told = Pick<SchemeSummary, 'id' | 'name' | 'since'> & {
  readonly versions: readonly { readonly author: string }[];
};

/** Whether the record that says its name is damaged or has not arrived: it goes by its id (fold.ts). */
export const isUnnamed = ({ id, name }: Pick<SchemeSummary, 'id' | 'name'>): boolean => name === id;

/**
 * A scheme as people call it: by its name, or as one whose name is not here. Where two of a building have one name, which came together
 * from two machines, it is said who saved the first version and when it was begun, and the scheme's
 * mark where even that is the same.
 */
export function schemeWords(scheme: Told, schemes: readonly Told[]): Text {
  const called = nameOf(scheme);
  const alike = schemes.filter(
    (other) =>
      other.id !== scheme.id && schemeNameKey(nameOf(other).zh) === schemeNameKey(called.zh),
  );
  if (alike.length === 0) return called;
  const [zh, en] = [factsOf(scheme, 'zh'), factsOf(scheme, 'en')];
  const isTold = alike.every((other) => factsOf(other, 'zh') !== zh);
  const mark = isTold ? '' : ` #${scheme.id.slice(-4)}`;
  return text(`${called.zh}（${zh}${mark}）`, `${called.en} (${en}${mark})`);
}

const nameOf = (scheme: Told): Text =>
  isUnnamed(scheme) ? unnamed : text(scheme.name, scheme.name);

const unnamed = text('名称缺失的方案', 'Scheme without its name');

function factsOf({ versions, since }: Told, language: keyof Text): string {
  const author = versions.at(-1)?.author.trim() ?? '';
  const begun = dateTime(since, language);
  return author === '' ? begun : `${author} ${begun}`;
}
