import { Button } from 'antd';
import type { RecordProblem, Settings } from '../../shared/bridge.ts';
import { mostMoved } from '../../shared/bridge-shapes.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/** Buildings whose folders are gone on purpose: told of until somebody says so. */

type Gone = NonNullable<RecordProblem['gone']>;
type Moved = Settings['movedBuildings'];

/** Without those that somebody moved. One that came back and went again is told of again. */
export const withoutMoved = (
  problems: readonly RecordProblem[],
  moved: Moved,
): readonly RecordProblem[] =>
  problems.filter(({ gone }) => !gone || !moved?.some((one) => isSame(one, gone)));

const isSame = (one: Gone, other: Gone): boolean =>
  one.building === other.building && one.day === other.day;

export const movedAway = (moved: Moved, gone: Gone): Gone[] =>
  [...(moved ?? []), gone].slice(-mostMoved);

export function MovedButton(props: { readonly gone: Gone; onPress(gone: Gone): void }) {
  const say = useSay();
  return (
    <Button size="small" onClick={() => props.onPress(props.gone)}>
      {say(text('是有意移走的，不再提示', 'It was moved on purpose: do not say so again'))}
    </Button>
  );
}
