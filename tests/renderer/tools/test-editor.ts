import {
  createEditorStore,
  type EditorStore,
  type ToolName,
} from '../../../renderer/editor/store.ts';
import { createRunner, type Runner } from '../../../renderer/tools/runner.ts';
import { sceneOf } from '../../../renderer/tools/scene.ts';
import type { BuildingId, Plan, Point, SchemeId, StoreyId } from '../../../shared/plan/model.ts';
import { countingIds } from '../../plan/draw-plan.ts';

export interface Keys {
  readonly shift?: boolean;
  readonly suspend?: boolean;
}

/** Stands in for the canvas: drives the tools with a pointer in mm and keys, without a browser. */
export class TestEditor {
  readonly store: EditorStore;
  readonly runner: Runner;

  constructor(plan: Plan, options: { pixel?: number } = {}) {
    this.store = createEditorStore({
      building: 'building_test' as BuildingId,
      scheme: 'scheme_test' as SchemeId,
      plan,
      base: null,
      basePlan: plan,
    });
    this.runner = createRunner(this.store, countingIds('t'));
    this.runner.watch();
    this.runner.setPixel(options.pixel ?? 5);
  }

  get plan(): Plan {
    return this.store.getState().history.plan;
  }
  get shown(): Plan {
    return this.store.getState().scratch ?? this.plan;
  }
  get storeyId(): StoreyId {
    return this.store.getState().storey;
  }
  get storey() {
    return this.plan.storeys[this.storeyId]!;
  }
  get steps(): number {
    return this.store.getState().history.past.length;
  }
  get selected(): string[] {
    return this.store.getState().selection.map(({ id }) => id);
  }

  rooms(plan: Plan = this.shown) {
    return sceneOf(plan, this.storeyId, 'after')?.rooms ?? [];
  }
  /** m2 with two decimals, of every room, sorted. */
  areas(plan: Plan = this.shown): string[] {
    return this.rooms(plan)
      .map(({ area }) => (area / 1e6).toFixed(2))
      .sort();
  }

  take(tool: ToolName): this {
    this.store.getState().set({ tool });
    return this;
  }
  move(x: number, y: number, keys: Keys = {}): this {
    this.runner.input({ type: 'move', at: { x, y }, ...held(keys) });
    return this;
  }
  down(x: number, y: number, keys: Keys = {}): this {
    this.runner.input({ type: 'down', at: { x, y }, button: 'main', ...held(keys) });
    return this;
  }
  up(x: number, y: number, keys: Keys = {}): this {
    this.runner.input({ type: 'up', at: { x, y }, ...held(keys) });
    return this;
  }
  click(x: number, y: number, keys: Keys = {}): this {
    return this.move(x, y, keys).down(x, y, keys).up(x, y, keys);
  }
  drag(from: Point, to: Point, keys: Keys = {}): this {
    this.move(from.x, from.y, keys).down(from.x, from.y, keys);
    this.move((from.x + to.x) / 2, (from.y + to.y) / 2, keys).move(to.x, to.y, keys);
    return this.up(to.x, to.y, keys);
  }
  key(...keys: string[]): this {
    for (const key of keys) this.runner.input({ type: 'key', key, shift: false, suspend: false });
    return this;
  }
  escape(): boolean {
    return this.runner.input({ type: 'cancel' });
  }
}

const held = ({ shift = false, suspend = false }: Keys) => ({ shift, suspend });
