import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';

interface BoundaryProps {
  readonly store: EditorStore;
  readonly children: ReactNode;
}

/** A panel that fails takes nothing else with it; the next edit tries it again. */
export class PanelBoundary extends Component<BoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };
  private release: (() => void) | null = null;
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override componentDidMount() {
    this.release = this.props.store.subscribe((now, was) => {
      const isOther =
        now.history !== was.history || now.storey !== was.storey || now.reading !== was.reading;
      if (isOther && this.state.error) this.setState({ error: null });
    });
  }
  override componentWillUnmount() {
    this.release?.();
  }
  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <BrokenPanel error={error} onAgain={() => this.setState({ error: null })} />;
  }
}

function BrokenPanel(props: { readonly error: Error; onAgain(): void }) {
  const say = useSay();
  return (
    <Alert
      className="broken-panel"
      type="error"
      showIcon
      title={say(text('这个面板出错了', 'This panel failed'))}
      description={
        <>
          <p>
            {say(
              text(
                '图和其他面板照常可用，修改没有丢失。改动图面或撤销后会自动重试。',
                'The plan and the other panels work, and nothing is lost. It is tried again after the next edit or undo.',
              ),
            )}
          </p>
          <code>{props.error.message}</code>
        </>
      }
      action={<Button onClick={props.onAgain}>{say(text('重试', 'Try again'))}</Button>}
    />
  );
}
