import { type Text, text } from '../text.ts';

/** Something wrong in a plan or a file, and where: `storeys.storey_1.walls.wall_12.b`. */
export interface Problem {
  readonly at: string;
  readonly problem: Text;
}

/** No more are of use to a person at once, and a hostile file gets no bigger answer. */
export const mostProblems = 1000;

/** The first of many problems, and how many more there are. */
export function firstProblems(problems: readonly Problem[], most = mostProblems): Problem[] {
  if (problems.length <= most) return [...problems];
  const more = problems.length - most;
  return [
    ...problems.slice(0, most),
    { at: '', problem: text(`另有 ${more} 处问题未列出`, `${more} more problems are not listed`) },
  ];
}

/** The path one step down. Keys that could be misread are quoted. */
export function pathTo(at: string, key: string | number): string {
  if (typeof key === 'number') return `${at}[${key}]`;
  const plain = /^[A-Za-z_$][\w$-]*$/.test(key);
  const step = plain ? key : `[${JSON.stringify(key.length > 60 ? `${key.slice(0, 60)}…` : key)}]`;
  return plain && at !== '' ? `${at}.${step}` : `${at}${step}`;
}

/** Own keys only: a reference named like something every object inherits is still missing. */
export const has = (table: object, id: string): boolean => Object.hasOwn(table, id);

/** A reference to what is not there. */
export const missing = (at: string, zh: string, en: string, id: string): Problem => ({
  at,
  problem: text(`没有${zh} ${id}`, `no such ${en} ${id}`),
});
