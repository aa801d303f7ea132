import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';
import { brothersShapes, drawingOf } from '../propose/brothers-outcomes.ts';
import { sampleTexts } from './samples.ts';

const folder = fileURLToPath(new URL('../../assets/samples/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(sampleTexts())) {
  writeFileSync(`${folder}${name}`, content);
  console.log(`assets/samples/${name}: ${content.length} characters`);
}

// Drawn by the window's own components, which Node cannot load as they stand.
const scratch = mkdtempSync(join(tmpdir(), 'duyong-drawings-'));
try {
  const file = join(scratch, 'drawings.mjs');
  await build({
    input: fileURLToPath(new URL('../propose/brothers-drawings.tsx', import.meta.url)),
    platform: 'node',
    output: { file, format: 'esm', codeSplitting: false },
    logLevel: 'warn',
  });
  const { brothersDrawing }: typeof import('../propose/brothers-drawings.tsx') = await import(
    pathToFileURL(file).href
  );
  for (const one of brothersShapes) {
    const drawing = brothersDrawing(one);
    writeFileSync(`${folder}${drawingOf(one)}`, drawing);
    console.log(`assets/samples/${drawingOf(one)}: ${drawing.length} characters`);
  }
} finally {
  rmSync(scratch, { recursive: true });
}
