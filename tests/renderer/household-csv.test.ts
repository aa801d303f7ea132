import { expect, test } from 'vitest';
import { csvOf } from '../../renderer/screens/household-csv.ts';
import { listedDerogations } from '../../shared/rules/listed-derogations.ts';
import type { Text } from '../../shared/text.ts';

const english = ({ en }: Text): string => en;
const rowsOf = (csv: string): string[] => csv.trimEnd().split('\r\n');

test('acceptances follow the households: which finding, standing, who, why and how far', () => {
  const accepted = listedDerogations(
    [],
    [
      {
        finding: 'R4/storey_1/room_1',
        at: '2026-11-24T10:00:00.000Z',
        by: '王工',
        reason: '面积所限, 居民同意',
        measured: { value: 20.84, unit: 'm2' },
        required: { value: 22, unit: 'm2' },
        until: 20.5,
      },
    ],
  );
  const rows = rowsOf(csvOf([], () => '', english, accepted));
  expect(rows.slice(1, 3)).toEqual([
    '',
    'Accepted warning,Standing,Accepted by,Date,Reason,Limit,Id',
  ]);
  expect(rows[3]).toMatch(
    /,No longer found,王工,2026-11-2\d \d\d:\d\d,"面积所限, 居民同意",holds down to 20\.50 m²,R4\/storey_1\/room_1$/,
  );
  expect(rowsOf(csvOf([], () => '', english, []))).toHaveLength(1);
});
