import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { writeProfile } from '../../shared/exchange/profile.ts';
import type { ProfileFile } from '../../shared/plan/profile-schema.ts';
import { text } from '../../shared/text.ts';
import { useSay } from '../language/language.tsx';
import { profileOf } from '../panels/use-profile.ts';
import { WideDialog } from '../panels/wide-dialog.tsx';
import { offerFile } from './library-files.ts';
import { RuleTable } from './profile-rules.tsx';

/** The profile that a version was saved with, to be looked at: it is part of what was saved. */
export function StoredProfileDialog(props: {
  readonly file: ProfileFile;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const { file } = props;
  return (
    <WideDialog
      title={text('保存这个版本时的审查标准', 'Profile of rules stored with this version')}
      className="profile-dialog"
      width={1300}
      onClose={props.onClose}
    >
      <div className="profile-head">
        <strong className="profile-stored">{file.name}</strong>
        <Button
          icon={<DownloadOutlined />}
          onClick={() => offerFile(profileFileName(file), writeProfile(file))}
        >
          {say(text('导出', 'Export'))}
        </Button>
      </div>
      <p className="profile-note">
        {say(profileOf(file).note)}
        {say(
          text(
            ' 正在查看的版本按它检查，不能修改；回到草稿后可更换草稿所用的标准。',
            ' The version on the screen is checked with it and it is not edited; go back to the draft to change what the draft is checked with.',
          ),
        )}
      </p>
      <RuleTable current={file} isOwn={false} onEdit={() => undefined} />
    </WideDialog>
  );
}

/** Without what file systems refuse. */
export const profileFileName = ({ name }: ProfileFile): string =>
  `${name.replace(/[\\/:*?"<>|]+/g, '-')}.json`;
