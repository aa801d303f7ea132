import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sampleTexts } from './samples.ts';

const folder = fileURLToPath(new URL('../../assets/samples/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(sampleTexts())) {
  writeFileSync(`${folder}${name}`, content);
  console.log(`assets/samples/${name}: ${content.length} characters`);
}
