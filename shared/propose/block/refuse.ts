import { storeyRooms } from '../../derive/storey-rooms.ts';
import { type Text, text } from '../../text.ts';
import { type BlockAnswer, type BlockAsk, type BlockOffer, mostHolders } from './ask.ts';

/** What would serve more, of what was not allowed; nothing where everybody is served. */
export const wishesOf = (ask: BlockAsk, first: BlockOffer | null): BlockAnswer['wishes'] =>
  first && first.left.length === 0
    ? []
    : [
        ...((ask.newStacks ?? true) ? [] : (['newStacks'] as const)),
        ...((ask.ownRooms ?? true) ? [] : (['ownRooms'] as const)),
        ...(ask.throughBearing ? [] : (['throughBearing'] as const)),
      ];

/** Null where there is something to search. */
export function refuse({ plan, storey, rooms, holders }: BlockAsk): { readonly text: Text } | null {
  const facts = plan.storeys[storey];
  const derived = facts && storeyRooms(storey, facts, 'after');
  const no = (zh: string, en: string) => ({ text: text(zh, en) });
  if (!derived || rooms.length === 0 || rooms.some((room) => !derived.byId.get(room))) {
    return no('这间房间已不存在，请重新选择。', 'That room is no longer there. Select it again.');
  }
  const stranger = holders.find((id) => !(id in plan.households));
  if (stranger) return no(`没有这户：${stranger}`, `No such household: ${stranger}`);
  if (holders.length > mostHolders) {
    return no(
      `一次最多求 ${mostHolders} 户，请分批选择。`,
      `At most ${mostHolders} households at once. Choose fewer.`,
    );
  }
  if (holders.length === 0) return no('请选择住户。', 'Choose the households.');
  return null;
}
