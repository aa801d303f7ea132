import { compareDoors } from '../plan/door-words.ts';
import type { Plan, RoomId, StoreyId } from '../plan/model.ts';
import { shownLength } from '../shown-area.ts';
import { type Text, text } from '../text.ts';
import type { ElementChange } from './element-changes.ts';

/** What became of an element, in short: `moved 350 mm`, `thickness 120 mm → 200 mm`. */
export function howWords(made: ElementChange, before: Plan, after: Plan): Text {
  const { change, fields, distance } = made;
  switch (change) {
    case 'added':
      return text('新增', 'added');
    case 'removed':
      return text('删除', 'removed');
    case 'demolished':
      return made.kind === 'room'
        ? text('改造后不再有', 'gone after the works')
        : text('改为拆除', 'to be demolished');
    case 'kept':
      return made.kind === 'room'
        ? text('改造后仍有', 'still there after the works')
        : text('改为保留', 'kept after all');
    case 'moved':
      return distance === 0
        ? text('移动', 'moved')
        : text(`移动 ${shownLength(distance)}`, `moved ${shownLength(distance)}`);
    case 'changed': {
      const names = fields.map((field) => {
        const name = fieldWords[field] ?? text(field, field);
        if (field === 'holders' && made.kind === 'room') return holdersWords(made, before, after);
        const [was, is] = [before, after].map((plan) => lengthOf(made, field, plan));
        if (was == null || is == null) return text(name.zh, `${name.en} changed`);
        const both = `${shownLength(was)} → ${shownLength(is)}`;
        return text(`${name.zh} ${both}`, `${name.en} ${both}`);
      });
      const zh = `修改${names.map((name) => name.zh).join('、')}`;
      const en = names.map((name) => name.en).join(', ');
      return distance === 0
        ? text(zh, en)
        : text(`${zh}，移动 ${shownLength(distance)}`, `${en}, moved ${shownLength(distance)}`);
    }
  }
}

/** `归属 101、102、103 → 101、102`: who holds a room. */
function holdersWords(made: ElementChange, before: Plan, after: Plan): Text {
  const [was, is] = [
    holdersOf(before, { ...made, id: made.replaces ?? made.id }),
    holdersOf(after, made),
  ];
  return text(`归属 ${was.zh} → ${is.zh}`, `held by ${was.en} → ${is.en}`);
}

function holdersOf(plan: Plan, { id, storey }: ElementChange): Text {
  const holders = plan.storeys[storey as StoreyId]?.rooms[id as RoomId]?.holders ?? [];
  if (holders.includes('building')) return text('公共', 'the building');
  if (holders.length === 0) return text('未定', 'nobody yet');
  const doors = holders
    .flatMap((holder) => (holder === 'building' ? [] : (plan.households[holder]?.door ?? holder)))
    .sort(compareDoors);
  return text(doors.join('、'), doors.join(', '));
}

const drawnTables = {
  wall: 'walls',
  opening: 'openings',
  fixture: 'fixtures',
  riser: 'risers',
} as const;
const lengths = ['thickness', 'width', 'depth', 'sill', 'head', 'height', 'elevation', 'offset'];

/** Whether a field of an element is held in mm. */
export const isLength = (field: string): boolean => lengths.includes(field);

/** What a field held in mm says of an element of a plan; null where it is no length. */
function lengthOf({ kind, id, storey }: ElementChange, field: string, plan: Plan): number | null {
  if (!isLength(field)) return null;
  const facts = storey === null ? plan.storeys[id as StoreyId] : plan.storeys[storey];
  const table = drawnTables[kind as keyof typeof drawnTables];
  const holder: unknown =
    kind === 'storey'
      ? plan.storeys[id as StoreyId]
      : facts && table && (facts[table] as Readonly<Record<string, unknown>>)[id];
  const value = holder && (holder as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : null;
}

export const fieldWords: Readonly<Record<string, Text>> = {
  a: text('墙端', 'end'),
  b: text('墙端', 'end'),
  thickness: text('厚度', 'thickness'),
  kind: text('类型', 'kind'),
  phase: text('保留/拆除/新建', 'phase'),
  wall: text('所在墙', 'wall'),
  offset: text('位置', 'place'),
  width: text('宽度', 'width'),
  depth: text('深度', 'depth'),
  sill: text('窗台高', 'sill'),
  head: text('上口高', 'head'),
  leaf: text('开启形式', 'leaf'),
  hinge: text('铰链侧', 'hinge'),
  side: text('开启方向', 'swing'),
  at: text('位置', 'place'),
  use: text('用途', 'use'),
  name: text('名称', 'name'),
  holders: text('归属', 'holders'),
  rotation: text('朝向', 'turn'),
  fuel: text('燃料', 'fuel'),
  line: text('立管编号', 'line'),
  door: text('室号', 'door'),
  members: text('人数', 'members'),
  tenancy: text('租赁凭证', 'tenancy'),
  note: text('备注', 'note'),
  words: text('文字', 'words'),
  anchors: text('测点', 'anchors'),
  place: text('位置', 'place'),
  height: text('层高', 'height'),
  elevation: text('标高', 'elevation'),
  level: text('层号', 'level'),
  certificate: text('凭证编号', 'number'),
  certifiedArea: text('凭证面积', 'certified area'),
};
