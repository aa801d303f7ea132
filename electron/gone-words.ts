import { type Text, text } from '../shared/text.ts';

/** Of a record that this machine saw in the library, last on a day (`2026-11-25`), and that is gone. */
export const goneWords = (day: string): Text =>
  text(
    `本机 ${day} 在楼栋库中见过这条记录，现已不在；可从备份或同事处找回，放回原处`,
    `this machine saw it in the library on ${day}, and it is gone; bring it back from a backup or a colleague`,
  );
