import type { Plan, StoreyId } from '../../shared/plan/model.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import { type Text, text } from '../../shared/text.ts';
import { sceneOf } from '../tools/scene.ts';
import { stopWords } from './element-words.ts';
import { mm } from './say.ts';

/** What became of an element between two plans: `Wall, 3,240 mm, partition, existing: moved 350 mm`. */
export function changeWords(change: ElementChange, before: Plan, after: Plan): Text {
  const plan = change.change === 'removed' ? before : after;
  const what = elementWords(change, plan);
  const how = howWords(change, before, after);
  return text(`${what.zh}：${how.zh}`, `${capital(what.en)}: ${how.en}`);
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** An element as people call it, in the plan that has it. */
export function elementWords({ kind, id, storey }: ElementChange, plan: Plan): Text {
  const facts = storey === null ? undefined : plan.storeys[storey];
  switch (kind) {
    case 'household': {
      const door = plan.households[id as keyof Plan['households']]?.door ?? '';
      return text(`住户 ${door}`, `household ${door}`);
    }
    case 'tenancy': {
      const certificate = plan.tenancies[id as keyof Plan['tenancies']]?.certificate ?? '';
      return text(`租赁凭证 ${certificate}`, `tenancy certificate ${certificate}`);
    }
    case 'axis':
      return text('轴线', 'axis');
    case 'storey':
      return text(`楼层 ${facts?.name ?? ''}`, `storey ${facts?.name ?? ''}`);
    case 'underlay':
      return text('底图', 'underlay');
    case 'plan':
      return id === 'north' ? text('指北针', 'north') : text(id, id);
    case 'joint':
      return text('墙端', 'end of a wall');
    default:
      return facts ? drawnWords({ kind, id }, plan, storey as StoreyId) : text(id, id);
  }
}

function drawnWords(
  { kind, id }: { readonly kind: Parameters<typeof stopWords>[3]['kind']; readonly id: string },
  plan: Plan,
  storey: StoreyId,
): Text {
  const scene = sceneOf(plan, storey, 'changes');
  if (!scene) return text(id, id);
  const room =
    kind === 'room' ? scene.rooms.find(({ tags }) => tags.some((tag) => tag === id)) : undefined;
  const words = stopWords(plan, scene.storey, scene.rooms, { kind, id: room?.id ?? id });
  return words.en === '' ? text('房间标注', 'room tag') : words;
}

function howWords(made: ElementChange, before: Plan, after: Plan): Text {
  const { change, fields, distance } = made;
  switch (change) {
    case 'added':
      return text('新增', 'added');
    case 'removed':
      return text('删除', 'removed');
    case 'moved':
      return distance === 0
        ? text('移动', 'moved')
        : text(`移动 ${mm(distance)}`, `moved ${mm(distance)}`);
    case 'changed': {
      const names = fields.map((field) => {
        const name = fieldWords[field] ?? text(field, field);
        const [was, is] = [before, after].map((plan) => lengthOf(made, field, plan));
        if (was == null || is == null) return text(name.zh, `${name.en} changed`);
        const both = `${mm(was)} → ${mm(is)}`;
        return text(`${name.zh} ${both}`, `${name.en} ${both}`);
      });
      const zh = `修改${names.map((name) => name.zh).join('、')}`;
      const en = names.map((name) => name.en).join(', ');
      return distance === 0
        ? text(zh, en)
        : text(`${zh}，移动 ${mm(distance)}`, `${en}, moved ${mm(distance)}`);
    }
  }
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
