import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { EditorStore } from '../editor/store.ts';

/** Fields and buttons that edit are out of use while a version is only looked at. */
export function WhileReading(props: { readonly store: EditorStore; readonly children: ReactNode }) {
  const isReading = useStore(props.store, (state) => state.reading !== null);
  return <ConfigProvider componentDisabled={isReading}>{props.children}</ConfigProvider>;
}

/** For a control that says by itself whether it is disabled: that would count for more than the above. */
export const useIsDisabled = (own = false): boolean => {
  const { componentDisabled = false } = ConfigProvider.useConfig();
  return own || componentDisabled;
};
