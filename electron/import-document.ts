import type { BuildingDocument } from '../shared/exchange/document.ts';
import type { Problem } from '../shared/plan/integrity.ts';
import type { BuildingId } from '../shared/plan/model.ts';
import { type AddedTo, addBuilding } from './add-building.ts';
import { keepAssets } from './document-assets.ts';
import { derivationProblems } from './plan-figures.ts';
import type { Workshop } from './workshop.ts';

/** What the versions of an imported document are signed and noted with. */
interface ImportWords {
  readonly author: string;
  readonly note: string;
  /** Behind the building's name where the library has a building of its id already. */
  readonly named: string;
}

/**
 * A document as a building of the library; as another one where its id is there already. Null where
 * its rooms cannot be worked out: then nothing was written.
 */
export async function takeDocument(
  workshop: AddedTo & { readonly options: Pick<Workshop['options'], 'newId' | 'userData'> },
  document: BuildingDocument,
  { author, note, named }: ImportWords,
): Promise<{ readonly building: BuildingId | null; readonly problems: readonly Problem[] }> {
  const { library, options } = workshop;
  const underivable = derivationProblems(document, options.userData);
  if (underivable.length > 0) return { building: null, problems: underivable };
  const isTaken = (await library.buildings()).includes(document.building.id);
  const building = isTaken
    ? {
        ...document.building,
        id: options.newId('building'),
        name: `${document.building.name.slice(0, longestName - named.length)}${named}`,
      }
    : document.building;
  const id = await addBuilding(workshop, { ...document, building }, { author, note });
  return { building: id, problems: await keepAssets(library.path, id, document) };
}

/** As the bridge and the building document take it. */
const longestName = 200;
