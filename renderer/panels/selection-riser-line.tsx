import { Button } from 'antd';
import {
  deleteRiserLine,
  moveRiserLine,
  piecesOf,
  placeRiserLine,
} from '../../shared/edit/riser-line.ts';
import type { Riser } from '../../shared/plan/model.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { Field } from './selection-fields.tsx';
import { useSettled } from './use-settled.ts';

/** A riser's pieces on all storeys, and what can be done to them at once. */
export function RiserLineField(props: { readonly store: EditorStore; readonly riser: Riser }) {
  const { store, riser } = props;
  const say = useSay();
  const { intent, history, reading } = useSettled(store);
  const plan = reading?.plan ?? history.plan;
  const { kind, line, at, width, depth } = riser;
  const pieces = piecesOf(plan, riser);
  const storeys = new Set(pieces.map(({ storey }) => storey)).size;
  const all = Object.keys(plan.storeys).length;
  if (line === '' || all < 2 || riser.phase === 'demolished') return null;
  const isStraight = pieces.every(({ riser: other }) => other.at.x === at.x && other.at.y === at.y);
  const disabled = reading !== null;
  const run = store.getState().run;
  return (
    <>
      <Field name={say(text('整根', 'Whole riser'))}>
        {say(
          text(
            `在 ${all} 层中的 ${storeys} 层${isStraight ? '，上下对齐' : '，上下没有对齐'}`,
            `On ${storeys} of ${all} storeys${isStraight ? ', in line' : ', not in line'}`,
          ),
        )}
      </Field>
      <div className="property-actions">
        {isStraight ? null : (
          <Button
            disabled={disabled}
            onClick={() => run(moveRiserLine({ kind, line, to: at, intent, newId }))}
          >
            {say(text('整根移到这里', 'Move it all here'))}
          </Button>
        )}
        {storeys === all ? null : (
          <Button
            disabled={disabled}
            onClick={() => run(placeRiserLine({ kind, line, at, width, depth, intent, newId }))}
          >
            {say(text('补齐各层', 'Add to the other storeys'))}
          </Button>
        )}
        <Button
          danger
          disabled={disabled}
          onClick={() => run(deleteRiserLine({ kind, line, intent }))}
        >
          {intent === 'proposal' && riser.phase === 'existing'
            ? say(text('整根拆除', 'Demolish it all'))
            : say(text('整根删除', 'Delete it all'))}
        </Button>
      </div>
    </>
  );
}
