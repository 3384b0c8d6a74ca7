import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What the source carries besides its pages, in the words of the officer; all of it stays behind. */
export async function sourceNotes(document: PDFDocumentProxy): Promise<readonly string[]> {
  const attachments = (await document.getAttachments())?.size ?? 0;
  const fields = (await document.getFieldObjects())?.size ?? 0;
  const layers = [...(await document.getOptionalContentConfig())].length;
  const parts = [
    attachments > 0 ? `附件（${attachments} 个）` : '',
    fields > 0 ? '表单' : '',
    layers > 0 ? '图层' : '',
    (await document.hasJSActions()) ? '脚本' : '',
    (await document.getOutline()) ? '书签' : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [`原文件中的${parts.join('、')}未带入。`];
}
