import { useStore } from 'zustand';
import type { Room } from '../../shared/derive/room.ts';
import type {
  AxisId,
  DimensionId,
  ElementKind,
  ElementRef,
  FixtureId,
  NoteId,
  OpeningId,
  Phase,
  RiserId,
  RoomId,
  Storey,
  WallId,
} from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import type { EditorState, EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { count } from '../language/say.ts';
import {
  fixtureWords,
  openingWords,
  riserWords,
  roomUseWords,
  wallKindWords,
} from '../language/words.ts';
import { startDivision } from '../tools/divide-tool.ts';
import type { Runner } from '../tools/runner.ts';
import { sceneOf } from '../tools/scene.ts';
import { ArrangeSection } from './selection-arrange.tsx';
import { DividePanel } from './selection-divide.tsx';
import { Field } from './selection-fields.tsx';
import { AxisProperties, DimensionProperties, NoteProperties } from './selection-marks.tsx';
import { OpeningProperties } from './selection-opening.tsx';
import { PhaseField } from './selection-phase.tsx';
import { RoomProperties } from './selection-room.tsx';
import { StoreyProperties } from './selection-storey.tsx';
import { FixtureProperties, RiserProperties } from './selection-things.tsx';
import { UnderlayPanel } from './selection-underlay.tsx';
import { RemoveButtons, WallProperties } from './selection-wall.tsx';
import { useSettled } from './use-settled.ts';

const kindWords: Readonly<Record<ElementKind, Text>> = {
  joint: text('节点', 'Joints'),
  wall: text('墙', 'Walls'),
  opening: text('门窗', 'Openings'),
  room: text('房间', 'Rooms'),
  fixture: text('设施', 'Fixtures'),
  riser: text('立管', 'Risers'),
  dimension: text('尺寸标注', 'Dimensions'),
  note: text('文字注释', 'Notes'),
  axis: text('轴线', 'Axes'),
  household: text('住户', 'Households'),
  storey: text('楼层', 'Storeys'),
};

/** The plan without a preview: what a drag would leave behind is no fact yet. */
const settledPlan = (state: EditorState) => state.reading?.plan ?? state.history.plan;

/** The selected room: by its derived id, or by the selected tag inside it. */
export function selectedRoomOf(state: EditorState): Room | null {
  const rooms = sceneOf(settledPlan(state), state.storey, state.view)?.rooms ?? [];
  const [only, ...rest] = state.selection;
  const tag = only?.kind === 'room' && rest.length === 0 ? (only.id as RoomId) : null;
  return (
    rooms.find((room) => room.id === state.selectedRoom) ??
    (tag ? (rooms.find(({ tags }) => tags.includes(tag)) ?? null) : null)
  );
}

/** What is selected, in a few words: the panel's title and what a screen reader is told. */
export function selectionTitle(state: EditorState): Text {
  const storey = settledPlan(state).storeys[state.storey];
  if (!storey) return text('', '');
  const room = selectedRoomOf(state);
  const [only, ...rest] = state.selection;
  if (room && (!only || (only.kind === 'room' && rest.length === 0))) {
    const use = room.use ? roomUseWords[room.use] : text('未命名房间', 'Untagged room');
    return room.name ? text(room.name, room.name) : use;
  }
  if (!only) return text(storey.name, storey.name);
  if (rest.length > 0) {
    return text(`已选 ${state.selection.length} 项`, `${state.selection.length} selected`);
  }
  return elementWords(storey, only);
}

function elementWords(storey: Storey, ref: ElementRef): Text {
  const wall = ref.kind === 'wall' ? storey.walls[ref.id as WallId] : undefined;
  if (wall) return wallKindWords[wall.kind];
  const opening = ref.kind === 'opening' ? storey.openings[ref.id as OpeningId] : undefined;
  if (opening) return openingWords[opening.kind];
  const fixture = ref.kind === 'fixture' ? storey.fixtures[ref.id as FixtureId] : undefined;
  if (fixture) return fixtureWords[fixture.kind];
  const riser = ref.kind === 'riser' ? storey.risers[ref.id as RiserId] : undefined;
  const singular = {
    dimension: text('尺寸标注', 'Dimension'),
    note: text('文字注释', 'Note'),
    axis: text('轴线', 'Axis'),
  }[ref.kind as string];
  if (singular) return singular;
  return riser ? riserWords[riser.kind] : kindWords[ref.kind];
}

/** 属性: whatever is selected, or the storey; the divide tool takes its place while it works. */
export function SelectionPanel(props: { readonly store: EditorStore; readonly runner: Runner }) {
  const { store, runner } = props;
  const say = useSay();
  const state = useSettled(store);
  const storey = settledPlan(state).storeys[state.storey];
  if (state.tool === 'underlay') return <UnderlayPanel store={store} />;
  if (state.tool === 'divide') return <DividePanel store={store} runner={runner} />;
  if (!storey) return null;
  const divide = (room: Room): void => {
    state.set({ tool: 'divide' });
    runner.update('divide', (_state, context) => startDivision(room.id, context));
  };
  const room = selectedRoomOf(state);
  const [only, ...rest] = state.selection;
  return (
    <section className="properties" aria-label={say(text('属性', 'Properties'))}>
      <h2>{say(selectionTitle(state))}</h2>
      {rest.length > 0 ? (
        <SeveralProperties store={store} storey={storey} />
      ) : room && (!only || only.kind === 'room') ? (
        <RoomProperties
          key={room.id}
          store={store}
          storey={storey}
          room={room}
          onDivide={() => divide(room)}
        />
      ) : only?.kind === 'wall' ? (
        <WallProperties key={only.id} store={store} storey={storey} id={only.id as WallId} />
      ) : only?.kind === 'opening' ? (
        <OpeningProperties key={only.id} store={store} storey={storey} id={only.id as OpeningId} />
      ) : only?.kind === 'fixture' ? (
        <FixtureProperties key={only.id} store={store} storey={storey} id={only.id as FixtureId} />
      ) : only?.kind === 'riser' ? (
        <RiserProperties key={only.id} store={store} storey={storey} id={only.id as RiserId} />
      ) : only?.kind === 'dimension' ? (
        <DimensionProperties
          key={only.id}
          store={store}
          storey={storey}
          id={only.id as DimensionId}
        />
      ) : only?.kind === 'note' ? (
        <NoteProperties key={only.id} store={store} storey={storey} id={only.id as NoteId} />
      ) : only?.kind === 'axis' ? (
        <AxisProperties key={only.id} store={store} id={only.id as AxisId} />
      ) : (
        <StoreyProperties
          key={state.storey}
          store={store}
          storey={storey}
          rooms={sceneOf(settledPlan(state), state.storey, state.view)?.rooms ?? []}
        />
      )}
      {only ? (
        <ArrangeSection store={store} runner={runner} storey={storey} selection={state.selection} />
      ) : null}
    </section>
  );
}

function SeveralProperties(props: { readonly store: EditorStore; readonly storey: Storey }) {
  const { store, storey } = props;
  const say = useSay();
  const selection = useStore(store, (state) => state.selection);
  const kinds = [...new Set(selection.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <Field key={kind} name={say(kindWords[kind])}>
          {count(selection.filter((ref) => ref.kind === kind).length)}
        </Field>
      ))}
      <PhaseField store={store} elements={selection} phase={commonPhase(storey, selection)} />
      <RemoveButtons store={store} elements={selection} phase={commonPhase(storey, selection)} />
    </>
  );
}

/** The phase that all of them have; null where they differ. */
function commonPhase(storey: Storey, selection: readonly ElementRef[]): Phase | null {
  const phases = new Set(
    selection.map((ref) => {
      const table = {
        wall: storey.walls,
        opening: storey.openings,
        fixture: storey.fixtures,
        riser: storey.risers,
        room: storey.rooms,
      }[ref.kind as 'wall'] as Readonly<Record<string, { readonly phase: Phase }>> | undefined;
      return table?.[ref.id]?.phase ?? null;
    }),
  );
  const [only] = phases;
  return phases.size === 1 ? (only ?? null) : null;
}
