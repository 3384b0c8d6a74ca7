import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { organParams } from '../fields.ts';
import { documentContentInput } from './document-fields.ts';

/** Fields of a document that its text may give. */
const readFields = documentContentInput.pick({
  title: true,
  documentNumber: true,
  issuingOrgan: true,
  dateOfDocument: true,
  createdOn: true,
  disclosureClass: true,
});

export const importedFile = z
  .object({
    format: z.enum(['docx', 'doc', 'pdf', 'html', 'xlsx', 'txt', 'json']),
    /** What the file gives of a document; nothing of it is saved. */
    content: z.object({ ...readFields.partial().shape, body: z.unknown() }),
    /** Each field that was read: how sure it is and the words it was read from, for a person to confirm. */
    fields: z.array(
      z.object({
        field: readFields.keyof(),
        title: z.string(),
        value: z.string(),
        confidence: z.enum(['certain', 'likely']),
        from: z.string(),
      }),
    ),
    /** Sentences: what was left out, and what should be looked at. */
    notes: z.array(z.string()),
    /** Files that should go with the document, to be uploaded by the usual way if the person wants it. */
    suggestedAttachments: z.array(z.object({ name: z.string(), reason: z.string() })),
  })
  .meta({ id: 'ImportedFile' });

export const documentImportRoutes = {
  importFile: defineRoute({
    id: 'documents.importFile',
    method: 'POST',
    path: '/api/organs/:regionId/:organId/document-import',
    summary:
      '从文件读出正文和要素（docx、doc、wps、pdf、网页、纯文本、电子表格），供确认后填入草稿；不保存（multipart/form-data，一个文件部分）',
    permission: 'document.write',
    changesNothing: true,
    params: organParams,
    body: 'multipart',
    response: importedFile,
    problems: ['not-found', 'malformed', 'too-large', 'unsupported-type', 'unavailable'],
  }),
};
