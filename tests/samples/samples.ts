import { brothers } from './brothers.ts';
import { duplex } from './convert-duplex.ts';
import { documentText, type SampleDocument } from './document.ts';
import { nineteen } from './nineteen.ts';
import { outOfLine } from './out-of-line.ts';

export const sampleDocuments = {
  'brothers.json': brothers,
  'duplex.json': duplex,
  'nineteen.json': nineteen,
  'out-of-line.json': outOfLine,
} satisfies Record<string, () => SampleDocument>;

/** File name -> content, as committed in assets/samples. */
export const sampleTexts = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sampleDocuments).map(([name, build]) => [name, documentText(build())]),
  );
