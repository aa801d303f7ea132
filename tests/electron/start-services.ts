import { join } from 'node:path';
import Conf from 'conf';
import { newId } from '../../electron/places.ts';
import { createServices, type Services } from '../../electron/services.ts';
import { commonStoreOptions } from '../../electron/store-file.ts';
import type { HostOptions } from '../../electron/workshop.ts';
import type { Answer, Arguments, RequestName } from '../../shared/bridge.ts';
import { requests } from '../../shared/bridge.ts';

export type Ask = <N extends RequestName>(name: N, argument: Arguments<N>) => Promise<Answer<N>>;

/** The services as both hosts serve them, with the library and `user` in this folder. */
export async function startServices(
  folder: string,
  samples = join(folder, 'samples'),
  library = 'library',
): Promise<Ask> {
  return askOf(await startHost(folder, { samples, libraryPath: join(folder, library) }));
}

export function startHost(folder: string, options: Partial<HostOptions> = {}): Promise<Services> {
  let tick = 0;
  return createServices({
    host: 'browser',
    version: '0.0.0',
    libraryPath: join(folder, 'library'),
    userData: join(folder, 'user'),
    samples: join(folder, 'samples'),
    openStore: ({ name, ...rest }) =>
      new Conf({ ...commonStoreOptions, ...rest, configName: name }),
    // Stands still twice out of three times, as a fast machine's clock does.
    now() {
      tick += 1;
      return new Date(Date.UTC(2026, 0, 1) + Math.floor(tick / 3)).toISOString();
    },
    newId,
    ...options,
  });
}

/**
 * A window's way to the services, with the library that it began with. The answer is held against the
 * bridge's schema; a refusal throws its English words.
 */
export const askOf =
  (services: Services, library?: string): Ask =>
  async <N extends RequestName>(name: N, argument: Arguments<N>): Promise<Answer<N>> => {
    const reply = await services.serve(name, argument, library);
    if (!reply.ok) throw new Error(reply.error.en);
    requests[name].answer.parse(reply.answer);
    return reply.answer as Answer<N>;
  };
