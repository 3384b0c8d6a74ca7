import { isOnTheWay } from '@zhaoshi/domain/disclosure/document-status';
import { interpretationWords, owesInterpretation } from '@zhaoshi/domain/disclosure/interpretation-owed';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
import type { Kysely } from 'kysely';
import { type LinkedInterpretation, linkedInterpretations } from '../../db/queries/interpretations.ts';
import { type SameText, sameTexts } from '../../db/queries/same-texts.ts';
import type { Schema } from '../../db/schema.ts';
import type { LoadedDocument } from './loaded-document.ts';

/** What other documents have to do with one before it is public: the same text, and what interprets it. */
export interface BesideDocument {
  readonly sameTexts: readonly SameText[];
  /** `null` where none is owed. */
  readonly interpretation: {
    readonly words: string;
    readonly linked: readonly LinkedInterpretation[];
  } | null;
}

/** Looks for what bears upon a document without hindering any act. */
export async function besideDocument(
  database: Kysely<Schema>,
  { row, state, submitted, rules }: LoadedDocument,
): Promise<BesideDocument> {
  const ids = { regionId: row.region_id, documentId: row.document_id, organId: row.organ_id };
  const { kind, documentNumber, relations } = submitted;
  const disclosureClass = state.revision?.disclosureClass ?? submitted.disclosureClass;
  const isForPublic = disclosureClass === null || disclosureClass === 'proactive';
  const named = new Set(relations.map(({ documentId }) => documentId));
  const same = isForPublic && isOnTheWay(state.status) ? await sameTexts(database, ids, submitted) : [];
  return {
    // Whoever names the other one knows of it.
    sameTexts: same.filter(({ documentId }) => !named.has(documentId)),
    interpretation: owesInterpretation({ kind, disclosureClass, status: state.status })
      ? {
          words: interpretationWords(publicationRulesFrom(rules.settings)),
          linked: await linkedInterpretations(database, ids, documentNumber),
        }
      : null,
  };
}
