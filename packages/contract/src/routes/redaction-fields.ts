import { REDACTION_GROUND_IDS, type RedactionGround } from '@zhaoshi/domain/application/redaction';
import { z } from 'zod';

const fraction = z.number('应为数字').min(0, '超出页面').max(1, '超出页面');

/** A rectangle in fractions of the page as it is seen, from its left upper corner. */
const area = {
  page: z.int('应为整数').min(1, '从第 1 页开始').max(1000),
  x: fraction,
  y: fraction,
  width: fraction,
  height: fraction,
};

const ground = z.enum(REDACTION_GROUND_IDS as [RedactionGround, ...RedactionGround[]]);

/** What is withheld: where, on which ground, and what the applicant is told of it. */
export const redactionMark = z.strictObject({
  ...area,
  ground,
  /** Describes what it is, without saying it: goes into the letter. */
  reason: z.string('应为文字').trim().max(300, '不超过 300 字'),
});

export type RedactionMark = z.infer<typeof redactionMark>;

export const redactionMarks = z
  .array(redactionMark)
  .min(1, '请先画出要遮盖的部分')
  .max(1000, '不超过 1000 个遮盖框');

/** The pages of a file with their sizes as they are seen. */
export const filePages = z.object({
  pages: z.array(z.object({ page: z.int(), width: z.number(), height: z.number() })),
});

export type FilePages = z.infer<typeof filePages>;

export const pageNumber = z.coerce.number('应为数字').int().min(1).max(1000);

export const pageWidth = z.object({
  width: z.coerce.number('应为数字').int().min(100).max(2400).default(1000),
});

export const wordsToFind = z.strictObject({
  words: z.array(z.string('应为文字').trim().min(1).max(50)).max(50),
});

/** Proposals of marks: kinds of personal data, kinds of the scan, or "word". */
export const foundAreas = z.object({
  areas: z.array(z.object({ ...area, found: z.string(), group: z.int() })),
  /** Pages without a text layer, such as scans: they must be looked through. */
  unsearchedPages: z.array(z.int()),
});

export type FoundAreas = z.infer<typeof foundAreas>;
