/** Builds `dist` where a source has changed; answers whether it did. */
export function build(options?: { force?: boolean; quiet?: boolean }): Promise<boolean>;
