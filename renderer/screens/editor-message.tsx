import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { EditorStore, Message } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';

/** How long a message that asks for nothing stays, ms. Refusals stay until the next step. */
const shortStay = 5000;

/** What the store has to say, over the foot of the canvas: why an edit was declined, what was done. */
export function MessageStrip(props: { readonly store: EditorStore }) {
  const { store } = props;
  const say = useSay();
  const message = useStore(store, (state) => state.message);
  useEffect(() => {
    if (!message || !passes(message)) return;
    const timer = setTimeout(() => {
      if (store.getState().message === message) store.getState().set({ message: null });
    }, shortStay);
    return () => clearTimeout(timer);
  }, [message, store]);
  if (!message) return null;
  return (
    <div className="message-strip">
      <Alert
        type={message.tone}
        title={say(message.text)}
        showIcon
        action={
          message.offer ? (
            <Button
              type="primary"
              onClick={() => {
                const { offer } = message;
                store.getState().set({ message: null });
                if (offer) store.getState().run(offer.command);
              }}
            >
              {say(message.offer.text)}
            </Button>
          ) : null
        }
        closable
        onClose={() => store.getState().set({ message: null })}
      />
    </div>
  );
}

const passes = ({ tone, offer }: Message): boolean =>
  !offer && (tone === 'info' || tone === 'success');
