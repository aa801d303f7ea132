/** px by font and words; emptied when a font arrives. */
const widths = new Map<string, number>();
const mostWidths = 20_000;

export const forgetWidths = (): void => widths.clear();

/** How wide words are written, px; leaves the context with that font. */
export function widthOf(
  context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>,
  font: string,
  words: string,
): number {
  const key = `${font}/${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font;
  const { width } = context.measureText(words);
  if (widths.size >= mostWidths) widths.clear();
  widths.set(key, width);
  return width;
}
