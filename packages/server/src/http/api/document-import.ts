import type { Rejection } from '@zhaoshi/contract/problems';
import type { documentImportRoutes } from '@zhaoshi/contract/routes/document-import';
import { DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { ReadDocument, ReadField } from '@zhaoshi/report-files/documents/read-document';
import { LIMITS } from '@zhaoshi/report-files/limits';
import type { ReadError } from '@zhaoshi/report-files/read-error';
import { findOrgan } from '../../db/queries/organs.ts';
import { READERS } from '../../use-cases/files/file-readers.ts';
import { createFairGate } from '../fair-gate.ts';
import type { Handlers } from './handler.ts';
import { type UploadedFile, uploadedFile } from './uploaded-bytes.ts';

/** Reading a file takes memory and time: two at once, and of one person one after the other. */
const GATE = createFairGate({ atOnce: 2, perAsker: 1, waiting: 8, waitingPerAsker: 1 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时导入的文件较多，这个文件没有读取，也没有改动任何内容。请稍后重新上传。',
};

function rejectionOf({ code, message }: ReadError): Rejection {
  return { code: code === 'too-large' ? 'too-large' : 'unsupported-type', detail: message };
}

type FieldName =
  | 'title'
  | 'documentNumber'
  | 'issuingOrgan'
  | 'dateOfDocument'
  | 'createdOn'
  | 'disclosureClass';

const fieldOf = <T>(
  field: FieldName,
  title: string,
  read: ReadField<T> | null,
  words: (value: T) => string,
) =>
  read === null
    ? []
    : [{ field, title, value: words(read.value), confidence: read.confidence, from: read.from }];

const text = (value: string): string => value;

/** What was read, in the shape of the contract. */
function present({ format, body, metadata, notes }: ReadDocument, name: string) {
  const { title, documentNumber, issuingOrgan, dateOfDocument, classMark } = metadata;
  const afterSegregation = classMark?.value.afterSegregation === true;
  return {
    format,
    content: {
      body,
      ...(title !== null && { title: title.value }),
      ...(documentNumber !== null && { documentNumber: documentNumber.value }),
      ...(issuingOrgan !== null && { issuingOrgan: issuingOrgan.value }),
      // 条例26 counts from the day it was made: with a later one it would be published too late unseen.
      ...(dateOfDocument !== null && {
        dateOfDocument: dateOfDocument.value,
        createdOn: dateOfDocument.value,
      }),
      ...(classMark !== null && { disclosureClass: classMark.value.disclosureClass }),
    },
    fields: [
      ...fieldOf('title', '标题', title, text),
      ...fieldOf('documentNumber', '发文字号', documentNumber, text),
      ...fieldOf('issuingOrgan', '发文机关', issuingOrgan, text),
      ...fieldOf('dateOfDocument', '成文日期', dateOfDocument, text),
      ...fieldOf('createdOn', '生成日期', dateOfDocument, text),
      ...fieldOf(
        'disclosureClass',
        '公开属性',
        classMark,
        ({ disclosureClass }) => DISCLOSURE_CLASSES[disclosureClass].title,
      ),
    ],
    notes: [
      ...(afterSegregation ? ['文件标明“删减后公开”，请先删去不能公开的内容（条例第三十七条）。'] : []),
      ...notes,
    ],
    suggestedAttachments: [
      {
        name,
        reason: '需要公众下载原来的版式时，可以把原文件作为附件；附件同样要经过扫描和审查。',
      },
    ],
  };
}

async function readUploaded({
  name,
  bytes,
}: UploadedFile): Promise<Result<ReturnType<typeof present>, Rejection>> {
  const read = await READERS.ask({ kind: 'readDocument', bytes, name, listsLeftOut: true });
  return read.ok ? ok(present(read.value, name)) : err(rejectionOf(read.error));
}

export const documentImportHandlers: Handlers<typeof documentImportRoutes> = {
  importFile: async (context, { params }) => {
    const organ = await findOrgan(context.database, params);
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const read = await GATE.run(context.caller.accountId, async () => {
      const advice = '请压缩图片、另存后再试，或者作为附件上传。';
      const uploaded = await uploadedFile(context, LIMITS.fileBytes, advice);
      return uploaded.ok ? await readUploaded(uploaded.value) : uploaded;
    });
    return read ?? err(BUSY);
  },
};
