import { writeSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { newId, now } from '../../electron/places.ts';
import { createServices } from '../../electron/services.ts';
import { commonStoreOptions } from '../../electron/store-file.ts';
import type { Answer, Arguments, RequestName } from '../../shared/bridge.ts';
import type { BuildingId, Plan, SchemeId, StoreyId } from '../../shared/plan/model.ts';
import { generateStorey } from '../generate/storey.ts';

/**
 * Draws and saves without end, as a program of its own that may be killed at any moment. Says on
 * standard output what it is about to do and what is done. A plan's number is its storey's elevation.
 *
 *   node saving-child.ts FOLDER BUILDING SCHEME USER SAVES
 *
 * with `library` and the machine's files `USER` in FOLDER. Ends after SAVES versions; `edit` instead
 * writes drafts as well, and goes on.
 */

const [, , folder, building, scheme, user, saves] = process.argv as unknown as [
  string,
  string,
  string,
  BuildingId,
  SchemeId,
  string,
  string,
];

const services = await createServices({
  host: 'browser',
  version: '0.0.0',
  libraryPath: join(folder, 'library'),
  userData: join(folder, user),
  samples: join(folder, 'none'),
  openStore: ({ name, ...options }) =>
    new Conf({ ...commonStoreOptions, ...options, configName: name }),
  now,
  newId,
});

async function ask<N extends RequestName>(name: N, argument: Arguments<N>): Promise<Answer<N>> {
  const reply = await services.serve(name, argument);
  if (!reply.ok) throw new Error(reply.error.en);
  return reply.answer as Answer<N>;
}

const say = (line: object): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const ref = { building, scheme };
const storey = 'storey_1' as StoreyId;
const drawn = generateStorey({ id: storey }).plan;
const planOf = (number: number): Plan => ({
  ...drawn,
  storeys: { [storey]: { ...drawn.storeys[storey]!, elevation: number } },
});

const content = await ask('building.open', { building });
const [newest] = content.schemes.find(({ id }) => id === scheme)?.versions ?? [];
let base = newest?.id ?? null;
const draft = await ask('draft.read', ref);
const found =
  draft?.plan ?? (newest && (await ask('version.read', { ...ref, version: newest.id })).plan);
let number = found?.storeys[storey]?.elevation ?? 0;
let held = { window: 'child', follows: draft?.savedAt ?? null };

say({ ready: number });
for (let saved = 0; saves === 'edit' || saved < Number(saves); ) {
  number += 1;
  const plan = planOf(number);
  if (saves !== 'edit' || number % 4 === 0) {
    say({ saving: number });
    const parents = base === null ? [] : [base];
    // Two who save the very same thing in the same millisecond save one version: the note tells them apart.
    const note = `${user} ${number}`;
    const answer = await ask('version.save', { ...ref, plan, note, parents, held });
    base = answer.version;
    saved += 1;
    say({ saved: number, version: answer.version });
  } else {
    say({ drafting: number });
    const answer = await ask('draft.write', { ...ref, draft: { plan, base, edits: number }, held });
    held = { window: 'child', follows: answer.savedAt };
    say({ drafted: number });
  }
}
