import type { ListedDocument } from '../../db/queries/document-list.ts';
import type { DocumentLightRules } from '../../use-cases/documents/document-context.ts';
import { presentDocumentRow } from './present-document.ts';

/** Shows rows of the list, each by the calendar and the settings of its organ, which are read once an organ. */
export async function documentRowPresenter(
  rows: readonly ListedDocument[],
  rulesAt: (path: string) => Promise<DocumentLightRules>,
): Promise<(row: ListedDocument) => ReturnType<typeof presentDocumentRow>> {
  const rules = new Map<string, DocumentLightRules>();
  for (const { path } of rows) if (!rules.has(path)) rules.set(path, await rulesAt(path));
  return (row) => {
    const own = rules.get(row.path);
    if (own === undefined) throw new Error(`no rules were read for ${row.path}`);
    return presentDocumentRow(row, own);
  };
}
