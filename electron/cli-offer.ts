import type { Plan } from '../shared/plan/model.ts';
import { fixtureWords, roomUseWords } from '../shared/plan/words.ts';
import { fromCommonWords } from '../shared/propose/from-common.ts';
import type { Offer } from '../shared/propose/offer.ts';
import { programmeName } from '../shared/propose/programme.ts';
import { byGround, groundOf, groundWords } from '../shared/propose/warning-grounds.ts';

export const squareMetres = (area: number): number => Math.round(area / 1e4) / 100;

/**
 * A proposal as `divide --json` prints it; lengths in mm, areas in m2. An opening's `wall` is a wall of
 * the plan or the place of one in `walls`; its leaf hangs on the first jamb.
 */
export const offerReport = (offer: Offer) => {
  const { programme, proposal, parts, warnings, unchecked, rank } = offer;
  return {
    programme,
    score: proposal.score,
    rank,
    walls: proposal.walls,
    openings: proposal.openings.map(({ wall, kind, jambs, leaf, opensTo }) => ({
      wall,
      kind,
      jambs,
      ...(kind === 'door' ? { leaf, opensTo } : {}),
    })),
    demolished: { openings: proposal.closes, fixtures: proposal.clears },
    parts: proposal.parts.map(({ holder, arrangement, rooms }, index) => ({
      holder,
      arrangement,
      areaM2: squareMetres(parts[index]!.area),
      rooms: rooms.map(({ use, outline }, room) => ({
        use,
        areaM2: squareMetres(parts[index]!.rooms[room]!.area),
        fromCommon: parts[index]!.rooms[room]!.fromCommon,
        outline: outline.map(({ x, y }) => [x, y]),
      })),
      fixtures: rooms.flatMap(({ fixtures }) => fixtures),
      gains: parts[index]!.gains,
    })),
    warnings: warnings.map((one) => ({
      id: one.id,
      rule: one.rule,
      severity: one.severity,
      ground: groundOf(one, offer),
      measured: one.measured,
      required: one.required,
      text: one.text,
    })),
    unchecked,
  };
};

/** The same for people. */
export function offerLines(plan: Plan, offer: Offer, place: number): string[] {
  const { zh, en } = programmeName(offer.programme);
  return [
    `${place}. ${zh} ${en}: ${offer.rank.zh} / ${offer.rank.en}`,
    ...offer.proposal.parts.map(({ holder, rooms }, index) => {
      const { area } = offer.parts[index]!;
      const words = rooms.map(({ use, fixtures }) => {
        const things = fixtures.map(({ kind }) => fixtureWords[kind].zh).join('、');
        return `${roomUseWords[use].zh}（${things}）`;
      });
      const door = plan.households[holder]?.door ?? holder;
      return `   ${door}\t${squareMetres(area).toFixed(2)} m²\t${words.join(' ')}`;
    }),
    ...offer.parts.flatMap(({ holder, rooms }) => {
      const words = fromCommonWords(rooms);
      const door = plan.households[holder]?.door ?? holder;
      return words ? [`   ! ${door}：${words.zh} / ${door}: ${words.en}`] : [];
    }),
    ...offer.unchecked.map(({ zh, en }) => `   ? ${zh} / ${en}`),
    ...byGround(offer).flatMap(({ ground, findings }) => {
      const { zh, en } = groundWords[ground];
      return [
        `   ${zh} ${en} (${findings.length})`,
        ...findings.map(({ text }) => `   ! ${text.zh} / ${text.en}`),
      ];
    }),
  ];
}
