import type { Rejection } from '@zhaoshi/contract/problems';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { Transaction } from 'kysely';
import { lockCase } from '../../db/queries/application-case.ts';
import { applicationOfficers } from '../../db/queries/application-officers.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { officerOf } from './act-on-application.ts';
import { actOnCase, loadState } from './act-on-case.ts';

export interface AssignCases extends OrganIds {
  readonly officerId: string;
  readonly cases: readonly { readonly applicationId: string; readonly version: number }[];
}

interface RefusedCase {
  readonly applicationId: string;
  readonly registrationNumber: string;
  readonly reason: string;
}

export interface AssignedCases {
  readonly assigned: number;
  readonly refused: readonly RefusedCase[];
}

type Context = ChangeContext & { readonly services: Pick<Services, 'secretBox'> };

const wordsOf = ({ detail, errors = [] }: Rejection): string =>
  detail ?? errors.map(({ message }) => message).join('');

/** Assigns one case by its own act; `null`, or what stands against it. */
async function assignOne(
  transaction: Transaction<Schema>,
  context: Context,
  { regionId, organId, officerId }: Omit<AssignCases, 'cases'>,
  { applicationId, version }: AssignCases['cases'][number],
): Promise<RefusedCase | null> {
  const { now, newId, services } = context;
  const row = await lockCase(transaction, { regionId, applicationId });
  if (row === undefined || row.organ_id !== organId) {
    return { applicationId, registrationNumber: '', reason: '本机关的登记簿中没有这件申请。' };
  }
  const refused = (reason: string): RefusedCase => ({
    applicationId,
    registrationNumber: row.registration_number,
    reason,
  });
  if (row.version !== version) return refused('别人刚刚办理过这件申请，请核对最新情况后再指定。');
  const act = { type: 'assign', on: civilDateAt(now()), officerId } as const;
  const loaded = await loadState(transaction, row, now());
  const done = await actOnCase(transaction, loaded, { act, texts: {} }, officerOf(context), {
    now,
    newId,
    box: services.secretBox,
  });
  return done.ok ? null : refused(wordsOf(done.error));
}

/** Gives several cases to one officer at once; what cannot be given is said case by case, the others are given. */
export async function assignCases(
  context: Context,
  { regionId, organId, officerId, cases }: AssignCases,
): Promise<Result<AssignedCases, Rejection>> {
  const { change, reaches } = context;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
    const officers = await applicationOfficers(transaction, { regionId, organId });
    if (!officers.some(({ accountId }) => accountId === officerId)) {
      const message = '此人在本机关没有经办申请的职责。';
      return err({ code: 'invalid', errors: [{ pointer: '/officerId', message }] });
    }
    const refused: RefusedCase[] = [];
    // In one order, so that two who assign at once wait for each other and do not block each other.
    for (const one of cases.toSorted((a, b) => a.applicationId.localeCompare(b.applicationId))) {
      const answer = await assignOne(transaction, context, { regionId, organId, officerId }, one);
      if (answer !== null) refused.push(answer);
    }
    const refusedIds = new Set(refused.map(({ applicationId }) => applicationId));
    const done = cases.flatMap(({ applicationId }) => (refusedIds.has(applicationId) ? [] : [applicationId]));
    if (done.length === 0) {
      const reasons = [...new Set(refused.map(({ reason }) => reason))].join('');
      return err({ code: 'state-refuses', detail: `所选申请都没有指定：${reasons}` });
    }
    return ok({
      value: { assigned: done.length, refused },
      subject: `organ/${organId}`,
      organPath: organ.path,
      details: { officer: officerId, applications: done },
    });
  });
}
