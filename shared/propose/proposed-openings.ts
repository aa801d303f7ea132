import type { DoorPlace } from './door-places.ts';
import { facing, outOfFrame } from './frame.ts';
import type { Part, RoomLayout } from './part.ts';
import type { ProposedOpening } from './proposal.ts';
import { ahead, onLine } from './rect.ts';
import type { Space } from './space.ts';

interface Drawing {
  readonly space: Space;
}

export function doorOf(
  { space: { frame } }: Drawing,
  door: DoorPlace,
  ownWall: number,
  { partition }: Part,
): ProposedOpening {
  const { side, line, from, to, kind, hung, face } = door;
  const thickness = face?.thickness ?? partition?.thickness ?? 0;
  const centre = ahead(side, line, -thickness / 2);
  const jambs = [onLine(side, centre, from), onLine(side, centre, to)].map((p) =>
    outOfFrame(frame, p),
  );
  const out = facing[side];
  const away = kind === 'inward' ? thickness : -thickness;
  const middle = onLine(side, centre, (from + to) / 2);
  return {
    wall: face?.wall ?? ownWall,
    kind: 'door',
    jambs: hung === from ? [jambs[0]!, jambs[1]!] : [jambs[1]!, jambs[0]!],
    leaf: kind === 'sliding' ? 'sliding' : 'swing',
    opensTo: outOfFrame(frame, { x: middle.x + out.x * away, y: middle.y + out.y * away }),
  };
}

export function passageOf(
  { space: { frame } }: Drawing,
  { face, from, to }: NonNullable<RoomLayout['passage']>,
): ProposedOpening {
  const centre = ahead(face.side, face.line, -face.thickness / 2);
  const jambs = [from, to].map((along) => outOfFrame(frame, onLine(face.side, centre, along)));
  return {
    wall: face.wall,
    kind: 'passage',
    jambs: [jambs[0]!, jambs[1]!],
    leaf: 'swing',
    opensTo: jambs[0]!,
  };
}
