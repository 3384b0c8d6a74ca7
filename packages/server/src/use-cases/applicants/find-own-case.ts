import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { queryCodeHash } from '../applications/insert-application.ts';
import { hashSessionToken, newSessionToken } from '../identity/session-token.ts';
import type { ApplicantContext } from './draft.ts';

/** Rest after which following ends by itself. */
const REST_MS = 30 * MINUTE_MS;

/** The thing that somebody follows. */
export interface Followed {
  readonly regionId: string;
  readonly kind: 'application' | 'recordAmendment';
  readonly id: string;
}

const LONGEST = 40;

/** A number as registers have it, of what somebody reads out or types: full-width, small letters, blanks. */
export const plainNumber = (text: string): string =>
  text.slice(0, LONGEST).normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/**
 * What a number and a query code open. The code finds it, the number must fit; both tables are asked whatever was typed,
 * so that neither the answer nor its time says whether there is such a number.
 */
async function findByCode(
  { database, services }: ApplicantContext,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<Followed | null> {
  const hash = queryCodeHash(services.secretBox, code.slice(0, LONGEST).normalize('NFKC'));
  const wanted = plainNumber(number);
  const [application, amendment] = await Promise.all([
    database
      .selectFrom('application')
      .select(['region_id', 'application_id'])
      .where('query_code_hash', '=', hash)
      .where('registration_number', '=', wanted)
      .executeTakeFirst(),
    database
      .selectFrom('record_amendment')
      .select(['region_id', 'amendment_id'])
      .where('query_code_hash', '=', hash)
      .where('receipt_number', '=', wanted)
      .executeTakeFirst(),
  ]);
  if (application !== undefined) {
    return { regionId: application.region_id, kind: 'application', id: application.application_id };
  }
  if (amendment === undefined) return null;
  return { regionId: amendment.region_id, kind: 'recordAmendment', id: amendment.amendment_id };
}

/**
 * Opens one case for a browser.
 *
 * @returns the browser's token, of which only the hash is stored; `null` when number and code open nothing
 */
export async function startFollowing(
  context: ApplicantContext,
  typed: { readonly number: string; readonly code: string },
): Promise<string | null> {
  const { database, now } = context;
  const found = await findByCode(context, typed);
  if (found === null) return null;
  const at = now();
  const token = newSessionToken();
  await database.deleteFrom('applicant_session').where('expires_at', '<=', at).execute();
  await database
    .insertInto('applicant_session')
    .values({
      token_hash: hashSessionToken(token),
      region_id: found.regionId,
      subject: `${found.kind}/${found.id}`,
      expires_at: new Date(at.getTime() + REST_MS),
    })
    .execute();
  return token;
}

/** What the browser of a token follows; each look puts off the end. */
export async function findFollowed(
  { database, now }: ApplicantContext,
  token: string,
): Promise<Followed | null> {
  const at = now();
  const row = await database
    .updateTable('applicant_session')
    .set({ expires_at: new Date(at.getTime() + REST_MS) })
    .where('token_hash', '=', hashSessionToken(token))
    .where('expires_at', '>', at)
    .returning(['region_id', 'subject'])
    .executeTakeFirst();
  const [kind, id] = row?.subject.split('/') ?? [];
  if (row === undefined || id === undefined) return null;
  return { regionId: row.region_id, kind: kind === 'application' ? 'application' : 'recordAmendment', id };
}

export async function endFollowing({ database }: ApplicantContext, token: string): Promise<void> {
  await database.deleteFrom('applicant_session').where('token_hash', '=', hashSessionToken(token)).execute();
}
