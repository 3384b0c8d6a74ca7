import { withdrawalWords } from '@zhaoshi/domain/disclosure/document-act';
import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { documentEventWords } from '@zhaoshi/domain/disclosure/document-event-words';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { START_FACTS, START_MOMENTS } from '@zhaoshi/domain/disclosure/periods/period-rule';
import type { PublicationDeadline } from '@zhaoshi/domain/disclosure/periods/publication-deadline';
import { refuseContent } from '@zhaoshi/domain/disclosure/refuse-content';
import { SCAN_KINDS } from '@zhaoshi/domain/disclosure/scan/finding';
import { justifyingRoles } from '@zhaoshi/domain/disclosure/scan/justification';
import { placeWords } from '@zhaoshi/domain/disclosure/scan/piece';
import { kindTitle } from '@zhaoshi/domain/disclosure/scan/scan-text';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { documentPath, organPath } from '@zhaoshi/portal/paths';
import type { ListedDocument } from '../../db/queries/document-list.ts';
import type { DocumentEventRow, RevisionRow } from '../../db/queries/documents.ts';
import { contentOf, documentEventOf } from '../../db/queries/documents.ts';
import type { BesideDocument } from '../../use-cases/documents/beside-document.ts';
import { checkCode } from '../../use-cases/documents/check-code.ts';
import { type DocumentLightRules, deadlineOf } from '../../use-cases/documents/document-context.ts';
import type { LoadedDocument } from '../../use-cases/documents/loaded-document.ts';
import type { OfferedAct } from '../../use-cases/documents/offered-acts.ts';
import type { ContentFinding } from '../../use-cases/documents/scan-content.ts';
import { documentLight } from './present-document-light.ts';

/** A refusal with a field only where it speaks of one. */
const presentRefusal = ({
  code,
  message,
  field,
}: {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
}) => (field === undefined ? { code, message } : { code, message, field });

export const presentRefusals = (refusals: OfferedAct['refusals']) => refusals.map(presentRefusal);

/** A row of the list. */
export const presentDocumentRow = (row: Omit<ListedDocument, 'version'>, rules: DocumentLightRules) => ({
  regionId: row.region_id,
  organId: row.organ_id,
  organName: row.organ_name,
  documentId: row.document_id,
  title: row.title,
  kind: row.kind,
  status: row.status,
  edition: row.edition,
  documentNumber: row.document_number,
  disclosureClass: row.disclosure_class,
  dueOn: row.due_on,
  isProvisional: row.is_provisional,
  light: documentLight(row, rules),
  scheduledFor: row.scheduled_for?.toISOString() ?? null,
  isPublic: row.public_edition !== null,
  awaitsThirdPerson: row.awaits_third_person,
  updatedAt: row.updated_at.toISOString(),
  lastWriterName: row.writer_name,
});

/** Content in the shape of the contract; the body goes as it is. */
const presentContent = ({ keywords, relations, attachments, ...content }: DocumentContent) => ({
  ...content,
  keywords: [...keywords],
  relations: relations.map((one) => ({ ...one })),
  attachments: attachments.map((one) => ({ ...one })),
});

const WORDS: Readonly<Record<string, string>> = { ...START_FACTS, ...START_MOMENTS };

function presentDeadline(due: PublicationDeadline | null, { row, rules }: LoadedDocument) {
  if (due === null) return null;
  const shown = due.rule ?? due.considered[0];
  if (shown === undefined) return null;
  const missing = due.considered.find((one) => one.missing !== null)?.missing ?? null;
  return {
    dueOn: due.dueOn,
    ruleTitle: shown.title,
    words: shown.words,
    source: shown.source,
    isLate: row.first_published_at === null && due.dueOn !== null && due.dueOn < rules.today,
    isProvisional: due.provisional,
    missing: missing === null ? null : (WORDS[missing] ?? null),
  };
}

function presentPublic({ state, row }: LoadedDocument) {
  if (state.public === null || row.public_name === null) return null;
  const { edition, since, revision } = state.public;
  return {
    edition,
    revision: revision.number,
    since,
    publicPath: documentPath(organPath(row.region_slug, row.organ_slug), row.public_name),
    checkCode: checkCode({
      documentId: row.document_id,
      edition,
      contentSha256: revision.sha256,
      visibleFrom: new Date(since),
    }),
  };
}

