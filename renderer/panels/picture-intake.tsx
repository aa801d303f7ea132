import { Spin } from 'antd';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from 'react';
import { text } from '../../shared/text.ts';
import { failureText, RequestFailure } from '../bridge-client.ts';
import { bringUnderlay, bytesOfCanvas } from '../editor/bring-underlay.ts';
import { openPdf } from '../editor/pdf-page.ts';
import { onlyToLookAt } from '../editor/reading.ts';
import type { EditorStore } from '../editor/store.ts';
import { useSay } from '../language/language.tsx';
import { PageChoice, type PdfChoice } from './page-choice.tsx';
import { isPdf, isPicture, useBroughtFiles } from './use-brought-files.ts';

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

const isStored = (file: File): boolean => /^image\/(png|jpeg)$/.test(file.type);

/** Longer files are not even read. */
const largestFile = 200_000_000;

export function PictureIntakeProvider(props: {
  readonly store: EditorStore;
  readonly children: ReactNode;
}) {
  const { store } = props;
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<PdfChoice | null>(null);
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
    async ({ name, pdf }: PdfChoice, page: number) => {
      const { canvas, resolution } = await pdf.draw(page);
      const title = pdf.pages > 1 ? `${name} (${page})` : name;
      await bringUnderlay(store, { name: title, bytes: await bytesOfCanvas(canvas), resolution });
    },
    [store],
  );

  const take = useCallback(
    (file: File): void => {
      if (store.getState().reading) {
        store.getState().set({ message: onlyToLookAt });
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
  const isDragging = useBroughtFiles(take);
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
