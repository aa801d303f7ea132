import { Alert, Button, Result } from 'antd';
import { Component, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { text } from '../../shared/text.ts';
import { connection, connectionTexts, request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';

/** Says that the host does not answer, what to do, and asks again until it does. */
export function ConnectionBanner() {
  const say = useSay();
  const state = useStore(connection, (each) => each.state);
  useEffect(() => {
    if (state !== 'lost') return;
    const timer = setInterval(() => {
      request('host.describe', {}).catch(() => undefined);
    }, 3000);
    return () => clearInterval(timer);
  }, [state]);
  if (state === 'connected') return null;
  return (
    <Alert className="connection-banner" type="error" banner title={say(connectionTexts[state])} />
  );
}

interface BoundaryProps {
  readonly children: ReactNode;
  /** Writes the draft; the plan is in the store, not in what failed to draw. */
  readonly onError: () => void;
  readonly onLibrary: () => void;
}

/** A screen that fails to draw is replaced by what to do; the draft stays in its store. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override componentDidCatch() {
    this.props.onError();
  }
  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const again = () => this.setState({ error: null });
    return (
      <Broken
        error={error}
        onAgain={again}
        onLibrary={() => {
          again();
          this.props.onLibrary();
        }}
      />
    );
  }
}

function Broken(props: {
  readonly error: Error;
  readonly onAgain: () => void;
  readonly onLibrary: () => void;
}) {
  const say = useSay();
  return (
    <Result
      status="error"
      title={say(
        text('这个界面出错了，您的修改没有丢失', 'This screen failed; your work is not lost'),
      )}
      subTitle={say(
        text(
          '草稿已写入本机。可以再试一次；若仍出错，请返回楼栋库重新打开，并把下面的内容告知维护人员。',
          'The draft is on this machine. Try again; if it fails again, go back to the library and open it once more, and pass on the words below.',
        ),
      )}
      extra={[
        <Button key="again" type="primary" onClick={props.onAgain}>
          {say(text('再试一次', 'Try again'))}
        </Button>,
        <Button key="library" onClick={props.onLibrary}>
          {say(text('返回楼栋库', 'Back to the library'))}
        </Button>,
      ]}
    >
      <code>{props.error.message}</code>
    </Result>
  );
}
