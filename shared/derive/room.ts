import type { Ring } from '../geometry/polygon.ts';
import type { Holder, OpeningId, Point, RoomId, RoomUse, StoreyId, WallId } from '../plan/model.ts';

export type { Ring };

/** A derived face of a storey with the tags inside it. Areas are usable: net of walls and shafts. */
export interface Room {
  /** The lowest of its tags' ids, or `face@x,y` of an inside point where nobody tagged it. */
  readonly id: string;
  readonly storey: StoreyId;
  /** Usually one; two or more in one room are a finding; none is an untagged room. */
  readonly tags: readonly RoomId[];
  readonly use: RoomUse | null;
  /** What all of its tags say; more than one is a drawing problem. */
  readonly uses: readonly RoomUse[];
  readonly name: string;
  readonly holders: readonly Holder[];
  /** Outer ring counter-clockwise, inside the wall faces. */
  readonly polygon: Ring;
  /** Clockwise: free-standing walls, columns, risers and shafts. */
  readonly holes: readonly Ring[];
  /** mm2, usable. 0 where walls fill the face. */
  readonly area: number;
  /** A point well inside, for the label. */
  readonly label: Point;
}

/** A way from one room to another, through an opening or across a boundary. */
export interface Link {
  /** Room ids of the same storey; null is outside of the building. */
  readonly from: string | null;
  readonly to: string | null;
  readonly opening: OpeningId | null;
  /** The wall that carries the opening, or the boundary itself. */
  readonly wall: WallId;
  readonly kind: 'door' | 'window' | 'passage' | 'boundary';
  /** mm, of the opening or of the boundary. */
  readonly width: number;
}

/** What one storey derives to at one moment. */
export interface StoreyRooms {
  readonly storey: StoreyId;
  /** In the order of their ids. */
  readonly rooms: readonly Room[];
  readonly byId: { get(id: string): Room | undefined };
  readonly links: readonly Link[];
  /** Tags that lie in no room: outside of every face, or inside a wall. */
  readonly looseTags: readonly RoomId[];
  /** For each face of the wall network the ids of its rooms: none where walls fill it. */
  readonly roomsOfFace: readonly (readonly string[])[];
  /** For each standing wall its stretches from end a to end b, as rooms change along it. */
  readonly stretches: ReadonlyMap<WallId, readonly Stretch[]>;
}

/** A length of wall with the same room on its left and the same on its right; null is outside. */
export interface Stretch {
  /** mm along the centre line from the wall's end a. */
  readonly from: number;
  readonly to: number;
  readonly left: string | null;
  readonly right: string | null;
}
