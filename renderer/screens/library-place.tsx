import { FolderOpenOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Tag } from 'antd';
import { useEffect, useState } from 'react';
import type { Answer } from '../../shared/bridge.ts';
import { type Text, text } from '../../shared/text.ts';
import { failureText, openedLibrary, request } from '../bridge-client.ts';
import { useSay } from '../language/language.tsx';
import { FormDialog } from '../panels/form-dialog.tsx';

type Host = Answer<'host.describe'>;
type Place = Answer<'library.look'>;

interface Fields {
  readonly path: string;
}

/** Names the folder of the library, and opens another. */
export function LibraryPlaceButton(props: { readonly host: Host; readonly isPlain?: boolean }) {
  const say = useSay();
  const { host } = props;
  const [open, setOpen] = useState(false);
  const other = say(text('打开其他楼栋库…', 'Open another library…'));
  return (
    <>
      {props.isPlain ? (
        <Button onClick={() => setOpen(true)}>{other}</Button>
      ) : (
        <Button
          type="text"
          className="library-place-button"
          icon={<FolderOpenOutlined />}
          title={host.libraryPath}
          aria-label={say(
            text(
              `楼栋库位置：${host.libraryPath}。打开其他楼栋库…`,
              `Library folder: ${host.libraryPath}. Open another library…`,
            ),
          )}
          onClick={() => setOpen(true)}
        >
          <span>{folderName(host.libraryPath)}</span>
        </Button>
      )}
      {open ? <PlaceDialog host={host} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The last part of a path, on any system. */
export const folderName = (path: string): string =>
  path.split(/[\\/]/).findLast((part) => part !== '') ?? path;

function PlaceDialog({ host, onClose }: { readonly host: Host; onClose(): void }) {
  const say = useSay();
  const { message } = App.useApp();
  /** What lies at the path that stands in the field; null while nobody knows. */
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <FormDialog<Fields>
      title={text('打开其他楼栋库', 'Open another library')}
      confirm={
        place?.state === 'absent' ? text('新建并打开', 'Make and open') : text('打开', 'Open')
      }
      initial={{ path: '' }}
      onClose={onClose}
      onConfirm={async ({ path }) => {
        const make = place?.state === 'absent';
        const opened = await request('library.switch', { path, make });
        message.success(
          say(text(`已打开楼栋库：${opened.path}`, `The library is open: ${opened.path}`)),
        );
        openedLibrary(opened.library);
      }}
    >
      <p className="library-place-now">
        {say(text('现在打开的：', 'Open now: '))}
        <span className="path">{host.libraryPath}</span>
      </p>
      <PlaceFields canBrowse={host.choosesFolder} place={place} onPlace={setPlace} />
    </FormDialog>
  );
}

/** ms after the last key before the path is looked at. */
const typing = 250;

function PlaceFields(props: {
  readonly canBrowse: boolean;
  readonly place: Place | null;
  onPlace(place: Place | null): void;
}) {
  const { place, onPlace } = props;
  const say = useSay();
  const form = Form.useFormInstance<Fields>();
  const path = (Form.useWatch('path', form) ?? '').trim();
  const [failure, setFailure] = useState<Text | null>(null);
  useEffect(() => {
    onPlace(null);
    setFailure(null);
    if (path === '') return;
    let isOver = false;
    const timer = setTimeout(() => {
      request('library.look', { path }).then(
        (found) => isOver || onPlace(found),
        (error: unknown) => isOver || setFailure(failureText(error)),
      );
    }, typing);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [path, onPlace]);
  const words = failure ?? (place && placeWords(place));
  const browse = async () => {
    try {
      const chosen = await request('library.choose', {});
      if (chosen.path !== null) form.setFieldValue('path', chosen.path);
    } catch (error) {
      setFailure(failureText(error));
    }
  };
  return (
    <>
      <Form.Item label={say(text('文件夹', 'Folder'))} htmlFor="library-path" required>
        <div className="library-path">
          <Form.Item
            noStyle
            name="path"
            rules={[
              {
                required: true,
                whitespace: true,
                message: say(text('请填写文件夹的路径', 'The path of a folder is needed')),
              },
            ]}
          >
            <Input
              id="library-path"
              maxLength={4000}
              placeholder={say(
                text(
                  '例如：D:\\楼栋库、/home/…/Duyong',
                  'For example: D:\\Library, /home/…/Duyong',
                ),
              )}
            />
          </Form.Item>
          {props.canBrowse ? (
            <Button onClick={() => void browse()}>{say(text('浏览…', 'Browse…'))}</Button>
          ) : null}
        </div>
      </Form.Item>
      <p
        className={failure || place?.refusal ? 'library-found failure' : 'library-found quiet'}
        role="status"
      >
        {words ? say(words) : null}
      </p>
      <Recent onChoose={(one) => form.setFieldValue('path', one)} />
    </>
  );
}

/** What will open, or why nothing will. */
function placeWords({ state, buildings, readOnly, refusal }: Place): Text | null {
  if (refusal) return refusal;
  if (state === 'absent') {
    return text(
      '没有这个文件夹。将新建一个，作为新的楼栋库，并放入示例楼栋。',
      'There is no such folder. It will be made for a new library, with the sample buildings in it.',
    );
  }
  if (state === 'new') {
    return text(
      '空文件夹。将作为新的楼栋库，并放入示例楼栋。',
      'An empty folder. It will be a new library, with the sample buildings in it.',
    );
  }
  const many = text(
    `楼栋库，${buildings} 栋楼`,
    `A library with ${buildings} building${buildings === 1 ? '' : 's'}`,
  );
  return readOnly
    ? text(
        `${many.zh}；文件夹不可写，只能查看和起草。`,
        `${many.en}; its folder cannot be written: look and draft only.`,
      )
    : text(`${many.zh}。`, `${many.en}.`);
}

/** The other libraries that were opened on this machine. */
function Recent({ onChoose }: { onChoose(path: string): void }) {
  const say = useSay();
  const [recent, setRecent] = useState<Answer<'library.recent'>['recent'] | null>(null);
  useEffect(() => {
    let isOver = false;
    request('library.recent', {}).then(
      (answer) => isOver || setRecent(answer.recent),
      // Without the list a path can still be typed.
      () => isOver || setRecent([]),
    );
    return () => {
      isOver = true;
    };
  }, []);
  if (recent === null) return null;
  const title = say(text('最近打开过的楼栋库', 'Libraries opened before'));
  return (
    <section className="library-recent" aria-label={title}>
      <h3>{title}</h3>
      {recent.length === 0 ? (
        <p className="quiet">{say(text('本机还没有打开过其他楼栋库。', 'None yet.'))}</p>
      ) : (
        <ul>
          {recent.map(({ path, isThere }) => (
            <li key={path}>
              <button type="button" className="path" onClick={() => onChoose(path)}>
                {path}
              </button>
              {isThere ? null : <Tag>{say(text('现在找不到', 'Not found now'))}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
