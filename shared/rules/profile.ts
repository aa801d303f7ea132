import { type Text, text } from '../text.ts';
import { type FixtureDemands, usualDemands } from './fixture-demands.ts';

/** The profile on which one of the bureau's own is based. */
export type ProfileBase = 'national' | 'retrofit-micro';

/** What a profile changes about one rule; what it does not name stays as the rule has it. */
export interface RuleSetting {
  readonly severity?: 'breach' | 'warning';
  /** Switched off, and why. */
  readonly off?: string;
  /** In the units that the rule names: m2, mm, a seventh as 7. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/**
 * Which rules hold, how severely, and with which numbers. Every rule brings its own defaults; those
 * are the national profile. Clauses of the national codes were not read in the original.
 */
export interface Profile {
  readonly name: string;
  readonly base: ProfileBase;
  /** What it is and what it is not. */
  readonly note: Text;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Sizes of fixtures and the floor that people need to use them. */
  readonly fixtures: FixtureDemands;
}

export const nationalProfile: Profile = {
  name: 'GB 55038-2025 / GB 50096-2011',
  base: 'national',
  note: text(
    '条文仅供参考，均待核对原文。',
    'Clauses are quoted as reference; every one is to be checked against the original text.',
  ),
  rules: {},
  fixtures: usualDemands,
};

/**
 * No published relaxed minimum for 成套改造 was found: this is the product's own proposal. First
 * people must be able to use what is drawn; the national minima are told, and need a derogation.
 */
export const microProfile: Profile = {
  name: 'retrofit-micro',
  base: 'retrofit-micro',
  note: text(
    '本软件的建议，不是规范：先看人能不能用（设施前的空地、通行宽度、门的开启），国家标准的最小面积列为提示，采用时应记录理由。',
    'A proposal of this program, no code: first whether people can use what is drawn (floor before fixtures, clear passage, door swings); the least areas of the national codes are warnings that need a recorded reason.',
  ),
  rules: {
    'drawing/clearance': { severity: 'breach' },
    'drawing/door-swing': { severity: 'breach' },
    'drawing/door-blocked': { severity: 'breach' },
    'drawing/door-shut': { severity: 'breach' },
    'drawing/fixture-conflict': { severity: 'breach' },
    D2: { severity: 'breach' },
  },
  fixtures: usualDemands,
};

export const builtInProfiles: readonly Profile[] = [nationalProfile, microProfile];

export const profileOfBase = (base: ProfileBase): Profile =>
  base === 'national' ? nationalProfile : microProfile;

/** Own kitchen and bathroom: no profile switches it off or makes it milder, and nobody accepts it away. */
export const isAim = (rule: string): boolean => rule === 'F1';

/** Rules that the profile switches off, by their ids, and why. */
export const rulesOff = ({ rules }: Profile): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rules).flatMap(([id, { off }]) => (off ? [[id, off]] : [])));
