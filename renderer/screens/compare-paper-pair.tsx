import type { Room } from '../../shared/derive/room.ts';
import type { HouseholdId, Plan, StoreyId } from '../../shared/plan/model.ts';
import type { ElementChange } from '../../shared/records/element-changes.ts';
import type { Text } from '../../shared/text.ts';
import {
  paintBlend,
  paintChangeMarks,
  paintStoreyLabels,
  paintVeil,
} from '../canvas/paint-comparison.ts';
import { type Box, boxAround, fitBox, type Size } from '../editor/viewport.ts';
import { useLanguage, useSay } from '../language/language.tsx';
import { outlineOf } from './compare-picture.tsx';

/** The one household that is looked at and its rooms in both plans: all else steps back. */
export interface Held {
  readonly household: HouseholdId;
  readonly rooms: readonly Room[];
}

interface Pair {
  readonly before: Plan;
  readonly after: Plan;
  readonly storey: StoreyId;
  readonly changes: readonly ElementChange[];
  readonly names: { readonly before: Text; readonly after: Text };
  readonly held: Held | null;
}

/** A storey before and after on one page: beside each other or one above the other, as they get larger. */
export function PaperPair(props: Pair) {
  const { before, after, storey } = props;
  const tables = [before.storeys[storey], after.storeys[storey]];
  const box = boxAround(tables.flatMap((table) => (table ? outlineOf(table) : [])));
  if (!box) return null;
  const { isStacked, size } = placesOf(box);
  return (
    <div className={isStacked ? 'paper-pair paper-stacked' : 'paper-pair'}>
      {([0, 1] as const).map((share) => (
        <Picture key={share} {...props} share={share} box={box} size={size} />
      ))}
    </div>
  );
}

/** px that the two pictures of a storey have on a page, and between them. */
const room = { width: 1010, height: 560 };
const gap = 12;
/** px of the captions. */
const caption = 22;

/** The arrangement in which the pictures get larger, and the px of each. */
export function placesOf({ min, max }: Box): { readonly isStacked: boolean; readonly size: Size } {
  const ratio = Math.max(1000, max.x - min.x) / Math.max(1000, max.y - min.y);
  const within = (width: number, height: number): Size =>
    width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio };
  const beside = within((room.width - gap) / 2, room.height - caption);
  const stacked = within(room.width, (room.height - gap) / 2 - caption);
  const isStacked = stacked.width > beside.width;
  const { width, height } = isStacked ? stacked : beside;
  return { isStacked, size: { width: Math.round(width), height: Math.round(height) } };
}

/** How much smaller than on the screen letters are: 12 px become 7 pt, as on drawings. */
const smaller = 1.3;
/** How much finer than the page's px it is painted. */
const fine = 4;
const margin = { side: 6, top: 6, bottom: 6 };

function Picture(props: Pair & { readonly share: 0 | 1; readonly box: Box; readonly size: Size }) {
  const say = useSay();
  const { language } = useLanguage();
  const { before, after, storey, share, changes, held, box } = props;
  const [was, is] = [before.storeys[storey], after.storeys[storey]];
  const size = { width: props.size.width * smaller, height: props.size.height * smaller };
  const paint = (canvas: HTMLCanvasElement | null): void => {
    const context = canvas?.getContext('2d');
    if (!context) return;
    context.setTransform(fine / smaller, 0, 0, fine / smaller, 0, 0);
    const sight = { min: { x: 0, y: 0 }, max: { x: size.width, y: size.height } };
    const pen = { context, size, sight, view: fitBox(box, size, margin) };
    const states = [before, after].map((plan) => ({ plan, storey, language }));
    const isHeld = ({ holders }: Room): boolean => !held || holders.includes(held.household);
    paintBlend(pen, states[0]!, states[1]!, share);
    if (held) {
      paintStoreyLabels(pen, states[share]!, (one) => !isHeld(one));
      const rooms = held.rooms.filter((one) => one.storey === storey);
      paintVeil(
        pen,
        rooms.map(({ polygon }) => polygon),
      );
    }
    const here = changes.filter((change) => change.storey === storey);
    paintChangeMarks(pen, here, was, is);
    paintStoreyLabels(pen, states[share]!, isHeld, true);
  };
  return (
    <figure style={{ width: props.size.width }}>
      <canvas
        ref={paint}
        width={Math.round(props.size.width * fine)}
        height={Math.round(props.size.height * fine)}
      />
      <figcaption>{say(share === 0 ? props.names.before : props.names.after)}</figcaption>
    </figure>
  );
}
