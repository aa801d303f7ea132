import { Button } from 'antd';
import type { Room } from '../../shared/derive/room.ts';
import { storeyRooms } from '../../shared/derive/storey-rooms.ts';
import type { RoomId, Storey, WallId } from '../../shared/plan/model.ts';
import { mergeableAcross, mergeRooms } from '../../shared/propose/merge-rooms.ts';
import { text } from '../../shared/text.ts';
import { newId } from '../editor/ids.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { mergeNames } from './merge-names.ts';
import { useSettled } from './use-settled.ts';

/** Uniting the rooms on both sides of a wall, under the tag of either: the inverse of dividing. */
export function MergeAcross(props: {
  readonly store: EditorStore;
  readonly storey: Storey;
  readonly wall: WallId;
}) {
  const { store, storey, wall } = props;
  const say = useSay();
  const { storey: storeyId, intent, reading, history } = useSettled(store);
  const pairs = mergeableAcross(storeyRooms(storeyId, storey, 'after'), wall);
  if (pairs.length === 0 || reading) return null;
  const merge = (rooms: readonly [Room, Room], keep: RoomId): void => {
    const command = mergeRooms({
      storey: storeyId,
      rooms: [rooms[0].id, rooms[1].id],
      keep,
      intent,
      newId,
    });
    const { run, select } = store.getState();
    if (run(command)) select([{ kind: 'room', id: keep, storey: storeyId }], keep);
  };
  return (
    <section className="property-merge" aria-label={say(text('合并房间', 'Merge rooms'))}>
      <h3>{say(text('拆墙合并房间', 'Merge across this wall'))}</h3>
      {pairs.map((rooms) => {
        const names = mergeNames(history.plan, rooms);
        return (
          <div key={rooms.map((room) => room.id).join(' ')} className="merge-pair">
            <p className="property-note">
              {say(
                text(
                  `合并为一间，沿用哪一间的用途和归属：`,
                  'They become one room, with the use and holders of:',
                ),
              )}
            </p>
            {rooms.map((room, index) => {
              const keep = room.tags[0];
              return keep ? (
                <Button key={room.id} className="merge-choice" onClick={() => merge(rooms, keep)}>
                  {say(names[index]!)}
                </Button>
              ) : null;
            })}
          </div>
        );
      })}
    </section>
  );
}
