import { type Text, text } from '../../shared/text.ts';
import { countedWords, stopWords } from '../language/element-words.ts';
import { selectedRoomOf, selectionTitle } from '../panels/selection.tsx';
import { addedElements } from '../tools/follow.ts';
import { same } from '../tools/plane.ts';
import { sceneOf } from '../tools/scene.ts';
import { hitAt } from './hit.ts';
import { type EditorState, shownPlan } from './store.ts';
import { stopsFor, stopsOf } from './walk.ts';

/** What is said of a change to those who cannot see the plan; null where it is nothing to say. */
export function announcement(now: EditorState, was: EditorState): Text | null {
  if (now.history !== was.history) return editWords(now, was);
  if (now.selection !== was.selection || now.selectedRoom !== was.selectedRoom) {
    return addedWords(now, was) ?? selectionWords(now);
  }
  // A cursor that follows what is drawn is no news.
  if (now.cursor?.isFresh && (!was.cursor || !same(now.cursor.at, was.cursor.at)))
    return cursorWords(now);
  return null;
}

/** The step that was made, with what it drew where that is one thing, or what was taken back. */
function editWords(now: EditorState, was: EditorState): Text | null {
  const [after, before] = [now.history, was.history];
  if (after.past.length <= before.past.length) {
    const back = after.past.length < before.past.length ? before.past.at(-1)?.label : undefined;
    return back ? text(`已撤销：${back.zh}`, `Undone: ${back.en}`) : null;
  }
  const label = after.past.at(-1)?.label ?? null;
  const [only, ...rest] = addedElements(before.plan, after.plan, now.storey);
  const scene = sceneOf(after.plan, now.storey, now.view);
  const stop = scene && stopsOf(scene, now.storey).find(({ ref }) => only && ref?.id === only.id);
  if (!label || rest.length > 0 || !scene || !stop) return label;
  const words = stopWords(after.plan, scene.storey, scene.rooms, stop);
  return text(`${label.zh}：${words.zh}`, `${label.en}: ${words.en}`);
}

/** One more beside what was selected: what it is, and how many there are now. */
function addedWords(now: EditorState, was: EditorState): Text | null {
  const last = now.selection.at(-1);
  if (!last || now.selection.length !== was.selection.length + 1 || was.selection.length === 0) {
    return null;
  }
  const title = selectionTitle(now);
  const words = selectionWords({ ...now, selection: [last], selectedRoom: null });
  return text(`${words.zh}；${title.zh}`, `${words.en}; ${title.en}`);
}

/** `wall, 3,240 mm, bearing, existing; 4 of 57`; of several, how many. */
export function selectionWords(state: EditorState): Text {
  const plan = state.reading?.plan ?? state.history.plan;
  const scene = sceneOf(plan, state.storey, state.view);
  const room = selectedRoomOf(state);
  const [only, ...rest] = state.selection;
  if (!scene || rest.length > 0) return selectionTitle(state);
  const stops = stopsOf(scene, state.storey);
  const index = stops.findIndex(({ id, ref }) => id === room?.id || (only && ref?.id === only.id));
  const stop = stops[index];
  if (!stop) return only ? selectionTitle(state) : text('未选择', 'Nothing selected');
  return countedWords(stopWords(plan, scene.storey, scene.rooms, stop), index + 1, stops.length);
}

/** Where the cursor stands, mm, and on what. */
function cursorWords(state: EditorState): Text {
  const { cursor } = state;
  const plan = shownPlan({ ...state, scratch: null });
  const scene = sceneOf(plan, state.storey, state.view);
  if (!cursor || !scene) return text('', '');
  const { x, y } = cursor.at;
  const place = `x ${Math.round(x)}, y ${Math.round(y)}`;
  const stops = stopsFor(state.tool, stopsOf(scene, state.storey));
  const index = stops.findIndex(({ at }) => same(at, cursor.at));
  const stop = stops[index];
  if (stop) {
    return countedWords(stopWords(plan, scene.storey, scene.rooms, stop), index + 1, stops.length);
  }
  const hit = hitAt(scene, cursor.at, 0);
  // An axis runs through everything and is said nowhere.
  if (!hit || hit.kind === 'axis') return text(place, place);
  const words = stopWords(plan, scene.storey, scene.rooms, { kind: hit.kind, id: hit.id });
  return text(`${place}；${words.zh}`, `${place}; ${words.en}`);
}
