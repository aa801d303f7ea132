import { InputNumber, Modal, Spin } from 'antd';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { text } from '../../shared/text.ts';
import { failureText, RequestFailure } from '../bridge-client.ts';
import { bringUnderlay, bytesOfCanvas } from '../editor/bring-underlay.ts';
import { openPdf, type PdfFile } from '../editor/pdf-page.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';

/** Takes a picture or a PDF from wherever a person brings it: button, drag, paste. */
export interface PictureIntake {
  take(file: File): void;
  /** Opens the system's file dialog. */
  choose(): void;
  readonly busy: boolean;
}

const PictureIntakeContext = createContext<PictureIntake>({
  take() {},
  choose() {},
  busy: false,
});
export const usePictureIntake = (): PictureIntake => useContext(PictureIntakeContext);

export const isPicture = (file: File): boolean =>
  /^image\//.test(file.type) || isPdf(file) || /\.(png|jpe?g)$/i.test(file.name);
const isPdf = (file: File): boolean => file.type === 'application/pdf' || /\.pdf$/i.test(file.name);
const isStored = (file: File): boolean => /^image\/(png|jpeg)$/.test(file.type);

/** Longer files are not even read. */
const largestFile = 200_000_000;

interface Choice {
  readonly name: string;
  readonly pdf: PdfFile;
}

export function PictureIntakeProvider(props: {
  readonly store: EditorStore;
  readonly children: ReactNode;
}) {
  const { store } = props;
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<Choice | null>(null);
  const picker = useRef<HTMLInputElement>(null);

  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      setBusy(true);
      try {
        await work();
      } catch (error) {
        store.getState().set({ message: { tone: 'warning', text: failureText(error) } });
      } finally {
        setBusy(false);
      }
    },
    [store],
  );

  const drawPage = useCallback(
    async ({ name, pdf }: Choice, page: number) => {
      const { canvas, resolution } = await pdf.draw(page);
      const title = pdf.pages > 1 ? `${name} (${page})` : name;
      await bringUnderlay(store, { name: title, bytes: await bytesOfCanvas(canvas), resolution });
    },
    [store],
  );

  const take = useCallback(
    (file: File): void => {
      if (store.getState().reading) {
        const words = text(
          '正在查看历史版本，不能导入底图。请先返回草稿。',
          'You are looking at a saved version. Go back to the draft to bring in an underlay.',
        );
        store.getState().set({ message: { tone: 'warning', text: words } });
        return;
      }
      void attempt(async () => {
        if (!isPicture(file)) throw notAPicture(file.name);
        if (file.size > largestFile) throw tooLarge(file.name);
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (!isPdf(file)) {
          const own = isStored(file) ? bytes : await asPng(file);
          await bringUnderlay(store, { name: file.name, bytes: own, resolution: null });
          return;
        }
        const pdf = await openPdf(bytes);
        const opened = { name: file.name, pdf };
        if (pdf.pages > 1) {
          setChoice(opened);
          return;
        }
        await drawPage(opened, 1).finally(() => pdf.close());
      });
    },
    [store, attempt, drawPage],
  );

  const intake = useMemo(
    (): PictureIntake => ({ take, choose: () => picker.current?.click(), busy }),
    [take, busy],
  );
  const isDragging = useDroppedFiles(take);
  const close = (): void => {
    choice?.pdf.close();
    setChoice(null);
  };
  return (
    <PictureIntakeContext value={intake}>
      {props.children}
      <input
        ref={picker}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp,image/bmp,application/pdf,.pdf"
        data-testid="picture-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file chosen again is a change as well.
          event.target.value = '';
          if (file) take(file);
        }}
      />
      {isDragging ? (
        <div className="drop-veil">
          {say(
            text(
              '松开鼠标，作为本层底图（PNG、JPEG、PDF）',
              'Drop it to lie under this storey (PNG, JPEG, PDF)',
            ),
          )}
        </div>
      ) : null}
      {busy ? <Spin fullscreen delay={250} /> : null}
      {choice ? (
        <PageChoice
          choice={choice}
          onClose={close}
          onPage={(page) => void attempt(() => drawPage(choice, page)).then(close)}
        />
      ) : null}
    </PictureIntakeContext>
  );
}

/** Which page of a PDF: its number, and a small picture of it. */
function PageChoice(props: {
  readonly choice: Choice;
  onPage(page: number): void;
  onClose(): void;
}) {
  const { pdf, name } = props.choice;
  const say = useSay();
  const [page, setPage] = useState(1);
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setPicture(null);
    pdf
      .preview(page, 400)
      .then((canvas) => isCurrent && setPicture(canvas.toDataURL()))
      .catch(() => isCurrent && setPicture(''));
    return () => {
      isCurrent = false;
    };
  }, [pdf, page]);
  return (
    <Modal
      open
      title={say(text(`${name}：选择页`, `${name}: choose a page`))}
      okText={say(text('作为底图', 'Lay under the storey'))}
      cancelText={say(text('取消', 'Cancel'))}
      onOk={() => props.onPage(page)}
      onCancel={props.onClose}
    >
      <p>
        {say(text('第', 'Page'))}{' '}
        <InputNumber
          aria-label={say(text('页码', 'Page number'))}
          value={page}
          min={1}
          max={pdf.pages}
          precision={0}
          onChange={(next) => next && setPage(next)}
          onPressEnter={() => props.onPage(page)}
        />{' '}
        {say(text(`页，共 ${pdf.pages} 页`, `of ${pdf.pages}`))}
      </p>
      <div className="page-preview">
        {picture === null ? (
          <Spin />
        ) : picture === '' ? (
          say(text('这一页无法显示', 'This page cannot be shown'))
        ) : (
          <img src={picture} alt={say(text(`第 ${page} 页`, `Page ${page}`))} />
        )}
      </div>
    </Modal>
  );
}

/** Files dropped anywhere on the window, and pictures pasted where no field has the keys. */
function useDroppedFiles(take: (file: File) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth += 1;
      setDragging(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setDragging(false);
    };
    const onOver = (event: DragEvent): void => {
      // Otherwise the window would go to the file.
      if (hasFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      depth = 0;
      setDragging(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    const onPaste = (event: ClipboardEvent): void => {
      const target = event.target;
      const isField =
        target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]');
      const file = [...(event.clipboardData?.files ?? [])].find(isPicture);
      if (isField || !file) return;
      event.preventDefault();
      take(file);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, [take]);
  return isDragging;
}

/** WebP, BMP and whatever else the window can open. */
async function asPng(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const image = await createImageBitmap(file).catch(() => {
    throw notAPicture(file.name);
  });
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return bytesOfCanvas(canvas);
}

const notAPicture = (name: string) =>
  new RequestFailure(
    text(
      `“${name}”不能作为底图。请使用 PNG、JPEG 图片或 PDF。`,
      `“${name}” cannot lie under a plan. Use a PNG or JPEG picture, or a PDF.`,
    ),
    false,
  );

const tooLarge = (name: string) =>
  new RequestFailure(
    text(
      `“${name}”太大，超过 ${largestFile / 1_000_000} MB，没有读取。请降低分辨率，或只导出需要的一页。`,
      `“${name}” is larger than ${largestFile / 1_000_000} MB and was not read. Lower its resolution, or export only the page that you need.`,
    ),
    false,
  );
