import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Storey } from '../../shared/plan/model.ts';
import { type Line, storeyOfLines } from '../generate/soup.ts';
import { duplex } from '../samples/convert-duplex.ts';

/** A real plan's storey; `stated` are areas in m2 by its source, smallest first. */
export interface RealStorey {
  readonly name: string;
  readonly storey: Storey;
  readonly stated: readonly number[] | null;
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'plans');

interface Fixture {
  readonly storeys: readonly {
    readonly name: string;
    readonly walls: readonly Line[];
    readonly stated?: readonly number[];
  }[];
}

/** Every storey of tests/fixtures/plans, and the duplex as it is among the samples. */
export function realStoreys(): RealStorey[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const others = files.flatMap((file) => {
    const { storeys } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Fixture;
    return storeys.map(({ name, walls, stated = null }) => ({
      name: `${file.replace('.json', '')}, ${name}`,
      storey: storeyOfLines(walls),
      stated,
    }));
  });
  const [scheme] = Object.values(duplex().schemes);
  const own = Object.values(scheme!.storeys as unknown as Record<string, Storey>);
  return [
    ...others,
    ...own.map((storey) => ({ name: `duplex, ${storey.name}`, storey, stated: null })),
  ];
}
