import { type FixtureConflict, fixtureConflicts } from '../derive/fixture-conflicts.ts';
import { fixtureCentre } from '../derive/footprint.ts';
import type { FixtureId, RiserId, Storey } from '../plan/model.ts';
import { fixtureNouns, riserNouns } from '../plan/words.ts';
import { type Text, text } from '../text.ts';
import { drawingFinding } from './drawing-health.ts';
import type { Rule } from './rule.ts';

/** The drawing's own health: a fixture drawn in a wall, a riser or another fixture stands nowhere. */
export const fixturesInTheWay: Rule = ({ plan, after }) =>
  after.flatMap(({ storey: id }) => {
    const storey = plan.storeys[id]!;
    return fixtureConflicts(id, storey).map((conflict) => {
      const fixture = storey.fixtures[conflict.fixture]!;
      const { x, y } = fixtureCentre(fixture);
      const own = { kind: 'fixture', id: conflict.fixture, storey: id } as const;
      return drawingFinding(
        'fixture-conflict',
        `${id}/${conflict.fixture}/${conflict.other?.id ?? conflict.with}`,
        'warning',
        conflict.other ? [own, conflict.other] : [own],
        { storey: id, at: { x: Math.round(x), y: Math.round(y) } },
        conflictWords(storey, conflict),
      );
    });
  });

function conflictWords(storey: Storey, { fixture, with: what, other }: FixtureConflict): Text {
  const noun = fixtureNouns[storey.fixtures[fixture]!.kind];
  const zh = `${storey.name}的${noun.zh}`;
  const en = `The ${noun.en} on ${storey.name}`;
  switch (what) {
    case 'wall':
      return text(
        `${zh}与墙重叠，摆不下。请移动设施或墙。`,
        `${en} stands in a wall. Move one of them.`,
      );
    case 'riser': {
      const riser = riserNouns[storey.risers[other!.id as RiserId]!.kind];
      return text(
        `${zh}与${riser.zh}重叠，摆不下。请移动设施。`,
        `${en} stands in the ${riser.en}. Move the ${noun.en}.`,
      );
    }
    case 'fixture': {
      const second = fixtureNouns[storey.fixtures[other!.id as FixtureId]!.kind];
      return text(
        `${zh}与另一件设施（${second.zh}）重叠，摆不下。请移开其中一件。`,
        `${en} and a ${second.en} stand in the same place. Move one of them.`,
      );
    }
    case 'outside':
      return text(
        `${zh}不在任何房间内。请移到房间里，或删除。`,
        `${en} stands in no room. Move it into one, or delete it.`,
      );
  }
}
