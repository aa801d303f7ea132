/** The bundled family. Chinese first in both languages, so that mixed labels keep one baseline. */
export const fontFamily =
  "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";

const weights = [400, 500, 700] as const;

/**
 * Resolves when the pieces of the font that hold the sample's characters are in. A canvas does not
 * redraw when a font arrives later, so it waits for this first. A font that cannot be loaded is no
 * reason to show nothing: the fallback draws.
 */
export async function fontsReady(sample: string): Promise<void> {
  const loads = weights.map((weight) =>
    document.fonts.load(`${weight} 12px 'Noto Sans SC Variable'`, sample),
  );
  await Promise.allSettled(loads);
}
