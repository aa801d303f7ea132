import { parseArgs } from 'node:util';
import { usage } from './cli-usage.ts';
import { codeOf, Unusable } from './explained.ts';

/** What the command line was given. Throws `Unusable` for what is no option. */
export function readArguments() {
  try {
    return parseArgs({
      args: withNegative(process.argv.slice(2)),
      allowPositionals: true,
      options: {
        scheme: { type: 'string' },
        phase: { type: 'string' },
        profile: { type: 'string' },
        storey: { type: 'string' },
        room: { type: 'string' },
        holders: { type: 'string' },
        'no-new-stacks': { type: 'boolean' },
        'no-own-rooms': { type: 'boolean' },
        'through-bearing': { type: 'boolean' },
        programme: { type: 'string' },
        holds: { type: 'string' },
        top: { type: 'string' },
        before: { type: 'string' },
        after: { type: 'string' },
        household: { type: 'string' },
        building: { type: 'string' },
        to: { type: 'string' },
        versions: { type: 'string' },
        private: { type: 'boolean' },
        force: { type: 'boolean' },
        copy: { type: 'boolean' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Unusable(`${optionWords(error)}\n\n${usage}`);
  }
}

/** `--top -1` is a value, which Node takes for another option: `--top=-1` is the same without doubt. */
function withNegative(words: readonly string[]): string[] {
  const isOption = (word: string | undefined): word is string => /^--[^=]+$/.test(word ?? '');
  const isNegative = (word: string | undefined): boolean => /^-\d/.test(word ?? '');
  return words.flatMap((word, at) => {
    if (isNegative(word) && isOption(words[at - 1])) return [];
    const next = words[at + 1];
    return isOption(word) && isNegative(next) ? [`${word}=${next}`] : [word];
  });
}

/** Node's own words are English only and name its parser's rules. */
function optionWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = message.match(/'(-[^'\s,=<]*)/)?.[1] ?? '?';
  switch (codeOf(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有这个选项：${option} / no such option: ${option}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `${option}: 这个选项不带值 / this option takes no value`
        : `${option}: 缺少值 / its value is missing`;
    default:
      return `选项不对 / wrong options: ${message}`;
  }
}

export type CliOptions = ReturnType<typeof readArguments>['values'];

/** Throws `Unusable` where an option was given that the command would leave aside. */
export function refuseOthers(
  command: string,
  values: CliOptions,
  own: readonly (keyof CliOptions)[],
): void {
  const other = Object.keys(values).find(
    (name) => !['json', 'help'].includes(name) && !own.includes(name as keyof CliOptions),
  );
  if (other) throw new Unusable(`--${other}: 不用于 ${command} / not an option of ${command}`);
}
