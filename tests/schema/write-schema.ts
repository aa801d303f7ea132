import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaText } from './schema-text.ts';

const target = new URL('../../assets/schema/building.schema.json', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, schemaText());
