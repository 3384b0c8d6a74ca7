import { bodyImages, bodyText } from '@zhaoshi/domain/disclosure/document-body';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { bigramNumbers, foldForSearch } from '@zhaoshi/domain/search/fold';
import { type DocumentRules, deadlineOf } from './document-context.ts';

/** PostgreSQL's text holds no NUL. */
const storable = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();

/** What the document's row repeats of its working copy, for lists and search. */
export function draftColumns(content: DocumentContent, rules: DocumentRules) {
  const due = deadlineOf(content, rules);
  const folded = foldForSearch(
    storable([content.title, content.documentNumber, bodyText(content.body)].join('\n')),
  );
  return {
    kind: content.kind,
    title: content.title,
    document_number: content.documentNumber,
    disclosure_class: content.disclosureClass,
    catalog_code: content.catalogCode,
    catalog_item_id: content.catalogItemId,
    created_on: content.createdOn,
    folded,
    bigrams: bigramNumbers(folded),
    due_on: due?.dueOn ?? null,
    is_provisional: due?.provisional ?? false,
  };
}

/** Ids of all files that the content shows: attachments first, then pictures; each once. */
export const filesOfContent = ({ attachments, body }: DocumentContent): readonly string[] => [
  ...new Set([...attachments.map(({ fileId }) => fileId), ...bodyImages(body)]),
];
