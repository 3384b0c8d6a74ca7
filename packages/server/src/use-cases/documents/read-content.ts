import type { documentContentInput } from '@zhaoshi/contract/routes/document-fields';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { z } from 'zod';

export type ContentInput = z.infer<typeof documentContentInput>;

/** A content of which anything may be left out. */
export type PartialContent = { readonly [K in keyof ContentInput]?: ContentInput[K] | undefined };

export interface ReadContent {
  readonly content: DocumentContent;
  readonly dropped: readonly string[];
  readonly isCut: boolean;
}

/** What the contract has checked to be days. */
type Dated = Partial<
  Pick<DocumentContent, 'createdOn' | 'dateOfDocument' | 'validFrom' | 'validTo' | 'shownUntil'>
>;

/** Content out of what a caller sent: the body keeps what a document has, everything not given is empty. */
export function readContent(input: PartialContent): ReadContent {
  const { body: sent, matterDays, ...fields } = input;
  const { body, dropped, isCut } = readBody(sent);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const content: DocumentContent = {
    ...EMPTY_CONTENT,
    ...(given as Omit<Partial<DocumentContent>, keyof Dated> & Dated),
    matterDays: (matterDays ?? {}) as Partial<Record<keyof DocumentContent['matterDays'], CivilDate>>,
    body,
  };
  return { content, dropped, isCut };
}
