import { useMemo } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { count, m2 } from '../language/say.ts';
import { useSettledPlan } from '../panels/use-settled.ts';
import { sceneOf } from '../tools/scene.ts';

/** The storey in words, for those who cannot see the plan: as it is, not as a drag passes through it. */
export function useCanvasLabel(store: EditorStore): string {
  const say = useSay();
  const plan = useSettledPlan(store);
  const storey = useStore(store, (state) => state.storey);
  const view = useStore(store, (state) => state.view);
  return useMemo(() => {
    const scene = sceneOf(plan, storey, view);
    if (!scene) return '';
    const area = m2(scene.rooms.reduce((sum, room) => sum + room.area, 0));
    const rooms = count(scene.rooms.length);
    const noun = scene.rooms.length === 1 ? 'room' : 'rooms';
    return say(
      text(
        `平面图：${scene.storey.name}，${rooms} 间房间，使用面积 ${area}`,
        `Plan of ${scene.storey.name}: ${rooms} ${noun}, usable area ${area}`,
      ),
    );
  }, [plan, storey, view, say]);
}
