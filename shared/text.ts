/** Words a person reads, in both languages of the product. A missing one does not compile. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Text;

export const text = (zh: string, en: string): Text => ({ zh, en });

/** An English name inside a sentence: `Sink` becomes `sink`, `WC` stays. */
export const inside = (name: string): string =>
  name.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
