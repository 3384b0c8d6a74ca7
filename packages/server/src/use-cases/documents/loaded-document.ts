import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { DecideDocumentContext } from '@zhaoshi/domain/disclosure/document-context';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import type { DocumentActor } from '@zhaoshi/domain/disclosure/document-transitions';
import { refuseContent, refuseForCatalogue } from '@zhaoshi/domain/disclosure/refuse-content';
import type { Kysely } from 'kysely';
import {
  contentOf,
  type DocumentEventRow,
  type DocumentRow,
  documentEvents,
  documentStateOf,
  findRevision,
} from '../../db/queries/documents.ts';
import { holdsWithdrawn } from '../../db/queries/gazettes.ts';
import type { Schema } from '../../db/schema.ts';
import { type ContentOnFile, contentOnFile } from './content-circumstances.ts';
import { type DocumentRules, deadlineOf, documentRules } from './document-context.ts';
import { type FileScan, fileScans, withFiles } from './file-findings.ts';
import { scanContent, scanSummary } from './scan-content.ts';

/** A document with its state replayed, what it says, and what the law says to it today. */
export interface LoadedDocument {
  readonly row: DocumentRow;
  readonly events: readonly DocumentEventRow[];
  readonly state: DocumentState;
  /** The working copy. */
  readonly draft: DocumentContent;
  /** What is under review, signed or public; the working copy while nothing was submitted. */
  readonly submitted: DocumentContent;
  /** Of the files of `submitted`. */
  readonly fileScans: readonly FileScan[];
  readonly rules: DocumentRules;
  /** About what the working copy names. */
  readonly onFile: ContentOnFile;
  /** It is an issue of the gazette, and something in it was withdrawn. */
  readonly holdsWithdrawn: boolean;
}

export async function loadDocument(
  database: Kysely<Schema>,
  row: DocumentRow,
  now: Date,
): Promise<LoadedDocument> {
  const ids = { regionId: row.region_id, documentId: row.document_id };
  const events = await documentEvents(database, ids);
  const state = documentStateOf(events);
  const draft = contentOf(row);
  const revision =
    state.revision === null || state.status === 'draft'
      ? undefined
      : await findRevision(database, ids, state.revision.number);
  const submitted = revision === undefined ? draft : contentOf(revision);
  return {
    row,
    events,
    state,
    draft,
    submitted,
    fileScans: await fileScans(database, ids.regionId, submitted),
    rules: await documentRules(database, row.path, now),
    onFile: await contentOnFile(database, row, draft),
    holdsWithdrawn: await holdsWithdrawn(database, ids),
  };
}

/** What decides about an act on the document now, for whoever acts. */
export function decideContext(
  loaded: LoadedDocument,
  actor: { readonly id: string; readonly roles: readonly DocumentActor[] },
  now: Date,
): DecideDocumentContext {
  const { state, draft, submitted, fileScans: scans, row, rules, onFile, holdsWithdrawn } = loaded;
  const due = deadlineOf(submitted, rules);
  const { shownUntil } = submitted;
  return {
    chain: rules.chain,
    contentRefusals: refuseContent(draft, { ...onFile, edition: state.edition, today: rules.today }),
    // Whoever signs changes nothing of the content: told as a whole, not at its fields.
    publicRefusals: refuseForCatalogue(submitted).map(({ code, message }) => ({ code, message })),
    holdsWithdrawn,
    scan: withFiles(scanSummary(scanContent(submitted, { today: rules.today })), scans),
    isLate: row.first_published_at === null && due?.dueOn != null && due.dueOn < rules.today,
    isBeingShown: shownUntil !== null && rules.today <= shownUntil,
    now: now.toISOString(),
    actor,
  };
}