/** The taking down that still holds: when, why, and what stands at the address. */
function presentWithdrawn({ state: { withdrawn }, events }: LoadedDocument) {
  if (withdrawn === null) return null;
  const { edition, at, kind, hidesExistence } = withdrawn;
  const texts = events.findLast(({ type }) => type === 'withdraw' || type === 'declineAfterwards')?.texts as
    | Record<string, string>
    | undefined;
  return {
    edition,
    at,
    reason: withdrawalWords(kind),
    notice: texts?.['notice'] ?? texts?.['reason'] ?? '',
    hidesExistence,
  };
}

const presentEvent = (row: DocumentEventRow) => ({
  sequence: row.sequence,
  type: row.type,
  title: DOCUMENT_TRANSITIONS[row.type].title,
  at: row.recorded_at.toISOString(),
  by: row.display_name ?? '系统',
  facts: documentEventWords(documentEventOf(row)).map((one) => ({ ...one })),
  texts: row.texts as Record<string, string>,
});

/** Talks about what is under review, with whom and about what; what was asked stands in the words of the asking. */
function presentCoordinations({ state, events }: LoadedDocument) {
  const asked = new Map(
    events.flatMap((row) => {
      const event = documentEventOf(row);
      return event.type === 'askCoordination'
        ? [[event.coordinationId, row.texts as Record<string, string>] as const]
        : [];
    }),
  );
  return state.coordinations.map(({ coordinationId, result }) => ({
    coordinationId,
    organ: asked.get(coordinationId)?.['organ'] ?? '',
    matter: asked.get(coordinationId)?.['matter'] ?? '',
    result,
  }));
}

/** The whole document for who may read it. */
export function presentDocument(
  loaded: LoadedDocument,
  { sameTexts, interpretation }: BesideDocument,
  acts: readonly OfferedAct[],
  abilities: Permission[],
) {
  const { row, state, draft, rules, events, onFile } = loaded;
  const { revision, secrecyReview } = state;
  return {
    ...presentDocumentRow(row, rules),
    version: row.version,
    content: presentContent(draft),
    revision: revision && {
      number: revision.number,
      sha256: revision.sha256,
      disclosureClass: revision.disclosureClass,
    },
    secrecyReview: secrecyReview && {
      sha256: secrecyReview.sha256,
      answers: secrecyReview.answers,
      conclusion: secrecyReview.conclusion,
    },
    coordinations: presentCoordinations(loaded),
    justifiedFindings: [...state.justified],
    publicEdition: presentPublic(loaded),
    withdrawn: presentWithdrawn(loaded),
    leak: state.leak,
    indexNumber: row.index_number,
    deadline: presentDeadline(deadlineOf(loaded.submitted, rules), loaded),
    acts: acts.map(({ refusals, ...act }) => ({ ...act, refusals: presentRefusals(refusals) })),
    sameTexts: sameTexts.map(({ publishedAt, ...one }) => ({
      ...one,
      publishedAt: publishedAt.toISOString(),
    })),
    interpretation: interpretation && { ...interpretation, linked: [...interpretation.linked] },
    lacks: presentRefusals(refuseContent(draft, { ...onFile, edition: state.edition, today: rules.today })),
    history: events.map(presentEvent),
    abilities,
  };
}

/** A version as it was submitted. */
export const presentRevision = (row: RevisionRow) => ({
  revision: row.revision,
  sha256: row.content_sha256,
  submittedAt: row.submitted_at.toISOString(),
  submittedBy: row.display_name,
  content: presentContent(contentOf(row)),
});

/** What was found in a text; what it quotes only for who works on the document. */
export const presentFinding = (
  { key, finding, at }: ContentFinding,
  { justified, seesText }: { readonly justified: ReadonlySet<string>; readonly seesText: boolean },
) => ({
  key,
  kind: finding.kind,
  title: kindTitle(finding),
  severity: finding.severity,
  place: placeWords(finding.place),
  at: 'path' in at ? { path: [...at.path] } : at,
  start: finding.start,
  end: finding.end,
  text: seesText ? finding.text : null,
  mask: seesText ? finding.mask : null,
  reason: finding.reason,
  source: SCAN_KINDS[finding.kind].source,
  justifiedBy: [...justifyingRoles(finding)],
  isJustified: justified.has(key),
});
