import { useStore } from 'zustand';
import { moveJoint } from '../../shared/edit/move-joint.ts';
import type { JointId, Point, Storey, Wall } from '../../shared/plan/model.ts';
import { type Text, text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { typedPlace } from '../editor/typed-place.ts';
import { useSay } from '../language/language.tsx';
import { runFollowing } from '../tools/follow.ts';
import { WordsField } from './selection-fields.tsx';

/**
 * Where a wall's ends are, to be typed: `1200,3400`, or from its other end `@600,0` and `@600<90`.
 * What a drag of an end does, without a pointer.
 */
export function WallEnds(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly wall: Wall;
  readonly names: { readonly a: Text; readonly b: Text };
  readonly disabled: boolean;
}) {
  const { store, storey, wall, names, disabled } = props;
  const say = useSay();
  const { intent, storey: storeyId } = useStore(store);
  const a = storey.joints[wall.a];
  const b = storey.joints[wall.b];
  if (!a || !b) return null;
  const field = (joint: JointId, at: Point, other: Point, name: Text) => (
    <WordsField
      name={say(
        text(`${name.zh} x, y`, `${name.en.charAt(0).toUpperCase()}${name.en.slice(1)} x, y`),
      )}
      value={`${at.x}, ${at.y}`}
      disabled={disabled}
      onCommit={(words) => {
        const to = typedPlace(words, other);
        if (to) runFollowing(store, moveJoint({ storey: storeyId, joint, to, intent, newId }));
        else store.getState().set({ message: { tone: 'warning', text: unread } });
      }}
    />
  );
  return (
    <>
      {field(wall.a, a, b, names.a)}
      {field(wall.b, b, a, names.b)}
    </>
  );
}

const unread = text(
  '请输入 x,y；相对另一端写 @x,y 或 @长度<角度。',
  'Type x,y; from the other end @x,y or @length<angle.',
);
