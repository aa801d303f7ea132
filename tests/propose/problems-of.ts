import type { Plan } from '../../shared/plan/model.ts';
import { askedFixtures } from '../../shared/propose/asked-fixtures.ts';
import { bodyWidth, type ProgrammeId, programmeOf } from '../../shared/propose/programme.ts';
import type { Proposal } from '../../shared/propose/proposal.ts';
import { verify } from '../../shared/propose/verify.ts';
import { wayWidths } from '../../shared/propose/way-widths.ts';
import { usualDemands } from '../../shared/rules/fixture-demands.ts';
import { nationalProfile } from '../../shared/rules/profile.ts';
import { storeyId } from './room-to-divide.ts';

type Parts = Parameters<typeof verify>[0]['parts'];

/** What the checker says of a plan with a proposal drawn on it, by code alone. */
export const problemsOf = (plan: Plan, parts: Parts): string[] =>
  verify({
    plan,
    storey: storeyId,
    parts,
    demands: usualDemands,
    doorWidth: wayWidths(nationalProfile).door,
    bodyWidth,
    shutBy: bodyWidth,
    ignoresStacks: false,
  }).map((problem) => problem.split(' ')[0]!);

/** Every part of a proposal with all that a programme holds; `preparation` as the checker has it, mm. */
export function partsWith(
  { parts }: Pick<Proposal, 'parts'>,
  programme: ProgrammeId,
  preparation = 0,
): Parts {
  return parts.map(({ holder, rooms }) => ({
    holder,
    rooms: rooms.map(({ at }) => at),
    kitchen: programme !== 'bathroom',
    bath: programme !== 'kitchen',
    fixtures: askedFixtures(programmeOf(programme, nationalProfile)),
    preparation,
  }));
}
