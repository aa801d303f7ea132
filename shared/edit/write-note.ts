import type { NewId, Note, NoteId, StoreyId } from '../plan/model.ts';
import { text } from '../text.ts';
import type { Command, Refusal } from './command.ts';
import { gone, refusal } from './refusals.ts';
import { storeyEdit } from './storey-edit.ts';
import { wholePoint } from './whole.ts';

/** Writes words on the plan, with a leader where there is a place that they point to. */
export function writeNote(
  options: Note & { readonly storey: StoreyId; readonly newId: NewId },
): Command {
  const { storey: id, newId } = options;
  const note = tidy(options);
  return storeyEdit({
    label: text('添加注释', 'Write a note'),
    storey: id,
    newId,
    allow: () => refuseWords(note),
    change(storey, _before, making) {
      storey.notes ??= {};
      storey.notes[making.newId('note')] = note;
    },
  });
}

/** Changes a note. An undefined `to` takes its leader away. */
export function changeNote({
  storey: id,
  note,
  change,
}: {
  readonly storey: StoreyId;
  readonly note: NoteId;
  readonly change: Partial<Note>;
}): Command {
  return storeyEdit({
    label: text('修改注释', 'Change a note'),
    storey: id,
    allow(storey) {
      const now = storey.notes?.[note];
      return now ? refuseWords(tidy({ ...now, ...change })) : gone({ kind: 'note', id: note });
    },
    change(storey, before) {
      const now = before.notes?.[note];
      const next = now && tidy({ ...now, ...change });
      if (next && storey.notes && JSON.stringify(next) !== JSON.stringify(now)) {
        storey.notes[note] = next;
      }
    },
  });
}

const tidy = ({ at, words, to }: Note): Note => ({
  at: wholePoint(at),
  words: words.trim(),
  ...(to === undefined ? {} : { to: wholePoint(to) }),
});

const refuseWords = ({ words }: Note): Refusal | null =>
  words === ''
    ? refusal(
        'no-words',
        '注释不能为空；不需要时请删除它。',
        'A note needs words; delete it if it is not wanted.',
      )
    : null;
