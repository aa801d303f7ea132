import { bathroomArea } from './area/bathroom-area.ts';
import { bathroomAreaByFixtures } from './area/bathroom-area-by-fixtures.ts';
import { bedroomArea } from './area/bedroom-area.ts';
import { bedroomShape } from './area/bedroom-shape.ts';
import { dwellingArea } from './area/dwelling-area.ts';
import { kitchenArea } from './area/kitchen-area.ts';
import { kitchenAreaByDwelling } from './area/kitchen-area-by-dwelling.ts';
import { kitchenBathArea } from './area/kitchen-bath-area.ts';
import { livingArea } from './area/living-area.ts';
import { bathroomAbove } from './bathroom/bathroom-above.ts';
import { bathroomDoor } from './bathroom/bathroom-door.ts';
import { bathroomFixtures } from './bathroom/bathroom-fixtures.ts';
import { exhaust } from './bathroom/exhaust.ts';
import { kitchenAbove } from './bathroom/kitchen-above.ts';
import { doorOpenings } from './door/door-openings.ts';
import { doorPassage } from './door/door-passage.ts';
import { drainUnderBedroom } from './drain/drain-under-bedroom.ts';
import { separateStacks } from './drain/separate-stacks.ts';
import { straightStacks } from './drain/straight-stacks.ts';
import { wcBranch } from './drain/wc-branch.ts';
import { clearances } from './drawing/clearances.ts';
import { cookerAtShower } from './drawing/cooker-at-shower.ts';
import { doorBlocked } from './drawing/door-blocked.ts';
import { doorShut } from './drawing/door-shut.ts';
import { doorSwing } from './drawing/door-swing.ts';
import { doorsCollide } from './drawing/doors-collide.ts';
import { fixturesInTheWay } from './drawing/fixture-conflicts.ts';
import { householdsWithoutRooms } from './drawing/households-without-rooms.ts';
import { looseTags } from './drawing/loose-tags.ts';
import { manyTags } from './drawing/many-tags.ts';
import { nearlyMeeting } from './drawing/near-misses.ts';
import { openingHeights } from './drawing/opening-heights.ts';
import { openingsInDemolishedWalls } from './drawing/openings-in-demolished-walls.ts';
import { roomsWithoutEntry } from './drawing/rooms-without-entry.ts';
import { roomsWithoutHolder } from './drawing/rooms-without-holder.ts';
import { untaggedRooms } from './drawing/untagged-rooms.ts';
import { openingsThatWallsCross } from './drawing/walled-openings.ts';
import { gasBanned } from './gas/gas-banned.ts';
import { gasDistances } from './gas/gas-distances.ts';
import { gasRoom } from './gas/gas-room.ts';
import { livingHeight } from './height/living-height.ts';
import { wetHeight } from './height/wet-height.ts';
import { bathroomAir } from './light/bathroom-air.ts';
import { directDaylight } from './light/direct-daylight.ts';
import { kitchenAir } from './light/kitchen-air.ts';
import { roomAir } from './light/room-air.ts';
import { windowArea } from './light/window-area.ts';
import { exclusiveFacilities } from './own/exclusive-facilities.ts';
import { usableAreaKept } from './own/usable-area-kept.ts';
import type { Rule } from './rule.ts';
import { bearingWalls } from './structure/bearing-walls.ts';
import { lift } from './structure/lift.ts';
import { corridorWidth } from './width/corridor-width.ts';
import { kitchenWidth } from './width/kitchen-width.ts';
import { passageInDwelling } from './width/passage-width.ts';
import { stairFlight } from './width/stair-flight.ts';

/** Every rule, in the order in which people read them. */
export const rules: readonly Rule[] = [
  exclusiveFacilities,
  usableAreaKept,
  kitchenAreaByDwelling,
  kitchenArea,
  kitchenBathArea,
  bathroomArea,
  bathroomAreaByFixtures,
  bedroomArea,
  bedroomShape,
  livingArea,
  dwellingArea,
  kitchenWidth,
  passageInDwelling,
  corridorWidth,
  stairFlight,
  doorOpenings,
  doorPassage,
  directDaylight,
  windowArea,
  kitchenAir,
  roomAir,
  bathroomAir,
  livingHeight,
  wetHeight,
  bathroomDoor,
  bathroomAbove,
  kitchenAbove,
  bathroomFixtures,
  exhaust,
  gasRoom,
  gasBanned,
  gasDistances,
  separateStacks,
  drainUnderBedroom,
  wcBranch,
  straightStacks,
  bearingWalls,
  lift,
  clearances,
  doorSwing,
  doorsCollide,
  doorBlocked,
  doorShut,
  cookerAtShower,
  fixturesInTheWay,
  openingsInDemolishedWalls,
  openingsThatWallsCross,
  openingHeights,
  nearlyMeeting,
  untaggedRooms,
  manyTags,
  roomsWithoutHolder,
  looseTags,
  roomsWithoutEntry,
  householdsWithoutRooms,
];

const byId = new Map(rules.map((one) => [one.id, one]));

/** The rule that made a finding; undefined for faults of elements and of the program. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id);
