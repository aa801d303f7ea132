import { describe, expect, it } from 'vitest';
import type { Plan } from '../../shared/plan/model.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { check } from '../../shared/rules/check.ts';
import {
  type Accepted,
  mayAccept,
  openFindings,
  standings,
} from '../../shared/rules/derogation.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { Profile } from '../../shared/rules/profile.ts';
import { profileOfFile } from '../../shared/rules/profile-of-file.ts';
import { casesOfAreas } from './cases-of-areas.ts';
import { casesOfRooms } from './cases-of-rooms.ts';
import { room } from './small-plans.ts';

const only = (plan: Plan, rule: string, profile?: Profile): Finding =>
  check(plan, profile).find((one) => one.rule === rule)!;
const kitchen = (width: number) =>
  room({ use: 'kitchen', holders: ['household_1'] }, [width, 2000]);

const accepting = ({ id, measured, required }: Finding, until: number | null = null): Accepted => ({
  finding: id,
  at: '2026-11-24T10:00:00.000Z',
  by: '王工',
  reason: '面积所限，居民同意',
  measured,
  required,
  until,
});

describe('an accepted warning', () => {
  const at3 = only(kitchen(1500), 'K2');

  it('stands while the value is as it was, or better', () => {
    for (const width of [1500, 1600]) {
      const now = only(kitchen(width), 'K2');
      expect(standings([now], [accepting(at3)]).get(now.id)?.state).toBe('accepted');
      expect(openFindings([now], [accepting(at3)])).toEqual([]);
    }
  });

  it('is open again when the value gets worse, or worse than was agreed', () => {
    const worse = only(kitchen(1450), 'K2');
    expect(standings([worse], [accepting(at3)]).get(worse.id)?.state).toBe('reopened');
    expect(openFindings([worse], [accepting(at3)])).toEqual([worse]);
    expect(standings([worse], [accepting(at3, 2.8)]).get(worse.id)?.state).toBe('accepted');
    expect(standings([worse], [accepting(at3, 2.91)]).get(worse.id)?.state).toBe('reopened');
  });

  it('counts upwards where more is worse', () => {
    const over = only(casesOfRooms.B4!.outside, 'B4');
    const more = { ...over, measured: { value: over.measured!.value + 0.01, unit: 'm2' as const } };
    expect(standings([over], [accepting(over)]).get(over.id)?.state).toBe('accepted');
    expect(standings([more], [accepting(over)]).get(over.id)?.state).toBe('reopened');
  });

  it('never is a breach or an unknown', () => {
    const breach = only(casesOfAreas.F1!.outside, 'F1');
    const unknown = only(casesOfRooms.K3!.unknown!, 'K3');
    expect([breach, unknown].map(mayAccept)).toEqual([false, false]);
    expect(standings([breach, unknown], [accepting(breach), accepting(unknown)]).size).toBe(0);
    expect(openFindings([breach], [accepting(breach)])).toEqual([breach]);
  });

  it('never is one of the aim of the programme, whatever a profile written by hand makes of it', () => {
    const file: ProfileFile = {
      format: 1,
      kind: 'duyong-profile',
      name: '手改',
      base: 'national',
      rules: { F1: { severity: 'warning' } },
      fixtures: {},
    };
    const milder = only(casesOfAreas.F1!.outside, 'F1', profileOfFile(file));
    expect(milder.severity).toBe('breach');
    const off = { ...file, rules: { F1: { off: '不查' } } };
    expect(only(casesOfAreas.F1!.outside, 'F1', profileOfFile(off)).severity).toBe('breach');
    // Not even where the finding itself were a warning.
    const warning: Finding = { ...milder, severity: 'warning' };
    expect(mayAccept(warning)).toBe(false);
    expect(openFindings([warning], [accepting(warning)])).toEqual([warning]);
  });

  it('holds down to what was measured where its limit is none that the dialog would have taken', () => {
    const worse = only(kitchen(1450), 'K2');
    for (const until of [0, -1, -1e9]) {
      expect(openFindings([worse], [accepting(at3, until)])).toEqual([worse]);
      expect(openFindings([at3], [accepting(at3, until)])).toEqual([]);
    }
  });
});
