import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import type { Answer } from '../../shared/bridge.ts';
import { text } from '../../shared/text.ts';
import { request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';

/** ms before it shows at all, and between two looks at how far it is. */
const unseen = 200;
const every = 250;

/** A building is being opened: the first time on a machine, all of its versions are read and counted. */
export function Opening() {
  const say = useSay();
  const [progress, setProgress] = useState<Answer<'building.progress'> | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      request('building.progress', {}).then(setProgress, () => undefined);
    }, every);
    return () => clearInterval(timer);
  }, []);
  if (!progress || progress.of === 0) return <Spin fullscreen delay={unseen} />;
  const percent = Math.floor((100 * progress.done) / progress.of);
  return (
    <Spin
      fullscreen
      percent={percent}
      description={say(
        text(
          `首次打开，正在读取全部版本：${percent}%`,
          `Opened for the first time here, reading all versions: ${percent}%`,
        ),
      )}
    />
  );
}
