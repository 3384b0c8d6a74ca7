import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import type { DecideDocumentContext } from '@zhaoshi/domain/disclosure/document-context';
import type { DocumentState } from '@zhaoshi/domain/disclosure/document-state';
import type { DocumentActor } from '@zhaoshi/domain/disclosure/document-transitions';
import { leastShowing } from '@zhaoshi/domain/disclosure/periods/least-showing';
import { refuseContent, refuseForCatalogue } from '@zhaoshi/domain/disclosure/refuse-content';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { publicationRulesFrom } from '@zhaoshi/domain/setting/publication-rules';
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
import { publicFrom } from '../../db/queries/interpretations.ts';
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
  /** What the public sees; `null` before its minute, and after a withdrawal. */
  readonly shown: DocumentContent | null;
  /** What is under review, signed or public; the working copy while nothing was submitted. */
  readonly submitted: DocumentContent;
  /** Of the files of `submitted`. */
  readonly fileScans: readonly FileScan[];
  readonly rules: DocumentRules;
  /** About what the working copy names. */
  readonly onFile: ContentOnFile;
  /** From when on each document of the platform that `submitted` interprets is public; `null`: it is not going to be. */
  readonly interpretedFrom: readonly (Date | null)[];
  /** It is an issue of the gazette, and something in it was withdrawn. */
  readonly holdsWithdrawn: boolean;
}

/** Documents of the platform that a content interprets. */
const interpretedBy = ({ relations }: DocumentContent): readonly string[] =>
  relations.flatMap(({ relation, documentId }) => (relation === 'interprets' ? (documentId ?? []) : []));

export async function loadDocument(
  database: Kysely<Schema>,
  row: DocumentRow,
  now: Date,
): Promise<LoadedDocument> {
  const ids = { regionId: row.region_id, documentId: row.document_id };
  const events = await documentEvents(database, ids);
  const state = documentStateOf(events);
  const draft = contentOf(row);
  const asSubmitted = async (number: number | undefined): Promise<DocumentContent | null> => {
    const revision = number === undefined ? undefined : await findRevision(database, ids, number);
    return revision === undefined ? null : contentOf(revision);
  };
  const submitted =
    (await asSubmitted(state.status === 'draft' ? undefined : state.revision?.number)) ?? draft;
  return {
    row,
    events,
    state,
    draft,
    shown: await asSubmitted(state.public?.revision.number),
    submitted,
    fileScans: await fileScans(database, ids.regionId, submitted),
    rules: await documentRules(database, row.path, now),
    onFile: await contentOnFile(database, row, draft),
    interpretedFrom: await publicFrom(database, ids.regionId, interpretedBy(submitted)),
    holdsWithdrawn: await holdsWithdrawn(database, ids),
  };
}

/** Counted by what the public sees since the day it first saw the document, whatever is being drafted. */
function isBeingShown({ shown, row, rules }: LoadedDocument): boolean {
  if (shown === null || row.first_published_at === null) return false;
  const showing = leastShowing(shown, civilDateAt(row.first_published_at), {
    calendar: rules.calendar,
    rules: publicationRulesFrom(rules.settings),
  });
  return showing !== null && rules.today <= showing.until;
}

/** What decides about an act on the document now, for whoever acts. */
export function decideContext(
  loaded: LoadedDocument,
  actor: { readonly id: string; readonly roles: readonly DocumentActor[] },
  now: Date,
): DecideDocumentContext {
  const {
    state,
    draft,
    submitted,
    fileScans: scans,
    row,
    rules,
    onFile,
    holdsWithdrawn,
    interpretedFrom,
  } = loaded;
  const due = deadlineOf(submitted, rules);
  return {
    chain: rules.chain,
    contentRefusals: refuseContent(draft, { ...onFile, edition: state.edition, today: rules.today }),
    // Whoever signs changes nothing of the content: told as a whole, not at its fields.
    publicRefusals: refuseForCatalogue(submitted).map(({ code, message }) => ({ code, message })),
    holdsWithdrawn,
    interpretedFrom: interpretedFrom.map((from) => from?.toISOString() ?? null),
    scan: withFiles(scanSummary(scanContent(submitted, { today: rules.today })), scans),
    isLate: row.first_published_at === null && due?.dueOn != null && due.dueOn < rules.today,
    isBeingShown: isBeingShown(loaded),
    now: now.toISOString(),
    actor,
  };
}
