import type { SchemeSummary } from '../../shared/bridge.ts';
import { schemeNameKey } from '../../shared/records/scheme-names.ts';
import { type Text, text } from '../../shared/text.ts';
import { dateTime } from './say.ts';

type Told = Pick<SchemeSummary, 'id' | 'name' | 'since'> & {
  readonly versions: readonly { readonly author: string }[];
};

/**
 * A scheme as people call it: by its name. Where two of a building have one name, which came together
 * from two machines, it is said who saved the first version and when it was begun, and the scheme's
 * mark where even that is the same.
 */
export function schemeWords(scheme: Told, schemes: readonly Told[]): Text {
  const alike = schemes.filter(
    ({ id, name }) => id !== scheme.id && schemeNameKey(name) === schemeNameKey(scheme.name),
  );
  if (alike.length === 0) return text(scheme.name, scheme.name);
  const [zh, en] = [factsOf(scheme, 'zh'), factsOf(scheme, 'en')];
  const isTold = alike.every((other) => factsOf(other, 'zh') !== zh);
  const mark = isTold ? '' : ` #${scheme.id.slice(-4)}`;
  return text(`${scheme.name}（${zh}${mark}）`, `${scheme.name} (${en}${mark})`);
}

function factsOf({ versions, since }: Told, language: keyof Text): string {
  const author = versions.at(-1)?.author.trim() ?? '';
  const begun = dateTime(since, language);
  return author === '' ? begun : `${author} ${begun}`;
}
