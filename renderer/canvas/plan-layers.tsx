import { memo, useMemo } from 'react';
import type { Language } from '../../shared/text.ts';
import type { EditorStore } from '../editor/store.ts';
import type { ViewportHolder } from '../editor/viewport.ts';
import type { Runner } from '../tools/runner.ts';
import { interactionSource } from './interaction-source.ts';
import { PlanLayer } from './plan-layer.tsx';
import { roomsSource } from './rooms-source.ts';
import { wallsSource } from './walls-source.ts';

interface LayerProps {
  readonly store: EditorStore;
  readonly viewport: ViewportHolder;
  readonly language: Language;
}

export const RoomsLayer = memo(function RoomsLayer({ store, viewport }: LayerProps) {
  const source = useMemo(() => roomsSource(store), [store]);
  return <PlanLayer viewport={viewport} source={source} />;
});

interface RunnerProps extends LayerProps {
  readonly runner: Runner;
}

export const WallsLayer = memo(function WallsLayer(props: RunnerProps) {
  const { store, viewport, runner, language } = props;
  const source = useMemo(() => wallsSource(store, runner, language), [store, runner, language]);
  return <PlanLayer viewport={viewport} source={source} />;
});

export const InteractionLayer = memo(function InteractionLayer(props: RunnerProps) {
  const { store, viewport, runner, language } = props;
  const source = useMemo(
    () => interactionSource(store, runner, language),
    [store, runner, language],
  );
  return <PlanLayer viewport={viewport} source={source} />;
});
