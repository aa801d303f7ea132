import { z } from 'zod';
import { documentSchema } from '../../shared/exchange/document.ts';

/** The JSON Schema of a building document, as editors of JSON files use it. */
export function schemaText(): string {
  const schema = z.toJSONSchema(documentSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'Duyong building document', ...schema }, null, 2)}\n`;
}
