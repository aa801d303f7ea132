import { readFileSync } from 'node:fs';
import {
  type BuildingDocument,
  parseDocument,
  type SchemeOfDocument,
} from '../shared/exchange/document.ts';
import { codeOf, Unusable } from './explained.ts';

/** One scheme of a building document: by id or name, the first without one. Throws `Unusable`. */
export function readScheme(path: string, wanted: string | undefined): SchemeOfDocument {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Unusable(`${path}: 读不到文件 / cannot be read (${codeOf(error) ?? 'unknown'})`);
  }
  const document = documentOf(path, source);
  const scheme =
    wanted === undefined
      ? document.schemes[0]
      : document.schemes.find(({ id, name }) => id === wanted || name === wanted);
  if (!scheme) {
    const known = document.schemes.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new Unusable(`${path}: 没有方案 / no such scheme: ${wanted ?? '-'}; ${known || '-'}`);
  }
  return scheme;
}

/** Throws `Unusable` with every problem and its path. */
export function documentOf(path: string, source: string): BuildingDocument {
  const { document, problems } = parseDocument(source);
  if (document) return document;
  const lines = problems.map(
    ({ at, problem }) => `${path}: ${at || '(document)'}: ${problem.zh} / ${problem.en}`,
  );
  throw new Unusable(lines.join('\n'));
}
