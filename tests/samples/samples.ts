import { brothers } from './brothers.ts';
import { duplex } from './convert-duplex.ts';
import { documentText, type SampleDocument } from './document.ts';

export const sampleDocuments = {
  'brothers.json': brothers,
  'duplex.json': duplex,
} satisfies Record<string, () => SampleDocument>;

/** File name -> content, as committed in assets/samples. */
export const sampleTexts = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sampleDocuments).map(([name, build]) => [name, documentText(build())]),
  );
