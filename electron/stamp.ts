import type { BuildingId } from '../shared/plan/model.ts';
import { clockTolerance } from '../shared/records/believed.ts';
import type { VersionFacts } from '../shared/records/fold.ts';
import type { LogRecord, Stamp } from '../shared/records/record.ts';
import type { Workshop } from './workshop.ts';

/** ms by which a record's time may pass the clock without anybody being told. */
const tolerated = 60_000;

type Writing = Pick<Workshop, 'nextTime' | 'options'>;

/** No name of a record says a later time; what comes after a record of that time has it as well. */
const lastTime = '9999-12-31T23:59:59.999Z';

/** ms are the smallest step of a record's time. */
const later = (time: string): string =>
  time >= lastTime ? lastTime : new Date(Date.parse(time) + 1).toISOString();

/** A clock that gives each time once, later than all that it gave before and than `after`. */
export function risingTimes(now: () => string): (after?: string) => string {
  let last = '';
  return (after = '') => {
    const time = now();
    last = time > last ? time : later(last);
    // A clock that is wrong elsewhere must not put all that is written here in its future.
    return last > after ? last : later(after);
  };
}

/** What is dated after this is not believed (shared/records/believed.ts). */
export const latestBelieved = (now: string): string =>
  new Date(Date.parse(now) + clockTolerance).toISOString();

/** The time of a record that comes after `after`, with the clock beside it where the two part. */
export function stampAfter({ nextTime, options }: Writing, after?: string): Stamp {
  const at = nextTime(after);
  const clock = options.now();
  return Date.parse(at) - Date.parse(clock) > tolerated ? { at, clock } : { at };
}

/**
 * The time of a record that takes the place of earlier ones: the latest word counts, so that it must
 * be later even than one of a machine whose clock is years ahead.
 */
export async function stampOver(
  workshop: Writing & Pick<Workshop, 'library'>,
  building: BuildingId,
  isReplaced: (record: LogRecord | VersionFacts) => boolean,
): Promise<Stamp> {
  const { records } = await workshop.library.read(building, 'facts');
  const times = records.flatMap(({ record }) => (isReplaced(record) ? record.at : []));
  return stampAfter(workshop, times.sort().at(-1));
}
