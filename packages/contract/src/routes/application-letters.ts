import type { ActType } from '@zhaoshi/domain/application/act';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { civilDate, id } from '../fields.ts';
import { actCommand, outcome } from './application-acts.ts';
import { applicationParams } from './applications.ts';

const letterParams = applicationParams.extend({ letterId: id });

/** Acts that send a letter, and the draft of the one that is approved later. */
const LETTER_ACTS = [
  'confirmReceipt',
  'correctReceipt',
  'noticeCorrection',
  'lapseCorrection',
  'sendConsultation',
  'approveExtension',
  'tellDue',
  'requestAssistance',
  'requestReasons',
  'deferReply',
  'noticeFee',
  'lapsePayment',
  'decidePromotion',
  'draftReply',
  'approveReply',
  'notifyThirdParty',
  'withdraw',
] as const satisfies readonly ActType[];

const row = z.object({ label: z.string(), text: z.string() });

/** A letter in its parts; how it looks is the screen's concern. */
export const letterBlocks = z
  .object({
    kind: z.string(),
    version: z.int(),
    issuer: z.string(),
    title: z.string(),
    documentNumber: z.string().nullable(),
    registrationNumber: z.string(),
    addressee: z.string().nullable(),
    paragraphs: z.array(z.object({ role: z.string(), text: z.string() })),
    rows: z.array(row),
    /** Which remedies it names, and whether that reading is settled. */
    remedy: z.object({ code: z.string(), source: z.string(), unconfirmed: z.boolean(), text: z.string() }),
    enclosures: z.array(z.string()),
    contact: z.array(z.string()),
    date: civilDate,
    dateText: z.string(),
    seal: z.string().nullable(),
    replyForm: z
      .object({ title: z.string(), paragraphs: z.array(z.string()), rows: z.array(row) })
      .nullable(),
    provisional: z.array(z.object({ date: civilDate, sentence: z.string() })),
  })
  .meta({ id: 'LetterBlocks' });

/** What an officer fills in, with what the case says already. */
const templateField = z.object({
  key: z.string(),
  /** Where it is entered, as a JSON pointer into the command of the act. */
  pointer: z.string(),
  label: z.string(),
  help: z.string(),
  kind: z.enum(['line', 'text', 'date', 'number', 'yuan', 'list', 'choice']),
  required: z.boolean(),
  /** Of a choice: id and words of each answer. */
  options: z.array(z.object({ id: z.string(), words: z.string() })),
  several: z.boolean(),
  most: z.int().nullable(),
  /** From the case; empty where it says nothing. */
  value: z.string(),
});

const PATH = '/api/applications/:regionId/:applicationId';

export const applicationLetterRoutes = {
  templateFields: defineRoute({
    id: 'applications.templateFields',
    method: 'GET',
    path: `${PATH}/letter-fields`,
    summary: '一步办理发出的文书需要填写的内容，案件中已有的已填好',
    permission: 'application.readApplicant',
    params: applicationParams,
    query: z.object({
      act: z.enum(LETTER_ACTS),
      on: civilDate.optional(),
      /** Of a draft. */
      outcome: outcome.optional(),
      /** Of a consultation. */
      kind: z.enum(['thirdPartyConsultation', 'coMakerConsultation', 'organConsultation']).optional(),
    }),
    response: z.object({
      letters: z.array(
        z.object({
          kind: z.string(),
          title: z.string(),
          to: z.string(),
          /** Where its 文号 is typed; `null` where it has none or the system counts. */
          numberPointer: z.string().nullable(),
          fields: z.array(templateField),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  previewLetter: defineRoute({
    id: 'applications.previewLetter',
    method: 'POST',
    path: `${PATH}/letters/preview`,
    summary: '预览：这样办理会发出的文书，和还缺的内容；不做任何改动',
    permission: 'application.readApplicant',
    changesNothing: true,
    params: applicationParams,
    body: actCommand,
    response: z.object({
      letters: z.array(
        z.object({
          kind: z.string(),
          title: z.string(),
          to: z.string(),
          /** `null` while something is missing. */
          letter: letterBlocks.nullable(),
          missing: z.array(
            z.object({
              key: z.string(),
              label: z.string(),
              words: z.string(),
              /** `null`: not entered with the act, but in settings or the organ's contact data. */
              pointer: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  letterFile: defineRoute({
    id: 'applications.letterFile',
    method: 'GET',
    path: `${PATH}/letters/:letterId/file`,
    summary: '一份文书（docx、pdf）',
    permission: 'application.readApplicant',
    params: letterParams,
    query: z.object({ format: z.enum(['docx', 'pdf']) }),
    response: 'bytes',
    problems: ['not-found'],
  }),
  proofOfDelivery: defineRoute({
    id: 'applications.proofOfDelivery',
    method: 'GET',
    path: `${PATH}/letters/:letterId/proof-of-delivery`,
    summary: '一份文书的送达回证（docx，签收时手填）',
    permission: 'application.readApplicant',
    params: letterParams,
    response: 'bytes',
    problems: ['not-found'],
  }),
  approvalSheet: defineRoute({
    id: 'applications.approvalSheet',
    method: 'GET',
    path: `${PATH}/approval-sheet`,
    summary: '审查呈批单（docx）',
    permission: 'application.readApplicant',
    params: applicationParams,
    response: 'bytes',
    problems: ['not-found', 'state-refuses'],
  }),
};
