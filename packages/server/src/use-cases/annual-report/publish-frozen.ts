import type { Rejection } from '@zhaoshi/contract/problems';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { withoutUnseen } from '@zhaoshi/domain/kernel/unseen';
import type { Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Caller, ChangeContext } from '../context.ts';
import { asRead } from './freeze-report.ts';
import type { LoadedReport } from './loaded-report.ts';
import { type PublishRejection, publishReportWithin } from './publish-report.ts';

/** Why a report did not become public, for a person. */
export function publishRejectionOf(rejected: PublishRejection): Rejection {
  switch (rejected.code) {
    case 'organ-unknown':
      return { code: 'not-found' };
    case 'year-differs':
      return { code: 'state-refuses', detail: `报告写的是${rejected.found}年，与公布的年度不一致。` };
    case 'unchanged':
      return { code: 'state-refuses', detail: '与已经公布的内容完全相同，没有需要更正的。' };
    default:
      return assertNever(rejected);
  }
}

/** The public reason of the restatement that is under way; of a first edition there is none. */
const restatementReason = ({ state, events }: Pick<LoadedReport, 'state' | 'events'>): string | null =>
  state.restatedSince === null
    ? null
    : (events
        .findLast(({ type }) => type === 'restate')
        ?.texts['reason']?.split('\n')
        .map(withoutUnseen)
        .join('\n') ?? null);

/** Makes public what was frozen, signed and accepted, as the next version of the report. */
export async function publishFrozen(
  transaction: Transaction<Schema>,
  {
    caller,
    now,
    newId,
  }: Pick<ChangeContext, 'now' | 'newId'> & { readonly caller: Pick<Caller, 'accountId'> },
  loaded: LoadedReport,
): Promise<Result<null, Rejection>> {
  const reason = restatementReason(loaded);
  const published = await publishReportWithin(
    transaction,
    {
      actor: caller.accountId,
      ...loaded.key,
      read: asRead(loaded.report),
      ...(reason !== null && { restatedFor: reason }),
    },
    { now, newId },
  );
  return published.ok ? ok(null) : err(publishRejectionOf(published.error));
}
