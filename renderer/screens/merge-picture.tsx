import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Plan, Point, Storey, StoreyId } from '../../shared/plan/model.ts';
import { type ElementChange, elementChanges } from '../../shared/records/element-changes.ts';
import { pathOfChange } from '../../shared/records/facts.ts';
import type { Side } from '../../shared/records/merge.ts';
import { type Text, text } from '../../shared/text.ts';
import { elementRing } from '../canvas/paint-marks.ts';
import { type Pen, traceRing } from '../canvas/pen.ts';
import type { Size } from '../editor/viewport.ts';
import { rankOf } from '../language/choice-words.ts';
import { useSay } from '../language/language.tsx';
import { sceneOf } from '../tools/scene.ts';
import { badgePlaces } from './badge-places.ts';
import { ComparePicture } from './compare-picture.tsx';
import { type Choice, type Made, Sides, sideMarks, sides } from './merge-conflicts.tsx';

/** The merged plan, with each conflict where it is: both ways drawn, numbered as in the list. */
export function MergePicture(props: {
  readonly before: Plan;
  readonly after: Plan;
  readonly changes: readonly ElementChange[];
  readonly words: { readonly before: Text; readonly after: Text };
  readonly heads: Readonly<Record<Side, Plan>>;
  readonly names: Readonly<Record<Side, Text>>;
  readonly made?: Made | undefined;
  readonly choices: readonly Choice[];
  /** The elements of each conflict, which stay the same whatever is chosen. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** The id of the conflict whose ways are shown beside it. */
  readonly active: string | null;
  /** What a place is called that has this number; a conflict, where nothing else is said. */
  readonly placeWords?: ((number: number) => Text) | undefined;
  readonly storey: StoreyId | null;
  onStorey(storey: StoreyId): void;
  onActive(id: string | null): void;
  onChoose(id: string, side: Side): void;
}) {
  const { heads, choices, asked, active, names, placeWords = conflictWords } = props;
  const say = useSay();
  const marks = useMemo(() => marksOf(asked, heads), [asked, heads]);
  const paint = useCallback(
    (pen: Pen, storey: StoreyId) => {
      for (const mark of marks) {
        if (mark.storey === storey) paintMark(pen, mark, mark.id === active);
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
      {(storey, place, size) => {
        const here = marks.filter((mark) => mark.storey === storey);
        const places = badgePlaces(
          here.map(({ middle }) => place(middle)),
          size,
        );
        return here.map(({ id, middle }, index) => {
          const choice = choices.find(({ conflict }) => conflict.id === id);
          if (!choice) return null;
          const at = places[index] ?? place(middle);
          const isActive = id === active;
          return (
            <div key={id} className="merge-place" style={{ left: at.x, top: at.y }}>
              <button
                type="button"
                className={choice.conflict.settled ? 'merge-badge merge-settled' : 'merge-badge'}
                aria-expanded={isActive}
                aria-label={say(placeWords(choice.number))}
                onClick={() => props.onActive(isActive ? null : id)}
              >
                {choice.number}
              </button>
              {isActive ? (
                <Card at={at} size={size}>
                  <Sides
                    choice={choice}
                    names={names}
                    made={props.made}
                    most={2}
                    onChoose={(side) => props.onChoose(id, side)}
                  />
                </Card>
              ) : null}
            </div>
          );
        });
      }}
    </ComparePicture>
  );
}

const conflictWords = (number: number): Text => text(`第 ${number} 处冲突`, `Conflict ${number}`);

/** px that a card keeps from the edges of the picture. */
const margin = 8;

/** Beside its place, and wholly within the picture however much it says. */
function Card(props: { readonly at: Point; readonly size: Size; readonly children: ReactNode }) {
  const { at, size } = props;
  const card = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const box = card.current;
    if (!box) return;
    const watcher = new ResizeObserver(() => setHeight(box.offsetHeight));
    watcher.observe(box);
    setHeight(box.offsetHeight);
    return () => watcher.disconnect();
  }, []);
  const top = Math.max(margin, Math.min(at.y - 10, size.height - margin - height));
  return (
    <div
      ref={card}
      className={
        at.x > size.width / 2 ? 'merge-card merge-card-left' : 'merge-card merge-card-right'
      }
      style={{ top: top - at.y, maxHeight: size.height - 2 * margin }}
    >
      {props.children}
    </div>
  );
}

interface Mark {
  /** The conflict's. */
  readonly id: string;
  readonly storey: StoreyId;
  readonly middle: Point;
  readonly rings: Readonly<Record<Side, readonly (readonly Point[])[]>>;
}

/** Elements drawn of one conflict: of a whole storey there are hundreds. */
const mostDrawn = 40;

/** Conflicts that have a place on the plan; one about a household alone has none. */
function marksOf(
  asked: ReadonlyMap<string, readonly string[]>,
  heads: Readonly<Record<Side, Plan>>,
): Mark[] {
  const between = elementChanges(heads.ours, heads.theirs);
  return [...asked].flatMap(([id, paths]) => {
    const here = between
      .map((change) => ({ change, path: pathOfChange(change) }))
      .filter(({ path }) => paths.includes(path))
      .sort((one, other) => rankOf(one.path) - rankOf(other.path))
      .map(({ change }) => change);
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
    return middle ? [{ id, storey, middle, rings }] : [];
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
