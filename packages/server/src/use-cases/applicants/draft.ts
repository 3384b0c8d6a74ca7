import type { FormValues } from '@zhaoshi/domain/application/web-form';
import { DAY_MS, HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import type { Kysely, Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { retentionPeriods } from '../../operations/retention/retention.ts';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../context.ts';
import { hashSessionToken, newSessionToken } from '../identity/session-token.ts';

/** A file of a draft, which nothing refers to until the draft is sent. */
export interface DraftFileRef {
  readonly fileId: string;
  readonly use: 'identity' | 'powerOfAttorney';
  readonly name: string;
  readonly size: number;
}

/** An application that is being written. */
export interface ApplicationDraft {
  readonly kind: 'draft';
  /** Names of region and organ in addresses. */
  readonly region: string;
  readonly organ: string;
  readonly values: FormValues;
  readonly files: readonly DraftFileRef[];
  /** The question that only people answer was answered. */
  readonly isHuman: boolean;
}

/** What is left of a draft once it was sent: nothing of what was written. */
export interface SentDraft {
  readonly kind: 'sent';
  readonly organName: string;
  readonly number: string;
  readonly code: string;
  readonly at: string;
}

export type DraftContent = ApplicationDraft | SentDraft;

export type ApplicantContext = UseCaseContext & { readonly services: Pick<Services, 'secretBox'> };

/** The receipt with the query code can be opened again for so long. */
const RECEIPT_MS = HOUR_MS;

const purposeOf = (tokenHash: string): string => `application-draft/${tokenHash}`;

export const draftDays = async (database: Kysely<Schema>): Promise<number> =>
  (await retentionPeriods(database))('retention.applicationDraftDays');

const sealed = (box: SecretBox, tokenHash: string, content: DraftContent): string =>
  box.seal(JSON.stringify(content), purposeOf(tokenHash));

async function expiryOf(database: Kysely<Schema>, { kind }: DraftContent, at: Date): Promise<Date> {
  const life = kind === 'sent' ? RECEIPT_MS : (await draftDays(database)) * DAY_MS;
  return new Date(at.getTime() + life);
}

/**
 * Keeps a new draft. Drafts that nobody sent in time go with it, beside the daily retention.
 *
 * @returns the browser's token; only its hash is stored
 */
export async function startDraft(
  { database, now, services }: ApplicantContext,
  draft: ApplicationDraft,
): Promise<string> {
  const at = now();
  const token = newSessionToken();
  const tokenHash = hashSessionToken(token);
  await database.deleteFrom('application_draft').where('expires_at', '<=', at).execute();
  await database
    .insertInto('application_draft')
    .values({
      token_hash: tokenHash,
      sealed: sealed(services.secretBox, tokenHash, draft),
      updated_at: at,
      expires_at: await expiryOf(database, draft, at),
    })
    .execute();
  return token;
}

/** The draft of a token, locked inside a transaction; `null` when there is none, or no longer. */
async function readDraft(
  { now, services }: ApplicantContext,
  query: Kysely<Schema>,
  token: string,
  isLocked: boolean,
): Promise<DraftContent | null> {
  const tokenHash = hashSessionToken(token);
  const found = query
    .selectFrom('application_draft')
    .select('sealed')
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now());
  const row = await (isLocked ? found.forUpdate() : found).executeTakeFirst();
  if (row === undefined) return null;
  // Written by this module only, from values of the type.
  return JSON.parse(services.secretBox.open(row.sealed, purposeOf(tokenHash))) as DraftContent;
}

export const findDraft = async (context: ApplicantContext, token: string): Promise<DraftContent | null> =>
  await readDraft(context, context.database, token, false);

/** Sent twice at the same time: the second waits, and then finds the receipt. */
export const lockDraft = async (
  context: ApplicantContext,
  transaction: Transaction<Schema>,
  token: string,
): Promise<DraftContent | null> => await readDraft(context, transaction, token, true);

/** Keeps a receipt for a browser that had no draft; the first one stays. @returns whether it is this one */
export async function keepReceipt(
  { now, services }: ApplicantContext,
  transaction: Transaction<Schema>,
  token: string,
  receipt: SentDraft,
): Promise<boolean> {
  const at = now();
  const tokenHash = hashSessionToken(token);
  await transaction.deleteFrom('application_draft').where('expires_at', '<=', at).execute();
  const kept = await transaction
    .insertInto('application_draft')
    .values({
      token_hash: tokenHash,
      sealed: sealed(services.secretBox, tokenHash, receipt),
      updated_at: at,
      expires_at: await expiryOf(transaction, receipt, at),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return kept.numInsertedOrUpdatedRows === 1n;
}

/** Puts other content in the place of the draft's. */
export async function saveDraft(
  { now, services }: ApplicantContext,
  database: Kysely<Schema>,
  token: string,
  content: DraftContent,
): Promise<void> {
  const at = now();
  const tokenHash = hashSessionToken(token);
  await database
    .updateTable('application_draft')
    .set({
      sealed: sealed(services.secretBox, tokenHash, content),
      updated_at: at,
      expires_at: await expiryOf(database, content, at),
    })
    .where('token_hash', '=', tokenHash)
    .execute();
}

/**
 * Changes a draft as it is now, while it is one: a page that comes late puts nothing in the place of a receipt.
 *
 * @returns the draft after it; `null` once it was sent or is gone
 */
export async function changeDraft(
  context: ApplicantContext,
  token: string,
  change: (draft: ApplicationDraft) => ApplicationDraft,
): Promise<ApplicationDraft | null> {
  return await context.database.transaction().execute(async (transaction) => {
    const now = await lockDraft(context, transaction, token);
    if (now?.kind !== 'draft') return null;
    const draft = change(now);
    await saveDraft(context, transaction, token, draft);
    return draft;
  });
}
