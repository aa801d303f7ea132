import { type Problem, pathTo } from '../plan/problem.ts';
import type { ProfileFile } from '../plan/profile-schema.ts';
import { text } from '../text.ts';
import type { FixtureDemands } from './fixture-demands.ts';
import { isAim, type Profile, profileOfBase, type RuleSetting } from './profile.ts';
import { ruleOf } from './rules.ts';

/** A profile as its file names it, with what the base says about the rest. */
export function profileOfFile({ name, base, rules, fixtures }: ProfileFile): Profile {
  const from = profileOfBase(base);
  const isBase = Object.keys(rules).length + Object.keys(fixtures).length === 0;
  if (isBase && name === from.name) return from;
  const merged: Record<string, RuleSetting> = { ...from.rules };
  for (const [id, setting] of Object.entries(rules)) {
    // A file that nobody checked must not do what no screen offers.
    if (isAim(id)) continue;
    const was = from.rules[id];
    merged[id] = { ...was, ...setting, numbers: { ...was?.numbers, ...setting.numbers } };
  }
  return {
    name,
    base,
    note: text(
      `本单位自定的审查标准，以“${from.name}”为基础。`,
      `A profile of this office, based on "${from.name}".`,
    ),
    rules: merged,
    fixtures: withSizes(from.fixtures, fixtures),
  };
}

/** What the program knows nothing of: rules, numbers and sizes that are not there; F1 switched off. */
export function profileProblems({ rules, fixtures, base }: ProfileFile): Problem[] {
  const problems: Problem[] = [];
  for (const [id, { numbers, off, severity }] of Object.entries(rules)) {
    const at = pathTo('rules', id);
    const rule = ruleOf(id);
    if (!rule) {
      problems.push({ at, problem: text('没有这条规则', 'there is no such rule') });
      continue;
    }
    for (const [name, value] of Object.entries(numbers ?? {})) {
      const here = pathTo(pathTo(at, 'numbers'), name);
      const known = rule.numbers[name];
      if (!known) {
        problems.push({
          at: here,
          problem: text('这条规则没有这个数', 'the rule takes no such number'),
        });
      } else if (known.unit === 'nth' && value < 1) {
        problems.push({
          at: here,
          problem: text('应为几分之一的分母，至少为 1', 'the 7 of a seventh: at least 1'),
        });
      }
    }
    if (isAim(id) && (off !== undefined || severity === 'warning')) {
      problems.push({
        at,
        problem: text(
          '煤卫独用是成套改造的目标，不能关闭，也不能降为提示',
          'own kitchen and bathroom is the aim of the programme: it is neither switched off nor made a warning',
        ),
      });
    }
  }
  const known = sizesOf(profileOfBase(base).fixtures);
  for (const path of Object.keys(fixtures)) {
    if (path in known) continue;
    problems.push({
      at: `fixtures.${path}`,
      problem: text('没有这项尺寸', 'there is no such size'),
    });
  }
  return problems;
}

/** Every size of the demands, mm, by its path: `wc.front.least`. */
export function sizesOf(demands: FixtureDemands): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {};
  const collect = (value: unknown, path: string): void => {
    if (typeof value === 'number') sizes[path] = value;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        collect(inner, path ? `${path}.${key}` : key);
    }
  };
  const { source: _, ...rest } = demands;
  collect(rest, '');
  return sizes;
}

function withSizes(
  demands: FixtureDemands,
  sizes: Readonly<Record<string, number>>,
): FixtureDemands {
  const set = <V>(value: V, path: string): V => {
    if (typeof value === 'number') return (sizes[path] ?? value) as V;
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      set(inner, path ? `${path}.${key}` : key),
    ]);
    return Object.fromEntries(entries) as V;
  };
  if (Object.keys(sizes).length === 0) return demands;
  const { source, ...rest } = demands;
  return { ...set(rest, ''), source };
}
