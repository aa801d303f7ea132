import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaText } from './schema-text.ts';

test('the committed JSON Schema is that of the code (npm run schema writes it)', () => {
  const file = new URL('../../assets/schema/building.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(schemaText());
});
