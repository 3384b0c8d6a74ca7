import type { Rejection } from '@zhaoshi/contract/problems';
import type { IdentityCheck } from '@zhaoshi/domain/application/identity-check';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type ApplicationIds, lockCase } from '../../db/queries/application-case.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { newQueryCode, queryCodeHash } from './insert-application.ts';

const purposeOf = (issueId: string): string => `query-code-issue/${issueId}`;

export interface IssueQueryCode extends ApplicationIds {
  readonly check: IdentityCheck;
  readonly note: string;
}

export interface IssuedQueryCode {
  readonly registrationNumber: string;
  readonly queryCode: string;
  /** The case with its version after it. */
  readonly raised: ApplicationIds & { readonly version: number };
}

/**
 * Gives the applicant of a case a new query code, after the office has made sure who asks: for a case of an old
 * register, whose applicant was never told one, or when it was lost. The former code opens nothing from then on, nor
 * does what was opened with it: who lost it may not be who uses it.
 */
export async function issueQueryCode(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { check, note, ...ids }: IssueQueryCode,
): Promise<Result<IssuedQueryCode, Rejection>> {
  const { change, reaches, expectedVersion, now, newId, caller, services } = context;
  const { secretBox: box } = services;
  const { regionId, applicationId } = ids;
  return await change(async (transaction) => {
    const row = await lockCase(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const queryCode = newQueryCode();
    const issueId = newId();
    await transaction
      .updateTable('application')
      .set({ query_code_hash: queryCodeHash(box, queryCode), version: row.version + 1 })
      .where('region_id', '=', regionId)
      .where('application_id', '=', applicationId)
      .execute();
    await transaction
      .insertInto('query_code_issue')
      .values({
        region_id: regionId,
        application_id: applicationId,
        issue_id: issueId,
        issued_at: now(),
        account_id: caller.accountId,
        identity_check: check,
        sealed: box.seal(note, purposeOf(issueId)),
      })
      .execute();
    await transaction
      .deleteFrom('applicant_session')
      .where('region_id', '=', regionId)
      .where('subject', '=', `application/${applicationId}`)
      .execute();
    return ok({
      value: {
        registrationNumber: row.registration_number,
        queryCode,
        raised: { ...ids, version: row.version + 1 },
      },
      subject: `application/${applicationId}`,
      organPath: row.path,
      details: { identityCheck: check },
    });
  });
}

/** Every time a code was issued anew, the last first. */
export async function queryCodeIssues(
  database: Kysely<Schema>,
  { regionId, applicationId }: ApplicationIds,
  box: SecretBox,
) {
  const rows = await database
    .selectFrom('query_code_issue')
    .innerJoin('account', 'account.account_id', 'query_code_issue.account_id')
    .selectAll('query_code_issue')
    .select('account.display_name')
    .where('region_id', '=', regionId)
    .where('application_id', '=', applicationId)
    .orderBy('issued_at', 'desc')
    .execute();
  return rows.map((row) => ({
    issuedAt: row.issued_at.toISOString(),
    issuedBy: row.display_name,
    check: row.identity_check,
    note: box.open(row.sealed, purposeOf(row.issue_id)),
  }));
}
