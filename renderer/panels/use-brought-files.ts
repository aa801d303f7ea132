import { useEffect, useState } from 'react';

/** Whether a file can be laid under a storey, as far as its name and type say. */
export const isPicture = (file: File): boolean =>
  /^image\//.test(file.type) || isPdf(file) || /\.(png|jpe?g)$/i.test(file.name);
export const isPdf = (file: File): boolean =>
  file.type === 'application/pdf' || /\.pdf$/i.test(file.name);

/**
 * Takes files dropped anywhere on the window, and pictures pasted where no field has the keys.
 * Answers whether files are being dragged over it.
 */
export function useBroughtFiles(take: (file: File) => void): boolean {
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
