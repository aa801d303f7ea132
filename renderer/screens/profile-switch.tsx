import { Input, Switch } from 'antd';
import { useState } from 'react';
import { seenWords } from '../../shared/plan/cleaned-words.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

/**
 * Whether a rule is checked. It is switched off by giving the reason and not before: a blank one
 * leaves it on, and of a rule that is off the last reason comes back.
 */
export function RuleSwitch(props: {
  /** Why it is off; absent where it is checked. */
  readonly off: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (off: string | undefined) => void;
}) {
  const say = useSay();
  const { off, disabled } = props;
  /** The reason as it is typed; null while nobody is asked. */
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? off;
  const settle = (): void => {
    const reason = typed?.trim();
    if (reason) props.onChange(reason);
    setTyped(null);
  };
  return (
    <div className="profile-off">
      <Switch
        size="small"
        disabled={disabled}
        checked={words === undefined}
        aria-label={say(text('检查这条规则', 'Check this rule'))}
        onChange={(on) => {
          setTyped(on ? null : '');
          if (on && off !== undefined) props.onChange(undefined);
        }}
      />
      {words === undefined ? null : (
        <div>
          <Input
            size="small"
            disabled={disabled}
            autoFocus={off === undefined}
            value={words}
            status={words.trim() ? '' : 'error'}
            placeholder={say(text('请填写理由', 'Please say why'))}
            maxLength={400}
            aria-label={say(text('关闭的理由', 'Why it is switched off'))}
            onChange={({ target }) => setTyped(seenWords(target.value))}
            onPressEnter={({ currentTarget }) => currentTarget.blur()}
            onBlur={settle}
          />
          {off === undefined ? (
            <div className="quiet">
              {say(text('填写理由后才关闭。', 'It is switched off once a reason is given.'))}
            </div>
          ) : null}
        </div>
      )}
    </div>
  );
}
