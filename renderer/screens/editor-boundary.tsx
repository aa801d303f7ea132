import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { type Text, text } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';

interface BoundaryProps {
  readonly store: EditorStore;
  /** What it is that failed, where it is no panel. */
  readonly title?: Text;
  /** Shown in place of what failed, where there is no room to say so. */
  readonly instead?: ReactNode;
  readonly children: ReactNode;
}

/** A panel, or the plan, that fails takes nothing else with it; the next edit tries it again. */
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
    if (this.props.instead !== undefined) return this.props.instead;
    return (
      <BrokenPanel
        title={this.props.title ?? panelFailed}
        error={error}
        onAgain={() => this.setState({ error: null })}
      />
    );
  }
}

const panelFailed = text('这个面板出错了', 'This panel failed');
export const planFailed = text('图面显示出错了', 'The plan could not be shown');

function BrokenPanel(props: { readonly title: Text; readonly error: Error; onAgain(): void }) {
  const say = useSay();
  return (
    <Alert
      className="broken-panel"
      type="error"
      showIcon
      title={say(props.title)}
      description={
        <>
          <p>
            {say(
              text(
                '其余部分照常可用，修改没有丢失。改动图面或撤销后会自动重试。',
                'Everything else works, and nothing is lost. It is tried again after the next edit or undo.',
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
