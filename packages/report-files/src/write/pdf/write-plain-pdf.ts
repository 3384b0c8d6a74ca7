import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { printableDeep } from '../printable-deep.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

/** A text with tables, its heading and what stands under it. */
export interface PlainDocument {
  readonly title: string;
  readonly documentNumber: string;
  readonly body: DocumentBody;
  readonly signature: readonly string[];
  /** In small type at the end. */
  readonly notes: readonly string[];
}

const TEMPLATE = new URL('./plain.typ', import.meta.url);

let shared: Typesetter | undefined;

/** The document as a tagged PDF with embedded fonts; the same document always gives the same bytes. */
export async function writePlainPdf(document: PlainDocument): Promise<Uint8Array> {
  shared ??= createTypesetter(TEMPLATE);
  return await shared.typeset(printableDeep(document));
}
