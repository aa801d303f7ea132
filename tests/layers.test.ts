import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import directions of the design, held against the code. */

const root = resolve(import.meta.dirname, '..');

/** What each layer may import besides itself. Packages are listed by name. */
const allowed: Record<string, readonly string[]> = {
  'shared/text.ts': [],
  'shared/geometry': [],
  'shared/plan': ['shared/text.ts', 'shared/geometry'],
  'shared/derive': ['shared/text.ts', 'shared/geometry', 'shared/plan'],
  'shared/edit': ['shared/text.ts', 'shared/geometry', 'shared/plan', 'shared/derive'],
  'shared/rules': ['shared/text.ts', 'shared/geometry', 'shared/plan', 'shared/derive'],
  // A proposal ends in an edit, and answers what a rule found.
  'shared/propose': [
    'shared/text.ts',
    'shared/geometry',
    'shared/plan',
    'shared/derive',
    'shared/edit',
    'shared/rules',
  ],
  'shared/records': ['shared/text.ts', 'shared/geometry', 'shared/plan', 'shared/derive'],
  'shared/exchange': ['shared/text.ts', 'shared/geometry', 'shared/plan', 'shared/derive'],
  'shared/bridge.ts': ['shared/text.ts', 'shared/plan'],
  electron: ['shared'],
  renderer: ['shared'],
};

const packages: Record<string, readonly string[]> = {
  shared: ['zod', 'immer', 'flatbush', 'clipper2-ts', 'polylabel'],
  'renderer/canvas': ['konva', 'react-konva', 'react', 'zustand'],
  renderer: [
    'react',
    'react-dom',
    'antd',
    '@ant-design/icons',
    'zustand',
    '@fontsource-variable/noto-sans-sc',
  ],
  electron: ['electron', 'electron-store', 'conf', 'zod', 'node:'],
};

const files = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...source.matchAll(pattern)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

const layerOf = (file: string): string =>
  Object.keys(allowed)
    .filter((layer) => file === layer || file.startsWith(`${layer}/`))
    .sort((left, right) => right.length - left.length)[0] ?? file;

const isPackage = (specifier: string): boolean => !specifier.startsWith('.');

describe('layers', () => {
  it('are all known', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => !(layerOf(file) in allowed))).toEqual([]);
  });

  it('import downwards only', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !isPackage(specifier))
        .map((specifier) =>
          relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/'),
        )
        .filter((target) => {
          const [from, to] = [layerOf(file), layerOf(target)];
          const may = [from, ...allowed[from]!];
          const data = target.startsWith('assets/') || target === 'package.json';
          return !data && !may.some((layer) => to === layer || to.startsWith(`${layer}/`));
        })
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('use only their own packages; Konva stays in renderer/canvas', () => {
    const wrong = files
      .filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
      .filter((file) => !file.endsWith('vite.config.ts'))
      .flatMap((file) => {
        const home = Object.keys(packages)
          .filter((folder) => file.startsWith(`${folder}/`))
          .sort((left, right) => right.length - left.length)[0]!;
        const known = packages[home]!;
        return importsOf(file)
          .filter(isPackage)
          .filter(
            (name) =>
              !known.some(
                (one) => name === one || name.startsWith(one.endsWith(':') ? one : `${one}/`),
              ),
          )
          .map((name) => `${file} -> ${name}`);
      });
    expect(wrong).toEqual([]);
  });
});
