import { type Problem, pathTo } from '../plan/integrity.ts';
import { problemsOfIssues } from '../plan/problem-words.ts';
import { elementSchemas } from '../plan/schema.ts';

/**
 * What is wrong with the elements of a document that nobody has checked yet, up to `most` problems.
 * The schema collects everything before it answers, which for millions of wrong elements takes more
 * memory than there is; this looks at one element after the other and stops.
 */
export function elementProblems(file: unknown, most: number): Problem[] {
  const problems: Problem[] = [];
  for (const [table, at, elements] of tablesOf(file)) {
    for (const [id, element] of Object.entries(elements)) {
      if (problems.length >= most) return problems;
      const parsed = elementSchemas[table].safeParse(element, { reportInput: true });
      if (!parsed.success) problems.push(...problemsOfIssues(parsed.error.issues, pathTo(at, id)));
    }
  }
  return problems;
}

type TableName = keyof typeof elementSchemas;

function* tablesOf(file: unknown): Generator<[TableName, string, object]> {
  const schemes = isObject(file) && Array.isArray(file.schemes) ? file.schemes : [];
  for (const [index, scheme] of schemes.entries()) {
    if (!isObject(scheme) || !isObject(scheme.storeys)) continue;
    for (const [id, storey] of Object.entries(scheme.storeys)) {
      const at = pathTo(pathTo(pathTo('schemes', index), 'storeys'), id);
      if (!isObject(storey)) continue;
      for (const table of Object.keys(elementSchemas) as TableName[]) {
        const elements = storey[table];
        if (isObject(elements)) yield [table, pathTo(at, table), elements];
      }
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
