import { App, Button } from 'antd';
import { useEffect } from 'react';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';

const key = 'settings-trouble';

/** Says that settings are not kept, and what to do, until they are. */
export function SettingsTrouble(props: {
  readonly trouble: Text | null;
  readonly onRetry: () => void;
}) {
  const say = useSay();
  const { notification } = App.useApp();
  const { trouble, onRetry } = props;
  useEffect(() => {
    if (!trouble) return notification.destroy(key);
    notification.error({
      key,
      duration: 0,
      placement: 'bottom',
      title: say(text('本机设置没有保存', 'The settings of this computer were not saved')),
      description: (
        <>
          <p>{say(trouble)}</p>
          <p>
            {say(
              text(
                '本窗口仍按修改后的设置使用；关闭之前没有保存成功的，会丢失。自定的审查标准可先导出。',
                'This window goes on with what was changed; it is lost when the window closes before it was saved. A profile of rules can be exported first.',
              ),
            )}
          </p>
        </>
      ),
      actions: <Button onClick={onRetry}>{say(text('再试一次', 'Try again'))}</Button>,
    });
  }, [trouble, onRetry, notification, say]);
  return null;
}
