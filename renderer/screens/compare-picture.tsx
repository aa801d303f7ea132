import { Segmented, Slider } from 'antd';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { sweptBy } from '../../shared/derive/door-swings.ts';
import type { Room } from '../../shared/derive/room.ts';
import type { HouseholdId, Plan, Point, Storey, StoreyId } from '../../shared/plan/model.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import { type Text, text } from '../../shared/text.ts';
import {
  paintBlend,
  paintChangeMarks,
  paintStoreyLabels,
  paintVeil,
} from '../canvas/paint-comparison.ts';
import type { Pen } from '../canvas/pen.ts';
import { PlanPicture } from '../canvas/plan-picture.tsx';
import { boxAround, type Size } from '../editor/viewport.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { type ComparedStorey, comparedStoreys } from './changed-storeys.ts';
import { CompareLegend } from './compare-legend.tsx';

/** A storey of two plans over each other, with a slider from the one to the other. */
export function ComparePicture(props: {
  readonly before: Plan;
  readonly after: Plan;
  /** Those to mark; of any storey. */
  readonly changes: readonly ElementChange[];
  readonly words: { readonly before: Text; readonly after: Text };
  readonly storey: StoreyId | null;
  /** The one household that is looked at and its rooms in both plans: all else steps back. */
  readonly only?: { readonly household: HouseholdId; readonly rooms: readonly Room[] } | null;
  onStorey(storey: StoreyId): void;
  /** What is marked above everything; a new function paints anew. */
  readonly paint?: (pen: Pen, storey: StoreyId) => void;
  /** What lies on the picture: it is told where a point of the plan is, px. */
  readonly children?: (storey: StoreyId, place: (point: Point) => Point, size: Size) => ReactNode;
}) {
  const { before, after, changes, words, only = null, onStorey, paint: paintOver } = props;
  const { children } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [share, setShare] = useState(0.5);
  const storeys = useMemo(() => comparedStoreys(before, after, changes), [before, after, changes]);
  const storey = storeys.find(({ id }) => id === props.storey)?.id ?? storeys[0]?.id ?? null;
  const [was, is] = [before, after].map((plan) => (storey ? plan.storeys[storey] : undefined));
  const here = useMemo(
    () => changes.filter((change) => change.storey === storey),
    [changes, storey],
  );
  const box = useMemo(
    () => boxAround([was, is].flatMap((table) => (table ? outlineOf(table) : []))) ?? null,
    [was, is],
  );
  const paint = useCallback(
    (pen: Pen) => {
      if (!storey) return;
      const earlier = { plan: before, storey, language };
      const later = { plan: after, storey, language };
      const read = share < 0.5 ? earlier : later;
      const isHeld = ({ holders }: Room): boolean => !only || holders.includes(only.household);
      paintBlend(pen, earlier, later, share);
      if (only) {
        paintStoreyLabels(pen, read, (room) => !isHeld(room));
        const rooms = only.rooms.filter((room) => room.storey === storey);
        paintVeil(
          pen,
          rooms.map(({ polygon }) => polygon),
        );
      }
      paintChangeMarks(pen, here, was, is);
      paintStoreyLabels(pen, read, isHeld);
      paintOver?.(pen, storey);
    },
    [before, after, storey, language, share, here, was, is, only, paintOver],
  );
  const name = storeys.find(({ id }) => id === storey)?.name ?? '';
  return (
    <div className="compare-picture">
      {storeys.length > 1 && storey ? (
        <Segmented
          value={storey}
          onChange={onStorey}
          options={storeys.map((one) => ({ value: one.id, label: storeyLabel(one, say) }))}
          aria-label={say(text('楼层', 'Storey'))}
        />
      ) : null}
      <div className="compare-sheet">
        <PlanPicture
          box={box}
          paint={paint}
          label={say(
            text(
              `${name}：${words.before.zh}与${words.after.zh}叠合，${here.length} 处不同`,
              `${name}: ${words.before.en} and ${words.after.en} over each other, ${here.length} differences`,
            ),
          )}
        >
          {storey && children ? (place, size) => children(storey, place, size) : undefined}
        </PlanPicture>
      </div>
      <div className="compare-slider">
        <span>{say(words.before)}</span>
        <Slider
          min={0}
          max={1}
          step={0.05}
          value={share}
          onChange={setShare}
          tooltip={{ open: false }}
          ariaLabelForHandle={say(
            text('从前一份淡入后一份', 'Fade from the earlier plan to the later'),
          )}
        />
        <span>{say(words.after)}</span>
      </div>
      <CompareLegend changes={here} />
    </div>
  );
}

/** Its name, and how much is different there: nobody has to look through all of them. */
const storeyLabel = ({ name, changes }: ComparedStorey, say: (words: Text) => string): ReactNode =>
  changes === 0 ? (
    name
  ) : (
    <>
      <span>{name}</span>
      <span
        className="compare-count"
        title={say(
          text(`${changes} 处不同`, changes === 1 ? '1 difference' : `${changes} differences`),
        )}
      >
        {changes}
      </span>
    </>
  );

/** What a picture of a storey has to hold: its walls, and leaves that open out of them. */
export const outlineOf = (storey: Storey): Point[] => [
  ...Object.values(storey.joints),
  ...Object.values(storey.openings).flatMap((opening) =>
    sweptBy(storey, opening).flatMap((ring) => [...ring]),
  ),
];
