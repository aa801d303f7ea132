import { InputNumber, Modal, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { text } from '../../shared/text.ts';
import type { PdfFile } from '../editor/pdf-page.ts';
import { useSay } from '../language/language.tsx';
import { parserFor } from './typed-number.ts';

/** A PDF of several pages, of which one is to be chosen. */
export interface PdfChoice {
  readonly name: string;
  readonly pdf: PdfFile;
}

/** Which page of a PDF: its number, and a small picture of it. */
export function PageChoice(props: {
  readonly choice: PdfChoice;
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
          parser={parserFor()}
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
