import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordId } from '../../shared/records/record.ts';
import { freeSchemeName } from '../../shared/records/scheme-names.ts';
import { type Text, text } from '../../shared/text.ts';
import { request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { SchemeDialog, type SchemeFields } from '../screens/library-scheme-dialog.tsx';
import { startArgument } from '../screens/scheme-start.ts';
import { useEditorRoom } from './session-context.ts';

/** A version as a person calls it. */
interface Copied {
  readonly version: RecordId;
  readonly called: Text;
}

/**
 * Makes a version the start of a new scheme, which opens; the scheme that it is of stays as it is.
 * `dialog` asks for its name, to be put on the screen.
 */
export function useCopyToScheme(): {
  readonly copy: (copied: Copied) => void;
  readonly dialog: ReactNode;
} {
  const [copied, setCopied] = useState<Copied | null>(null);
  return {
    copy: setCopied,
    dialog: copied ? <CopyDialog copied={copied} onClose={() => setCopied(null)} /> : null,
  };
}

function CopyDialog(props: { readonly copied: Copied; onClose(): void }) {
  const say = useSay();
  const room = useEditorRoom();
  const { session } = room;
  const schemes = useStore(session.state, ({ content }) => content.schemes);
  const { version, called } = props.copied;
  const own = schemes.find(({ id }) => id === session.scheme)?.name ?? '';
  const name = say(text(`${own}（${called.zh}）`, `${own} (${called.en.toLowerCase()})`));
  const create = async (fields: SchemeFields) => {
    const { scheme } = await request('scheme.create', {
      building: session.building,
      name: fields.name.trim(),
      description: (fields.description ?? '').trim(),
      from: startArgument(fields, schemes),
    });
    room.openScheme(scheme);
  };
  return (
    <SchemeDialog
      title={text(`把${called.zh}复制为新方案`, `Copy ${called.en.toLowerCase()} to a new scheme`)}
      confirm={text('新建并打开', 'Create and open')}
      schemes={schemes}
      own={null}
      initial={{
        name: freeSchemeName(name, schemes).slice(0, 200),
        description: '',
        start: 'scheme',
        scheme: session.scheme,
        version,
      }}
      onClose={props.onClose}
      onConfirm={create}
    />
  );
}
