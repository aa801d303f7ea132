import { CloseOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
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
  const files = new Set(faults.map(({ at }) => at.split(':')[0])).size;
  /** What was read and closed; other faults open the notice again. */
  const [closed, setClosed] = useState('');
  const these = faults.map(({ at }) => at).join();
  if (files === 0 || closed === these) return null;
  return (
    <div className="notice notice-damage" role="status" data-testid="damage-notice">
      <WarningOutlined aria-hidden />
      <span>
        {say(
          text(
            `该楼栋有 ${files} 条记录无法读取，已搁置；其余照常可用，编号不受影响。`,
            `${files === 1 ? 'A record' : `${files} records`} of this building cannot be read and ${files === 1 ? 'is' : 'are'} set aside. The rest works as usual and keeps its numbers.`,
          ),
        )}
      </span>
      <Popover
        trigger="click"
        placement="bottomLeft"
        content={
          <div className="damage-details">
            <ProblemList problems={faults} />
            {readOnly ? null : <CopyDamagedButton buildings={[session.building]} />}
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
