import type { z } from 'zod';
import { type Text, text } from '../text.ts';
import { type Problem, pathTo } from './integrity.ts';

type Issue = z.core.$ZodIssue;

/**
 * The schema's issues in words for people, each with its path; parse with `reportInput: true`, so
 * that a missing fact can be told from a wrong one.
 */
export function problemsOfIssues(issues: readonly Issue[], at = ''): Problem[] {
  const problems: Problem[] = [];
  for (const issue of issues) {
    const here = issue.path.reduce<string>(
      (path, key) => pathTo(path, typeof key === 'number' ? key : String(key)),
      at,
    );
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        problems.push({ at: pathTo(here, key), problem: text('没有这一项', 'unknown key') });
      }
    } else problems.push({ at: here, problem: words(issue) });
  }
  return problems;
}

function words(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
    case 'too_big':
      return outOfRange(issue);
    case 'invalid_format':
      return wrongFormat(issue);
    case 'invalid_value': {
      if (issue.input === undefined) return missing;
      const values = issue.values.map((value) => JSON.stringify(value));
      return values.length === 1
        ? text(`只能是 ${values[0]}`, `must be ${values[0]}`)
        : text(`只能是以下之一：${values.join('、')}`, `must be one of ${values.join(', ')}`);
    }
    case 'invalid_key':
      return issue.issues[0] ? words(issue.issues[0]) : notAllowed;
    case 'invalid_union': {
      const options = issue.errors.flatMap((option) => (option[0] ? [words(option[0])] : []));
      return options.length === 0
        ? notAllowed
        : text(
            options.map((option) => option.zh).join('，或'),
            [...new Set(options.map((option) => option.en))].join(', or '),
          );
    }
    default:
      return notAllowed;
  }
}

const missing = text('缺少这一项', 'missing');
const notAllowed = text('不允许的值', 'a value that is not allowed');

const typeNames: Readonly<Record<string, Text>> = {
  string: text('文字', 'text'),
  number: text('数字', 'a number'),
  int: text('整数', 'a whole number'),
  boolean: text('true 或 false', 'true or false'),
  array: text('列表 [ ]', 'a list [ ]'),
  object: text('对象 { }', 'an object { }'),
  record: text('对象 { }', 'an object { }'),
};

function wrongType(expected: string, input: unknown): Text {
  if (input === undefined) return missing;
  const wanted = typeNames[expected] ?? text('其他类型的值', 'another kind of value');
  if (expected === 'int' && typeof input === 'number') {
    return text(`应为整数，现为 ${input}`, `must be a whole number, not ${input}`);
  }
  const found = typeNames[typeOf(input)];
  const notZh = found ? `，现为${found.zh}` : input === null ? '，现为空值 null' : '';
  const notEn = found ? `, not ${found.en}` : input === null ? ', not null' : '';
  if (found === wanted) return text('数字过大或无效', 'too large a number, or not one');
  return text(`应为${wanted.zh}${notZh}`, `must be ${wanted.en}${notEn}`);
}

function typeOf(input: unknown): string {
  if (input === null) return 'null';
  return Array.isArray(input) ? 'array' : typeof input;
}

function outOfRange(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Text {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  const input: unknown = issue.input;
  if (issue.origin === 'string') {
    if (small && limit === 1) return text('不能为空', 'must not be empty');
    return small
      ? text(`至少 ${limit} 个字`, `must have at least ${limit} characters`)
      : text(`不能超过 ${limit} 个字`, `must have at most ${limit} characters`);
  }
  if (issue.origin === 'array') {
    return small
      ? text(`至少要有 ${limit} 项`, `must have at least ${limit} items`)
      : text(`不能超过 ${limit} 项`, `must have at most ${limit} items`);
  }
  const zh = typeof input === 'number' ? `，现为 ${input}` : '';
  const en = typeof input === 'number' ? `, not ${input}` : '';
  return small
    ? text(`超出范围：不能小于 ${limit}${zh}`, `out of range: must be at least ${limit}${en}`)
    : text(`超出范围：不能大于 ${limit}${zh}`, `out of range: must be at most ${limit}${en}`);
}

/** The schema's patterns are ids, whose kind is read off the beginning, and names. */
function wrongFormat(issue: Extract<Issue, { code: 'invalid_format' }>): Text {
  const pattern = 'pattern' in issue ? issue.pattern : undefined;
  if (pattern === '/\\S/')
    return text('不能为空，也不能只有空格', 'must not be empty or only blanks');
  if (pattern?.includes('\\u202e')) {
    const found = typeof issue.input === 'string' ? firstUnseen(issue.input) : '';
    return text(
      `含有看不见的控制字符${found}，请删去后重新填写`,
      `holds a control character that cannot be seen${found}: remove it and write the text again`,
    );
  }
  const kind = pattern?.match(/^\/?\^([a-z]+)_/)?.[1];
  if (!kind) return text('格式不对', 'has the wrong form');
  return text(
    `编号应以“${kind}_”开头，后面只用字母、数字、点、下划线或连字符`,
    `must be an id: "${kind}_", then letters, digits, dots, underscores or hyphens`,
  );
}

/** ` U+202E`: the first character that is not to be seen, line breaks aside where there is another. */
function firstUnseen(input: string): string {
  const unseen = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
  const all = input.match(unseen) ?? [];
  const first = all.find((mark) => !'\t\n\r'.includes(mark)) ?? all[0];
  const code = first?.codePointAt(0);
  return code === undefined ? '' : ` U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
