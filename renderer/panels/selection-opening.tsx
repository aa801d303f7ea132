import { Button } from 'antd';
import { clearRun, coveredEnds } from '../../shared/derive/clear-run.ts';
import { type ChangeOpening, changeOpening } from '../../shared/edit/change-opening.ts';
import type { Leaf, OpeningId, Storey } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { leafWords, openingWords } from '../language/words.ts';
import { runFollowing } from '../tools/follow.ts';
import { wallLine } from '../tools/plane.ts';
import { ChoiceField, Field, NumberField } from './selection-fields.tsx';
import { PhaseField } from './selection-phase.tsx';
import { RecordedOfWindow } from './selection-recorded.tsx';
import { endNames, RemoveButtons } from './selection-wall.tsx';
import { useSettled } from './use-settled.ts';

export function OpeningProperties(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly id: OpeningId;
}) {
  const { store, storey, id } = props;
  const say = useSay();
  const { intent, view, storey: storeyId } = useSettled(store);
  const opening = storey.openings[id];
  const wall = opening && storey.walls[opening.wall];
  const line = wall && wallLine(storey, wall);
  if (!opening || !line) return null;
  const covered = coveredEnds(storey, opening.wall, view);
  const names = endNames(line.a, line.b);
  const isGone = opening.phase === 'demolished';
  const change = (part: ChangeOpening['change']): void => {
    runFollowing(
      store,
      changeOpening({ storey: storeyId, opening: id, change: part, intent, newId }),
    );
  };
  const run = clearRun({ storey, view }, opening.wall, opening, id);
  const clearA = opening.offset - run.from;
  const clearB = run.to - opening.offset - opening.width;
  const to = (end: Text, isWall: boolean) =>
    say(
      isWall
        ? text(`距${end.zh}墙面`, `Clear to ${end.en}`)
        : text(`距${end.zh.replace('端', '侧')}门窗`, `To opening, ${end.en.replace(' end', '')}`),
    );
  return (
    <>
      <Field name={say(text('类型', 'Kind'))}>{say(openingWords[opening.kind])}</Field>
      <NumberField
        name={say(text('净宽', 'Clear width'))}
        value={opening.width}
        unit="mm"
        min={100}
        step={50}
        disabled={isGone}
        onCommit={(width) => change({ width })}
      />
      <NumberField
        name={to(names.a, run.from === covered.a)}
        value={clearA}
        unit="mm"
        disabled={isGone}
        onCommit={(clear) => change({ offset: clear + run.from })}
      />
      <NumberField
        name={to(names.b, run.to === line.length - covered.b)}
        value={clearB}
        unit="mm"
        disabled={isGone}
        onCommit={(clear) => change({ offset: Math.round(run.to - clear - opening.width) })}
      />
      <ChoiceField<'place' | 'a' | 'b'>
        name={say(text('墙长变化时', 'If the wall changes'))}
        value={opening.keeps ?? 'place'}
        disabled={isGone}
        options={[
          { value: 'place', label: say(text('位置不动', 'It stays in place')) },
          {
            value: 'a',
            label: say(text(`保持距${names.a.zh}`, `Same distance to ${names.a.en}`)),
          },
          {
            value: 'b',
            label: say(text(`保持距${names.b.zh}`, `Same distance to ${names.b.en}`)),
          },
        ]}
        onCommit={(keeps) => change({ keeps: keeps === 'place' ? undefined : keeps })}
      />
      {opening.kind === 'window' ? (
        <NumberField
          name={say(text('窗台高', 'Sill height'))}
          value={opening.sill}
          unit="mm"
          min={0}
          step={50}
          disabled={isGone}
          onCommit={(sill) => change({ sill })}
        />
      ) : null}
      <NumberField
        name={say(text('洞口顶高', 'Head height'))}
        value={opening.head}
        unit="mm"
        min={100}
        step={50}
        disabled={isGone}
        onCommit={(head) => change({ head })}
      />
      <RecordedOfWindow store={store} storeyId={storeyId} storey={storey} id={id} />
      {opening.kind === 'door' ? (
        <>
          <ChoiceField<Leaf>
            name={say(text('门扇', 'Leaf'))}
            value={opening.leaf ?? 'swing'}
            disabled={isGone}
            options={(['swing', 'double', 'sliding'] as const).map((leaf) => ({
              value: leaf,
              label: say(leafWords[leaf]),
            }))}
            onCommit={(leaf) => change({ leaf })}
          />
          {opening.leaf === 'sliding' || isGone ? null : (
            <div className="property-actions">
              <Button onClick={() => change({ hinge: opening.hinge === 'b' ? 'a' : 'b' })}>
                {say(text('换铰链侧', 'Swap hinge'))}
              </Button>
              <Button onClick={() => change({ side: opening.side === 'right' ? 'left' : 'right' })}>
                {say(text('换开启方向', 'Swap swing'))}
              </Button>
            </div>
          )}
        </>
      ) : null}
      <PhaseField
        store={store}
        elements={[{ kind: 'opening', id, storey: storeyId }]}
        phase={opening.phase}
      />
      <RemoveButtons
        store={store}
        elements={[{ kind: 'opening', id, storey: storeyId }]}
        phase={opening.phase}
      />
    </>
  );
}
