import { addAxis } from '../../shared/edit/axes.ts';
import type { Axis, Point } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import type { Snapped } from '../editor/snap.ts';
import { type Guide, snapFor, snapGuides, type Tool, type ToolContext } from './tool.ts';

export interface AxisState {
  readonly snapped: Snapped | null;
}

/** mm to both sides that the preview of an axis runs. */
const far = 100_000;

const axisAt = (at: Point, { options }: ToolContext): Axis => ({
  runs: options.axisRuns,
  place: options.axisRuns === 'upright' ? at.x : at.y,
});

/** Axes snap to walls, not to other axes: there cannot be two at a place. */
const snapAxis = (context: ToolContext, at: Point, suspended: boolean): Snapped =>
  snapFor({ ...context, snap: { ...context.snap, axes: false } }, at, suspended);

export const axisTool: Tool<AxisState> = {
  start: { snapped: null },
  on(state, input, context) {
    switch (input.type) {
      case 'move':
        return { state: { snapped: snapAxis(context, input.at, input.suspend) } };
      case 'down': {
        if (input.button === 'other') return { state };
        const snapped = snapAxis(context, input.at, input.suspend);
        const axis = axisAt(snapped.at, context);
        return { state: { snapped }, commit: addAxis({ ...axis, newId: context.newId }) };
      }
      case 'key': {
        if (input.key.toLowerCase() !== 's') return { state, handled: false };
        const upright = context.options.axisRuns === 'upright';
        return { state, options: { axisRuns: upright ? 'level' : 'upright' } };
      }
      case 'cancel':
      case 'interrupt':
      case 'leave':
        return { state: { snapped: null }, handled: false };
      default:
        return { state };
    }
  },
  guides({ snapped }, context) {
    if (!snapped) return [];
    const { runs, place } = axisAt(snapped.at, context);
    const line: Guide =
      runs === 'upright'
        ? { kind: 'line', from: { x: place, y: -far }, to: { x: place, y: far }, style: 'cut' }
        : { kind: 'line', from: { x: -far, y: place }, to: { x: far, y: place }, style: 'cut' };
    return [line, ...snapGuides(snapped)];
  },
  hint: (_state, { options }) =>
    options.axisRuns === 'upright'
      ? text(
          '单击放置竖向轴线，从左到右编号 1、2、3…，各层共用；S 换横向',
          'Click to place an upright axis (1, 2, 3 from the left, on all storeys); S: level ones',
        )
      : text(
          '单击放置横向轴线，从下到上编号 A、B、C…（不用 I、O、Z），各层共用；S 换竖向',
          'Click to place a level axis (A, B, C upwards, on all storeys); S: upright ones',
        ),
  cursor: () => 'crosshair',
};
