/** Other ways in which people write the units that number fields have. */
const unitNames: Readonly<Record<string, readonly string[]>> = {
  'm²': ['m2', '平方米', '平米'],
  m: ['m', '米'],
  mm: ['mm', '毫米'],
  '°': ['°', '度'],
  '%': ['%'],
};

/**
 * What was typed into a number field, in the field's unit; null for nothing, NaN for what is no number.
 * Full-width digits, `。` for the point and the unit itself are taken. A comma is not: it parts thousands
 * for some and decimals for others, and neither reading may become another number without a word.
 */
export function typedNumber(words: string, unit?: string): number | null {
  const plain = words.normalize('NFKC').replace(/。/g, '.').replace(/−/g, '-').trim().toLowerCase();
  const names = unit === undefined ? [] : (unitNames[unit] ?? []);
  const name = names.find((one) => plain.endsWith(one));
  const number = name === undefined ? plain : plain.slice(0, -name.length).trimEnd();
  if (plain === '') return null;
  return /^-?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : Number.NaN;
}

/**
 * The same for a field of antd, which by itself leaves out what it does not know: of `1,5` it makes 15.
 * Its types do not say that null stands for an empty field.
 */
export const parserFor =
  (unit?: string) =>
  (words: string | undefined): number =>
    typedNumber(words ?? '', unit) as number;
