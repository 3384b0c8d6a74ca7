import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationActInput } from '@zhaoshi/contract/routes/application-acts';
import type { ActTexts, ApplicationAct } from '@zhaoshi/domain/application/act';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { rolesInForce } from '@zhaoshi/domain/permission/can';
import type { Kysely, Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type ApplicationIds, findCase, lockCase } from '../../db/queries/application-case.ts';
import { applicationOfficers } from '../../db/queries/application-officers.ts';
import { movedDueOf } from '../../db/queries/moved-due.ts';
import type { Schema } from '../../db/schema.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { actOnCase, type CaseActor, loadState } from './act-on-case.ts';
import { approveJointly } from './approve-jointly.ts';
import { SENDING } from './case-letters.ts';

export interface ActOnApplication extends ApplicationIds {
  readonly act: ApplicationActInput;
  readonly texts: ActTexts;
}

/** The caller's act with the ids that the server gives, and what only the records know. */
export async function completeAct(
  database: Kysely<Schema>,
  ids: ApplicationIds,
  input: ApplicationActInput,
  newId: () => string,
): Promise<ApplicationAct> {
  // The contract has checked that these texts are days.
  const on = input.on as CivilDate;
  if (input.type === 'approveReply') {
    const { type, jointWith } = input;
    const joint = jointWith?.map(({ applicationId }) => applicationId);
    return { type, on, letterId: newId(), ...(joint !== undefined && { jointWith: joint }) };
  }
  const sent = { ...input, on, ...(SENDING.has(input.type) && { letterId: newId() }) };
  if (input.type === 'sendConsultation') return { ...sent, consultationId: newId() } as ApplicationAct;
  if (input.type === 'requestAssistance') return { ...sent, assistanceId: newId() } as ApplicationAct;
  if (input.type === 'tellDue') {
    // Whether there is such a day is asked before the act is done (`refuseNamed`).
    const toldOn = (await movedDueOf(database, ids))?.toldOn ?? on;
    return { ...sent, toldOn } as ApplicationAct;
  }
  if (input.type === 'linkCase') {
    const other = await findCase(database, { regionId: ids.regionId, applicationId: input.otherId });
    const givenBefore = other?.result_outcome?.startsWith('granted.') === true;
    return { ...sent, givenBefore } as ApplicationAct;
  }
  return sent as ApplicationAct;
}

/** Whom the act names and the case may not know: an officer of another organ, a case of another register. */
async function refuseNamed(
  transaction: Transaction<Schema>,
  { organ_id }: { readonly organ_id: string },
  ids: ApplicationIds,
  act: ApplicationAct,
): Promise<Rejection | null> {
  if (act.type === 'assign') {
    const officers = await applicationOfficers(transaction, { regionId: ids.regionId, organId: organ_id });
    const message = '此人在本机关没有经办申请的职责。';
    return officers.some(({ accountId }) => accountId === act.officerId)
      ? null
      : { code: 'invalid', errors: [{ pointer: '/act/officerId', message }] };
  }
  if (act.type === 'linkCase') {
    const other = await findCase(transaction, { regionId: ids.regionId, applicationId: act.otherId });
    const isKnown = other?.organ_id === organ_id && act.otherId !== ids.applicationId;
    const message = '本机关的登记簿中没有这件申请，或者是它自己。';
    return isKnown ? null : { code: 'invalid', errors: [{ pointer: '/act/otherId', message }] };
  }
  if (act.type === 'tellDue' && (await movedDueOf(transaction, ids)) === null) {
    return { code: 'state-refuses', detail: '答复期限没有变动，或者已经告知，不需要再告知。' };
  }
  return null;
}

/** All cases of an act before anything else, in one order: two who act on the same ones wait for each other. */
async function lockInOrder(
  transaction: Transaction<Schema>,
  regionId: string,
  cases: readonly { readonly applicationId: string }[],
): Promise<void> {
  for (const id of cases.map(({ applicationId }) => applicationId).toSorted()) {
    await transaction
      .selectFrom('application')
      .select('application_id')
      .where('region_id', '=', regionId)
      .where('application_id', '=', id)
      .forUpdate()
      .execute();
  }
}

/** What the trail keeps of an act: its facts are dates, ids and amounts; words stay sealed with the case. */
const traceOf = (act: ApplicationAct, before: string, after: string) => ({
  act: act.type,
  before: { status: before },
  after: { status: after },
});

export const officerOf = ({ caller }: Pick<ChangeContext, 'caller'>): CaseActor => ({
  id: caller.accountId,
  roles: rolesInForce(caller.actor),
});

/** Does one act on a case (architecture §2, path A). Two at once: one wins, the other is told and keeps what was typed. */
export async function actOnApplication(
  context: ChangeContext & { readonly services: Pick<Services, 'secretBox'> },
  { regionId, applicationId, act: input, texts }: ActOnApplication,
): Promise<Result<ApplicationIds, Rejection>> {
  const { change, reaches, expectedVersion, now, newId, services } = context;
  const box: SecretBox = services.secretBox;
  const ids = { regionId, applicationId };
  return await change(async (transaction) => {
    const others = input.type === 'approveReply' ? (input.jointWith ?? []) : [];
    await lockInOrder(transaction, regionId, [ids, ...others]);
    const row = await lockCase(transaction, ids);
    if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
    if (row.version !== expectedVersion) return err({ code: 'stale', current: ids });
    const act = await completeAct(transaction, ids, input, newId);
    const unknown = await refuseNamed(transaction, row, ids, act);
    if (unknown !== null) return err(unknown);
    const loaded = await loadState(transaction, row, now());
    const tools = { now, newId, box };
    const command = { act, texts };
    const done =
      others.length === 0
        ? await actOnCase(transaction, loaded, command, officerOf(context), tools)
        : await approveJointly(transaction, { loaded, command, others }, officerOf(context), tools);
    if (!done.ok) return done;
    return ok({
      value: ids,
      subject: `application/${applicationId}`,
      organPath: row.path,
      details: traceOf(act, row.status, done.value.state.status),
    });
  });
}
