import { useCallback, useMemo } from 'react';
import type { Plan, Point, Storey, StoreyId } from '../../shared/plan/model.ts';
import { type ElementChange, elementChanges } from '../../shared/records/element-changes.ts';
import { pathOfChange } from '../../shared/records/facts.ts';
import type { Side } from '../../shared/records/merge.ts';
import { type Text, text } from '../../shared/text.ts';
import { elementRing } from '../canvas/paint-marks.ts';
import { type Pen, traceRing } from '../canvas/pen.ts';
import { useSay } from '../language/language.tsx';
import { sceneOf } from '../tools/scene.ts';
import { ComparePicture } from './compare-picture.tsx';
import { type Choice, Sides, sideMarks, sides } from './merge-conflicts.tsx';

/** The merged plan, with each conflict where it is: both ways drawn, numbered as in the list. */
export function MergePicture(props: {
  readonly before: Plan;
  readonly after: Plan;
  readonly changes: readonly ElementChange[];
  readonly words: { readonly before: Text; readonly after: Text };
  readonly heads: Readonly<Record<Side, Plan>>;
  readonly names: Readonly<Record<Side, Text>>;
  readonly choices: readonly Choice[];
  /** The id of the conflict whose ways are shown beside it. */
  readonly active: string | null;
  readonly storey: StoreyId | null;
  onStorey(storey: StoreyId): void;
  onActive(id: string | null): void;
  onChoose(id: string, side: Side): void;
}) {
  const { heads, choices, active, names } = props;
  const say = useSay();
  const marks = useMemo(() => marksOf(choices, heads), [choices, heads]);
  const paint = useCallback(
    (pen: Pen, storey: StoreyId) => {
      for (const mark of marks) {
        if (mark.storey === storey) paintMark(pen, mark, mark.choice.conflict.id === active);
      }
    },
    [marks, active],
  );
  return (
    <ComparePicture
      before={props.before}
      after={props.after}
      changes={props.changes}
      words={props.words}
      storey={props.storey}
      onStorey={props.onStorey}
      paint={paint}
    >
      {(storey, place, size) =>
        marks
          .filter((mark) => mark.storey === storey)
          .map(({ choice, middle }) => {
            const { id, settled } = choice.conflict;
            const at = place(middle);
            const isActive = id === active;
            return (
              <div key={id} className="merge-place" style={{ left: at.x, top: at.y }}>
                <button
                  type="button"
                  className={settled ? 'merge-badge merge-settled' : 'merge-badge'}
                  aria-expanded={isActive}
                  aria-label={say(text(`第 ${choice.number} 处冲突`, `Conflict ${choice.number}`))}
                  onClick={() => props.onActive(isActive ? null : id)}
                >
                  {choice.number}
                </button>
                {isActive ? (
                  <div
                    className={[
                      'merge-card',
                      at.x > size.width / 2 ? 'merge-card-left' : 'merge-card-right',
                      at.y > size.height / 2 ? 'merge-card-up' : 'merge-card-down',
                    ].join(' ')}
                  >
                    <Sides
                      choice={choice}
                      names={names}
                      most={2}
                      onChoose={(side) => props.onChoose(id, side)}
                    />
                  </div>
                ) : null}
              </div>
            );
          })
      }
    </ComparePicture>
  );
}

interface Mark {
  readonly choice: Choice;
  readonly storey: StoreyId;
  readonly middle: Point;
  readonly rings: Readonly<Record<Side, readonly (readonly Point[])[]>>;
}

/** Elements drawn of one conflict: of a whole storey there are hundreds. */
const mostDrawn = 40;

/** Conflicts that have a place on the plan; one about a household alone has none. */
function marksOf(choices: readonly Choice[], heads: Readonly<Record<Side, Plan>>): Mark[] {
  const between = elementChanges(heads.ours, heads.theirs);
  return choices.flatMap((choice) => {
    const { paths } = choice.conflict;
    const here = between.filter((change) => paths.includes(pathOfChange(change)));
    const joints = paths.flatMap((path) => jointAt(path));
    const elements = here.length > 0 ? here : joints;
    const storey = elements.find((element) => element.storey !== null)?.storey;
    if (!storey) return [];
    const ringsIn = (plan: Plan) => {
      const scene = sceneOf(plan, storey, 'after');
      return scene
        ? elements
            .filter((element) => element.storey === storey)
            .slice(0, mostDrawn)
            .flatMap((element) => ringOf(element, scene.storey, scene.rooms))
        : [];
    };
    const rings = { ours: ringsIn(heads.ours), theirs: ringsIn(heads.theirs) };
    const middle = middleOf(rings.ours[0] ?? rings.theirs[0] ?? []);
    return middle ? [{ choice, storey, middle, rings }] : [];
  });
}

type Element = Pick<ElementChange, 'kind' | 'id' | 'storey'>;

function jointAt(path: string): Element[] {
  const [, storey, table, id] = path.split('/');
  return table === 'joints' && id ? [{ kind: 'joint', id, storey: storey as StoreyId }] : [];
}

function ringOf(
  { kind, id }: Element,
  storey: Storey,
  rooms: Parameters<typeof elementRing>[1],
): (readonly Point[])[] {
  if (kind === 'tenancy' || kind === 'underlay' || kind === 'plan') return [];
  const ring = elementRing(storey, rooms, { kind, id });
  return ring ? [ring] : [];
}

function middleOf(ring: readonly Point[]): Point | null {
  if (ring.length === 0) return null;
  const sum = ring.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / ring.length, y: sum.y / ring.length };
}

function paintMark(pen: Pen, { rings }: Mark, isActive: boolean): void {
  const { context } = pen;
  context.save();
  context.lineJoin = 'round';
  for (const side of sides) {
    const { colour, dash } = sideMarks[side];
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = isActive ? 3 : 2;
    context.setLineDash([...dash]);
    for (const ring of rings[side]) {
      context.beginPath();
      traceRing(pen, ring);
      context.globalAlpha = isActive ? 0.2 : 0.08;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
    }
  }
  context.restore();
}
