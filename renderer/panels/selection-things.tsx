import { Button } from 'antd';
import { changeFixture } from '../../shared/edit/change-fixture.ts';
import { changeRiser } from '../../shared/edit/change-riser.ts';
import { rotateElements } from '../../shared/edit/rotate-elements.ts';
import type {
  FixtureId,
  Fuel,
  Riser,
  RiserId,
  RiserKind,
  Storey,
} from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { fixtureWords, fuelWords, riserWords } from '../language/words.ts';
import { runFollowing } from '../tools/follow.ts';
import { FixtureDistances } from './selection-distances.tsx';
import { ChoiceField, Field, NumberField, WordsField } from './selection-fields.tsx';
import { PhaseField } from './selection-phase.tsx';
import { RiserLineField } from './selection-riser-line.tsx';
import { RemoveButtons } from './selection-wall.tsx';
import { useSettled } from './use-settled.ts';

interface Props<I> {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly id: I;
}

export function FixtureProperties({ store, storey, id }: Props<FixtureId>) {
  const say = useSay();
  const { intent, storey: storeyId } = useSettled(store);
  const fixture = storey.fixtures[id];
  if (!fixture) return null;
  const isGone = fixture.phase === 'demolished';
  const edit = { storey: storeyId, fixture: id, intent, newId };
  return (
    <>
      <Field name={say(text('类型', 'Kind'))}>{say(fixtureWords[fixture.kind])}</Field>
      <NumberField
        name={say(text('宽（沿墙）', 'Width (along wall)'))}
        value={fixture.width}
        unit="mm"
        min={50}
        disabled={isGone}
        onCommit={(width) => runFollowing(store, changeFixture({ ...edit, change: { width } }))}
      />
      <NumberField
        name={say(text('深', 'Depth'))}
        value={fixture.depth}
        unit="mm"
        min={50}
        disabled={isGone}
        onCommit={(depth) => runFollowing(store, changeFixture({ ...edit, change: { depth } }))}
      />
      <FixtureDistances store={store} storey={storey} id={id} />
      <NumberField
        name={say(text('转角', 'Rotation'))}
        value={fixture.rotation}
        unit="°"
        step={15}
        disabled={isGone}
        onCommit={(rotation) =>
          runFollowing(
            store,
            changeFixture({ ...edit, change: { rotation: ((rotation % 360) + 360) % 360 } }),
          )
        }
      />
      {fixture.kind === 'cooker' || fixture.kind === 'water-heater' ? (
        <ChoiceField<Fuel>
          name={say(text('能源', 'Fuel'))}
          value={fixture.fuel ?? 'gas'}
          disabled={isGone}
          options={(['gas', 'electric'] as const).map((fuel) => ({
            value: fuel,
            label: say(fuelWords[fuel]),
          }))}
          onCommit={(fuel) => runFollowing(store, changeFixture({ ...edit, change: { fuel } }))}
        />
      ) : null}
      <PhaseField
        store={store}
        elements={[{ kind: 'fixture', id, storey: storeyId }]}
        phase={fixture.phase}
      />
      {isGone ? null : (
        <div className="property-actions">
          <Button
            onClick={() =>
              runFollowing(
                store,
                rotateElements({
                  storey: storeyId,
                  elements: [{ kind: 'fixture', id, storey: storeyId }],
                  degrees: 90,
                  intent,
                  newId,
                }),
              )
            }
          >
            {say(text('旋转 90°', 'Rotate 90°'))}
          </Button>
        </div>
      )}
      <RemoveButtons
        store={store}
        elements={[{ kind: 'fixture', id, storey: storeyId }]}
        phase={fixture.phase}
      />
    </>
  );
}

const riserKinds: readonly RiserKind[] = ['soil', 'waste', 'supply', 'gas', 'flue'];

export function RiserProperties({ store, storey, id }: Props<RiserId>) {
  const say = useSay();
  const { intent, storey: storeyId } = useSettled(store);
  const riser = storey.risers[id];
  if (!riser) return null;
  const isGone = riser.phase === 'demolished';
  const change = (part: Partial<Riser>): void => {
    runFollowing(store, changeRiser({ storey: storeyId, riser: id, change: part, intent, newId }));
  };
  return (
    <>
      <ChoiceField<RiserKind>
        name={say(text('类型', 'Kind'))}
        value={riser.kind}
        disabled={isGone}
        options={riserKinds.map((kind) => ({ value: kind, label: say(riserWords[kind]) }))}
        onCommit={(kind) => change({ kind })}
      />
      <WordsField
        name={say(text('编号（各层相同为一根）', 'Line (the same on every storey)'))}
        value={riser.line}
        disabled={isGone}
        onCommit={(line) => change({ line })}
      />
      <NumberField
        name={say(text('管井宽', 'Shaft width'))}
        value={riser.width}
        unit="mm"
        min={20}
        disabled={isGone}
        onCommit={(width) => change({ width })}
      />
      <NumberField
        name={say(text('管井深', 'Shaft depth'))}
        value={riser.depth}
        unit="mm"
        min={20}
        disabled={isGone}
        onCommit={(depth) => change({ depth })}
      />
      <RiserLineField store={store} riser={riser} />
      <PhaseField
        store={store}
        elements={[{ kind: 'riser', id, storey: storeyId }]}
        phase={riser.phase}
      />
      <RemoveButtons
        store={store}
        elements={[{ kind: 'riser', id, storey: storeyId }]}
        phase={riser.phase}
      />
    </>
  );
}
