// Changes of people and organs through `context.change`, as the interface runs them.
import { randomUUID } from 'node:crypto';
import type { SecretBox } from '../src/adapters/secret-box/secret-box.ts';
import { createRunChange } from '../src/db/run-change.ts';
import { requestMessage } from '../src/jobs/messages/request-message.ts';
import type { ChangeContext, UseCaseContext } from '../src/use-cases/context.ts';
import { editOrgan } from '../src/use-cases/organs/edit-organ.ts';

interface Place {
  readonly region_id: string;
  readonly organ_id: string;
  readonly path: string;
}

/** Who calls: an account of the writer's own, made without a change. */
async function makeCaller({ database, now }: UseCaseContext): Promise<string> {
  const accountId = randomUUID();
  const name = `caller-${accountId.slice(0, 8)}`;
  await database
    .insertInto('account')
    .values({
      account_id: accountId,
      login_name: name,
      display_name: name,
      password_hash: null,
      password_changed_at: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      locked_until: null,
      disabled_at: null,
      created_at: now(),
    })
    .execute();
  return accountId;
}

function runChange(
  context: UseCaseContext,
  box: SecretBox,
  accountId: string,
  event: 'account.create' | 'organ.edit',
  { path }: Place,
) {
  return createRunChange(context, {
    actor: accountId,
    event,
    actingFor: path,
    sessionId: null,
    call: {
      accountId,
      key: randomUUID(),
      route: 'test',
      request: 'none',
      hasSecret: false,
      reaches: () => true,
      reached: new Set(),
      box,
    },
  });
}

/** An account, its role, a message to it and the job that sends it: in one change. */
async function appoint(
  context: UseCaseContext,
  secretBox: SecretBox,
  callerId: string,
  place: Place,
): Promise<string> {
  const accountId = randomUUID();
  const loginName = `w${accountId.slice(0, 30)}`;
  const { now } = context;
  const result = await runChange(
    context,
    secretBox,
    callerId,
    'account.create',
    place,
  )(async (transaction) => {
    await transaction
      .insertInto('account')
      .values({
        account_id: accountId,
        login_name: loginName,
        display_name: '李测试',
        password_hash: null,
        password_changed_at: null,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        locked_until: null,
        disabled_at: null,
        created_at: now(),
      })
      .execute();
    const { region_id, organ_id } = place;
    await transaction
      .insertInto('membership')
      .values({
        region_id,
        membership_id: randomUUID(),
        organ_id,
        account_id: accountId,
        role: 'drafter',
        granted_at: now(),
        revoked_at: null,
      })
      .execute();
    await requestMessage(
      transaction,
      {
        regionId: region_id,
        organId: organ_id,
        channel: 'mail',
        recipient: `account/${accountId}`,
        address: 'nobody@example.invalid',
        template: 'system.test',
        values: { organName: '测试机关' },
      },
      { ...context, services: { secretBox } },
    );
    return {
      ok: true,
      value: { value: { accountId }, subject: `account/${accountId}`, personal: { loginName } },
    };
  });
  if (!result.ok) throw new Error(result.error.code);
  return accountId;
}

const NO_CONTACT = {
  address: null,
  postcode: null,
  officeHours: null,
  phone: null,
  fax: null,
  email: null,
  website: null,
  responsiblePerson: null,
};

async function rename(
  context: UseCaseContext,
  box: SecretBox,
  callerId: string,
  place: Place,
  version: number,
): Promise<void> {
  const { region_id: regionId, organ_id: organId, path } = place;
  const change: ChangeContext = {
    ...context,
    caller: {
      accountId: callerId,
      sessionId: '',
      displayName: '',
      loginName: '',
      organ: { regionId, organId },
      actor: { roles: ['administrator'], path, jurisdiction: path, secondFactor: true },
    },
    change: runChange(context, box, callerId, 'organ.edit', place),
    reaches: () => true,
    expectedVersion: version,
  };
  const result = await editOrgan(change, {
    regionId,
    organId,
    name: `测试机关${version + 1}`,
    contact: NO_CONTACT,
  });
  if (!result.ok) throw new Error(result.error.code);
}

/** Appoints people and renames an organ in turns, for ever; tells each acknowledged change. */
export async function writeChanges(
  context: UseCaseContext,
  secretBox: SecretBox,
  place: Place,
  tell: (acknowledged: object) => void,
): Promise<never> {
  const callerId = await makeCaller(context);
  for (;;) {
    tell({ accountId: await appoint(context, secretBox, callerId, place) });
    const { version } = await context.database
      .selectFrom('organ')
      .select('version')
      .where('organ_id', '=', place.organ_id)
      .executeTakeFirstOrThrow();
    await rename(context, secretBox, callerId, place, version);
    tell({ organId: place.organ_id, version: version + 1 });
  }
}
