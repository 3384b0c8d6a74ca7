import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { readBody } from '@zhaoshi/domain/disclosure/read-body';
import type { ContentValues } from '../shown-document.ts';

/** What the server sent as the domain has it: its schema has checked the days, and the body is read as one. */
export const contentOf = (sent: ContentValues): DocumentContent =>
  ({
    ...sent,
    matterDays: sent.matterDays as DocumentContent['matterDays'],
    body: readBody(sent.body).body,
  }) as DocumentContent;
