import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../../shared/plan/model.ts';
import { afterWheel, panBy, toPlan, type Viewport } from '../editor/viewport.ts';
import { heldKeys } from '../tools/runner.ts';
import { paintedAtOnce } from './frame.ts';
import type { PlanCanvasProps } from './plan-canvas.tsx';

/** Moves as they come, where the browser tells them, and not held back until the next frame. */
const moveEvent = 'onpointerrawupdate' in window ? 'pointerrawupdate' : 'pointermove';

/**
 * Pointer and wheel events of the canvas. A move is carried out and painted at once, so that nothing is
 * left to be done when its frame comes. Those that follow before that wait for it, as one; and while
 * several come in each frame, so does the first, which the last would overtake.
 */
export function usePointer(
  container: RefObject<HTMLDivElement | null>,
  props: PlanCanvasProps,
): void {
  const { store, runner, viewport, spacePans } = props;
  const menu = useRef(props.onMenu);
  useEffect(() => {
    menu.current = props.onMenu;
  });
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let pan: { id: number; at: Point } | null = null;
    let waiting: PointerEvent | null = null;
    let frame = 0;
    let came = 0;
    let isOutpaced = false;
    /** Where the pointer rests while it is over the canvas. */
    let rests: PointerEvent | null = null;
    let isMovedByHand = false;

    const placeOf = (event: MouseEvent): Point => {
      const box = element.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    let cursor = '';
    const showCursor = (): void => {
      const next = pan ? 'grabbing' : spacePans.current ? 'grab' : runner.cursor();
      if (next !== cursor) element.style.cursor = next;
      cursor = next;
    };
    const send = (type: 'move' | 'up' | 'double', event: MouseEvent): void => {
      runner.input({ type, at: toPlan(viewport.get(), placeOf(event)), ...heldKeys(event) });
    };
    const flush = (): void => {
      const event = waiting;
      waiting = null;
      if (!event) return;
      if (pan) {
        const at = placeOf(event);
        viewport.set(panBy(viewport.get(), at.x - pan.at.x, at.y - pan.at.y));
        pan = { ...pan, at };
      } else {
        send('move', event);
        showCursor();
      }
    };
    const onFrame = (): void => {
      frame = 0;
      isOutpaced = came > 1;
      came = 0;
      if (waiting) paintedAtOnce(flush);
    };
    const onMove = (given: Event): void => {
      const event = given as PointerEvent;
      // Only a pointer that moves takes over from the keys: one that rests gets events too.
      const isMoved = event.movementX !== 0 || event.movementY !== 0;
      if (isMoved && store.getState().cursor) store.getState().set({ cursor: null });
      rests = event;
      waiting = event;
      came += 1;
      if (frame) return;
      frame = requestAnimationFrame(onFrame);
      if (!isOutpaced) paintedAtOnce(flush);
    };
    const onDown = (event: PointerEvent): void => {
      flush();
      if (store.getState().cursor) store.getState().set({ cursor: null });
      element.focus({ preventScroll: true });
      const isPan =
        event.button === 1 ||
        (event.button === 0 && (spacePans.current || store.getState().tool === 'pan'));
      element.setPointerCapture(event.pointerId);
      if (isPan) {
        event.preventDefault();
        pan = { id: event.pointerId, at: placeOf(event) };
      } else {
        runner.input({
          type: 'down',
          at: toPlan(viewport.get(), placeOf(event)),
          button: event.button === 0 ? 'main' : 'other',
          ...heldKeys(event),
        });
      }
      showCursor();
    };
    const onUp = (event: PointerEvent): void => {
      flush();
      if (pan) pan = null;
      else if (event.button === 0) send('up', event);
      showCursor();
    };
    const onCancel = (): void => {
      waiting = null;
      pan = null;
      runner.input({ type: 'cancel' });
    };
    const onLeave = (): void => {
      if (pan || waiting?.buttons) return;
      waiting = null;
      rests = null;
      runner.input({ type: 'leave' });
    };
    const onDouble = (event: MouseEvent): void => send('double', event);
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      byHand(afterWheel(viewport.get(), placeOf(event), event));
    };
    const byHand = (view: Viewport): void => {
      isMovedByHand = true;
      viewport.set(view);
      isMovedByHand = false;
    };
    let again = 0;
    const pointAgain = (): void => {
      again = 0;
      if (!rests) return;
      send('move', rests);
      showCursor();
    };
    /** The plan was moved under a pointer that rests: it points at another place now. */
    const onView = (): void => {
      if (isMovedByHand || !rests || pan || store.getState().cursor) return;
      if (again === 0) again = requestAnimationFrame(pointAgain);
    };
    const onMenu = (event: MouseEvent): void => {
      event.preventDefault();
      // A menu key brings no button; its place is that of the selection.
      menu.current(event.button === 2 ? placeOf(event) : null);
    };

    element.addEventListener(moveEvent, onMove);
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onCancel);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('dblclick', onDouble);
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('contextmenu', onMenu);
    const unsubscribe = runner.subscribe(showCursor);
    const unsubscribeView = viewport.subscribe(onView);
    return () => {
      cancelAnimationFrame(frame);
      cancelAnimationFrame(again);
      unsubscribe();
      unsubscribeView();
      element.removeEventListener(moveEvent, onMove);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onCancel);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('dblclick', onDouble);
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('contextmenu', onMenu);
    };
  }, [container, store, runner, viewport, spacePans]);
}
