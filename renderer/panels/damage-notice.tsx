import { CloseOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Problem } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { CopyDamagedButton, faultsOf } from '../screens/library-damaged.tsx';
import { ProblemList } from '../screens/library-problems.tsx';
import { useReadOnly } from './read-only.tsx';
import { useEditorRoom } from './session-context.ts';

/** Says in the editor that records of this building cannot be read, until it was read. */
export function DamageNotice() {
  const say = useSay();
  const { session } = useEditorRoom();
  const readOnly = useReadOnly();
  const problems = useStore(session.state, (state) => state.content.problems);
  const faults = useMemo(() => faultsOf(problems), [problems]);
  const files = filesIn(faults);
  const gone = filesIn(faults.filter(({ fault }) => fault === 'gone'));
  /** What was read and closed; other faults open the notice again. */
  const [closed, setClosed] = useState('');
  const these = faults.map(({ at }) => at).join();
  if (files === 0 || closed === these) return null;
  return (
    <div className="notice notice-damage" role="status" data-testid="damage-notice">
      <WarningOutlined aria-hidden />
      <span>{say(damageWords(files - gone, gone))}</span>
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <div className="damage-details">
            <ProblemList problems={faults} />
            {readOnly || files === gone ? null : (
              <CopyDamagedButton buildings={[session.building]} />
            )}
          </div>
        }
      >
        <Button>{say(text('查看详情', 'Details'))}</Button>
      </Popover>
      <span className="grow" />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={say(text('关闭提示', 'Close this notice'))}
        onClick={() => setClosed(these)}
      />
    </div>
  );
}

const filesIn = (faults: readonly Problem[]): number =>
  new Set(faults.map(({ at }) => at.split(':')[0])).size;

/** How many records are there and cannot be read, and how many are there no longer. */
function damageWords(damaged: number, gone: number): Text {
  const unread = text(
    `${damaged} 条记录无法读取，已搁置`,
    `${damaged === 1 ? 'a record' : `${damaged} records`} of this building cannot be read and ${damaged === 1 ? 'is' : 'are'} set aside`,
  );
  const lost = text(
    `${gone} 条记录已丢失`,
    `${gone === 1 ? 'a record' : `${gone} records`} of this building ${gone === 1 ? 'is' : 'are'} gone`,
  );
  const said = [...(damaged > 0 ? [unread] : []), ...(gone > 0 ? [lost] : [])];
  const en = said.map((each) => each.en).join('; ');
  return text(
    `该楼栋有 ${said.map((each) => each.zh).join('，另有 ')}；其余照常可用，编号不受影响。`,
    `${en.charAt(0).toUpperCase()}${en.slice(1)}. The rest works as usual and keeps its numbers.`,
  );
}
