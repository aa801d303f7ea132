import type { LibraryRecord } from './record.ts';

/**
 * Which records tell of persons: names, telephone numbers, what somebody said. A shared file holds
 * them only where somebody asks for it. A new kind of record has to say here what it is.
 */
const isPrivateKind: Readonly<Record<LibraryRecord['kind'], boolean>> = {
  'building-described': false,
  'scheme-described': false,
  'version-saved': false,
  // Who accepts in the office's name, as a version's author: every report lists it.
  'derogation-recorded': false,
  // As a version's author.
  'milestone-marked': false,
  'survey-answered': false,
  'schemes-ordered': false,
  'versions-left-out': false,
  'contact-recorded': true,
};

export const isPrivate = ({ kind }: Pick<LibraryRecord, 'kind'>): boolean => isPrivateKind[kind];
