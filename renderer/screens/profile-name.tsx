import { Input } from 'antd';
import { useState } from 'react';
import { seenWords } from '../../shared/plan/cleaned-words.ts';
import { mostProfileName } from '../../shared/plan/profile-schema.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { profileNameProblem } from './profile-names.ts';

/** What the office calls its profile; one that cannot be is refused in words, and the last comes back. */
export function ProfileName(props: {
  readonly name: string;
  /** What the other profiles are called. */
  readonly others: readonly string[];
  readonly onChange: (name: string) => void;
}) {
  const say = useSay();
  const { name, others } = props;
  const [typed, setTyped] = useState(name);
  /** The one that was left there and refused: it stays said until the field is used again. */
  const [refused, setRefused] = useState<string | null>(null);
  const problem = profileNameProblem(refused ?? typed.trim(), others);
  const leave = (): void => {
    const wanted = typed.trim();
    if (problem) setRefused(wanted);
    setTyped(problem ? name : wanted);
    if (!problem && wanted !== name) props.onChange(wanted);
  };
  return (
    <div className="profile-name">
      {say(text('名称', 'Name'))}
      <Input
        aria-label={say(text('名称', 'Name'))}
        value={typed}
        maxLength={mostProfileName}
        status={problem ? 'error' : ''}
        onFocus={() => setRefused(null)}
        onChange={({ target }) => setTyped(seenWords(target.value))}
        onPressEnter={({ currentTarget }) => currentTarget.blur()}
        onBlur={leave}
      />
      {problem ? (
        <span role="alert" className="failure">
          {say(problem)}
        </span>
      ) : null}
    </div>
  );
}
