import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, packVersion, recordIdOf } from '../../electron/record-file.ts';
import type { LibraryRecord, RecordId } from '../../shared/records/record.ts';

/** Writes a record into a library, as a service that replicates folders does. */
export function putRecord(library: string, record: LibraryRecord): RecordId {
  const json = Buffer.from(JSON.stringify(record));
  const id = recordIdOf(record, json);
  const place = join(library, record.building, folderOf(record));
  const isVersion = folderOf(record) === 'versions';
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, `${id}.json${isVersion ? '.gz' : ''}`),
    isVersion ? packVersion(json) : json,
  );
  return id;
}
