import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { text } from '../../shared/text.ts';
import { typedPlace } from '../editor/typed-place.ts';
import { useSay } from '../language/language.tsx';
import type { ActionHost } from './editor-actions.ts';
import { focusPlan } from './editor-keys.ts';
import { cursorOrMiddle, moveCursor } from './editor-walk.ts';

/** Where the cursor is to go, in mm. Enter goes there; Esc goes back to the plan. */
export function GoTo(props: { readonly host: ActionHost; onClose(): void }) {
  const { host, onClose } = props;
  const say = useSay();
  const field = useRef<InputRef>(null);
  const [words, setWords] = useState('');
  const [isWrong, setWrong] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const leave = (): void => {
    onClose();
    focusPlan();
  };
  const go = (): void => {
    const at = typedPlace(words, cursorOrMiddle(host));
    if (!at) {
      setWrong(true);
      return;
    }
    leave();
    moveCursor(host, at, true);
  };
  return (
    <form
      className="go-to"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor="go-to-field">{say(text('光标移到 x, y（mm）', 'Cursor to x, y (mm)'))}</label>
      <Input
        id="go-to-field"
        ref={field}
        value={words}
        status={isWrong ? 'error' : ''}
        placeholder="1200,3400  @600,0  @600<90"
        aria-invalid={isWrong}
        aria-describedby="go-to-help"
        onChange={(event) => {
          setWords(event.target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave();
        }}
      />
      <span id="go-to-help" role={isWrong ? 'alert' : undefined}>
        {isWrong
          ? say(
              text(
                '请输入 x,y；相对光标写 @x,y 或 @长度<角度',
                'Type x,y; from the cursor @x,y or @length<angle',
              ),
            )
          : say(text('回车定位，再按回车在此单击', 'Enter goes there; Enter again clicks'))}
      </span>
    </form>
  );
}
