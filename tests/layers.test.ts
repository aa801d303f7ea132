import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The import directions of the design, held against the code. */

const root = resolve(import.meta.dirname, '..');

/** What each layer may import besides itself. Packages are listed by name. */
const allowed: Record<string, readonly string[]> = {
  'shared/text.ts': [],
  'shared/shown-area.ts': [],
  'shared/command-words.ts': ['shared/text.ts'],
  'shared/geometry': [],
  'shared/plan': ['shared/text.ts', 'shared/geometry'],
  'shared/derive': ['shared/text.ts', 'shared/shown-area.ts', 'shared/geometry', 'shared/plan'],
  'shared/edit': ['shared/text.ts', 'shared/geometry', 'shared/plan', 'shared/derive'],
  'shared/rules': [
    'shared/text.ts',
    'shared/shown-area.ts',
    'shared/geometry',
    'shared/plan',
    'shared/derive',
  ],
  // A proposal ends in an edit, and answers what a rule found.
  'shared/propose': [
    'shared/text.ts',
    'shared/geometry',
    'shared/plan',
    'shared/derive',
    'shared/edit',
    'shared/rules',
  ],
  'shared/records': [
    'shared/text.ts',
    'shared/shown-area.ts',
    'shared/geometry',
    'shared/plan',
    'shared/derive',
  ],
  // A profile of rules is a file as well.
  'shared/exchange': [
    'shared/text.ts',
    'shared/geometry',
    'shared/plan',
    'shared/derive',
    'shared/rules',
  ],
  'shared/bridge-shapes.ts': ['shared/text.ts', 'shared/plan', 'shared/records'],
  'shared/bridge.ts': [
    'shared/bridge-shapes.ts',
    'shared/text.ts',
    'shared/plan',
    'shared/records',
  ],
  electron: ['shared'],
  renderer: ['shared'],
};

const packages: Record<string, readonly string[]> = {
  shared: ['zod', 'immer', 'flatbush', 'clipper2-ts', 'polylabel'],
  'renderer/canvas': ['konva', 'react-konva', 'react', 'zustand', 'flatbush'],
  renderer: [
    'react',
    'react-dom',
    'antd',
    '@ant-design/icons',
    'zustand',
    'pdfjs-dist',
    '@fontsource-variable/noto-sans-sc',
    'flatbush',
  ],
  electron: ['electron', 'electron-store', 'conf', 'zod', 'node:'],
  // What builds the program is no part of it.
  'electron/build.mjs': ['vite', 'rolldown', 'node:'],
  'renderer/vite.config.ts': ['vite', '@vitejs/plugin-react', 'node:'],
};

/** The clock and chance, which an argument brings where `shared/` needs them. */
const impure = /\bDate\b|\bMath\b(?!\.(?!random\b)\w)|\b(?:performance|crypto)\b/g;
const impuritiesOf = (source: string): string[] =>
  source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'/gm, '').match(impure) ?? [];

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
    const wrong = files.flatMap((file) => {
      const home = Object.keys(packages)
        .filter((place) => file === place || file.startsWith(`${place}/`))
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

  it('shared has no clock and no chance', () => {
    const wrong = files
      .filter((file) => file.startsWith('shared/'))
      .flatMap((file) =>
        impuritiesOf(readFileSync(join(root, file), 'utf8')).map((found) => `${file}: ${found}`),
      );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['new Date()', true],
    ['Date.now()', true],
    ['Math.random()', true],
    ['const { random } = Math;', true],
    ['performance.now()', true],
    ['Math.hypot(1, 2) // Date', false],
    ["/** The Date. */ const word = 'Date';", false],
    ['isUpdated(updateDate)', false],
  ])('%s is clock or chance: %s', (source, expected) => {
    expect(impuritiesOf(source).length > 0).toBe(expected);
  });
});
