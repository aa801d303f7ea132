import { build } from '../../electron/build.mjs';

/** Before the app tests: the bundles that they run, where a source has changed. */
export default async function buildWindow(): Promise<void> {
  await build();
}
