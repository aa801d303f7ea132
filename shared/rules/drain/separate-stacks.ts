import type { Drain } from '../../derive/drains.ts';
import { listInEnglish } from '../../plan/door-words.ts';
import { text } from '../../text.ts';
import { codeClause } from '../finding.ts';
import { holdersOf, rule, type Verdict } from '../rule.ts';
import { unknownOf } from '../unknown.ts';
import { allDrains, choiceOfStack, hasStacks, roomsOf, stackMissing } from './stacks.ts';

/** P1 */
export const separateStacks = rule({
  id: 'P1',
  topic: 'drain',
  title: text('厨房、卫生间立管分设', 'Separate stacks for kitchen and bathroom'),
  asks: text('厨房与卫生间的排水立管分别设置。', 'Kitchen and bathroom have stacks of their own.'),
  how: text(
    `同一编号的立管按一根计，按图上最有利的接法：便器接污水立管，洗涤池宜接废水立管，其他洁具宜不接洗涤池的立管。${choiceOfStack.zh}仍要接在同一根上的判为不符；该层没有画排水立管的无法判定。`,
    `Pieces of one line are one stack, connected as favourably as the drawing allows: a WC to a soil stack, a sink to a waste stack if it can, all else to a stack without sinks if it can. ${choiceOfStack.en} What runs into one stack all the same is reported; a storey without stacks cannot be judged.`,
  ),
  numbers: {},
  severity: 'warning',
  source: codeClause('GB 55038-2025 7.1.5', 'B'),
  judge: (situation) => {
    const drains = allDrains(situation);
    const byStack = new Map<string, Drain[]>();
    for (const drain of drains) {
      if (!drain.riser) continue;
      const { line, kind } = drain.riser.riser;
      const key = line === '' ? `${drain.room.storey}/${drain.riser.id}` : `${kind}/${line}`;
      byStack.set(key, [...(byStack.get(key) ?? []), drain]);
    }
    const isSink = ({ fixture }: Drain): boolean => fixture.kind === 'sink';
    const isWashing = ({ fixture }: Drain): boolean =>
      fixture.kind !== 'sink' && fixture.kind !== 'washer';
    return [
      ...[...byStack].flatMap(([key, served]): Verdict[] => {
        const sinks = served.filter(isSink);
        const others = served.filter(isWashing);
        const { riser, room } = served[0]!;
        const isSoil = riser?.riser.kind === 'soil';
        if (sinks.length === 0 || (others.length === 0 && !isSoil) || !riser) return [];
        const { line } = riser.riser;
        const name = line === '' ? text('', '') : text(`“${line}”`, ` ${line}`);
        const floors = [...new Set(served.map((one) => situation.storeyOf(one.room).name))];
        const stacks = new Set(served.map((one) => `${one.room.storey} ${one.riser!.id}`));
        return [
          {
            key,
            about: [
              ...served
                .filter((one) => stacks.delete(`${one.room.storey} ${one.riser!.id}`))
                .map(
                  (one) => ({ kind: 'riser', id: one.riser!.id, storey: one.room.storey }) as const,
                ),
              ...served.map(
                (one) => ({ kind: 'fixture', id: one.id, storey: one.room.storey }) as const,
              ),
            ],
            households: [...new Set(served.flatMap((one) => holdersOf(one.room)))].sort(),
            place: { storey: room.storey, at: riser.riser.at },
            text: text(
              `${floors.join('、')}的立管${name.zh}同时接厨房洗涤池和卫生间，应分设。`,
              `The stack${name.en} on ${listInEnglish(floors)} takes kitchen sinks and the bathroom; they need stacks of their own.`,
            ),
          },
        ];
      }),
      ...unknownOf(
        situation,
        roomsOf(drains.filter((drain) => isSink(drain) && !hasStacks(situation, drain.room))),
        stackMissing,
        text('厨卫立管是否分设', 'whether kitchen and bathroom have stacks of their own'),
      ),
    ];
  },
});
