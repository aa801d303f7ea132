import type { BuildingSummary } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { BuildingDialog, type BuildingFields } from './library-dialogs.tsx';

export type LibraryDialogKind =
  | { readonly kind: 'create' }
  | { readonly kind: 'rename' | 'duplicate'; readonly building: BuildingSummary };

const words: Readonly<Record<LibraryDialogKind['kind'], { title: Text; confirm: Text }>> = {
  create: {
    title: text('新建楼栋', 'New building'),
    confirm: text('新建并打开', 'Create and open'),
  },
  rename: { title: text('修改名称和地址', 'Rename building'), confirm: text('确定', 'Rename') },
  duplicate: { title: text('复制楼栋', 'Duplicate building'), confirm: text('复制', 'Duplicate') },
};

/** The form of a new, renamed or copied building. A copy keeps the address of its original. */
export function LibraryDialog(props: {
  readonly dialog: LibraryDialogKind;
  readonly onClose: () => void;
  readonly onConfirm: (fields: BuildingFields) => Promise<void>;
}) {
  const say = useSay();
  const { dialog } = props;
  const initial = (): BuildingFields => {
    if (dialog.kind === 'create') return { name: '', address: '' };
    const { name, address } = dialog.building;
    return dialog.kind === 'rename'
      ? { name, address }
      : { name: say(text(`${name}（副本）`, `${name} (copy)`)), address };
  };
  return (
    <BuildingDialog
      {...words[dialog.kind]}
      withAddress={dialog.kind !== 'duplicate'}
      initial={initial()}
      onClose={props.onClose}
      onConfirm={props.onConfirm}
    />
  );
}
