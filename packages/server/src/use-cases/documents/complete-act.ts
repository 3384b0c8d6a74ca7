import { createHash } from 'node:crypto';
import type { DocumentActInput } from '@zhaoshi/contract/routes/documents';
import type { DocumentAct, SubmittedRevision } from '@zhaoshi/domain/disclosure/document-act';
import { canonicalJson, type DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { LoadedDocument } from './loaded-document.ts';

/** The hash of a version: of all its content as canonical JSON. */
const contentHash = (content: DocumentContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** The working copy as the version that would be submitted now. */
function nextRevision({ state, draft, row, events }: LoadedDocument): SubmittedRevision {
  const submitted = events.filter(({ type }) => type === 'submit' || type === 'publishUrgently');
  return {
    number: submitted.length + 1,
    sha256: contentHash(draft),
    disclosureClass: draft.disclosureClass ?? 'withheld',
    isForPublic: draft.audience === 'public',
    authors: [
      ...new Set([...row.writers, ...(state.status === 'draft' ? [] : (state.revision?.authors ?? []))]),
    ],
  };
}

/** The caller's act with what only the server knows. */
export function completeDocumentAct(
  loaded: LoadedDocument,
  input: DocumentActInput,
  newId: () => string,
): DocumentAct {
  switch (input.type) {
    case 'submit':
      return { ...input, revision: nextRevision(loaded), hasUnitStep: loaded.rules.chain.hasUnitStep };
    case 'publishUrgently':
      return { ...input, revision: nextRevision(loaded) };
    case 'askCoordination':
      return { ...input, coordinationId: newId() };
    case 'followUpLeak':
    case 'reevaluate':
    case 'handOver':
      // The contract has checked that this is a day.
      return { ...input, on: input.on as CivilDate };
    default:
      return input;
  }
}
