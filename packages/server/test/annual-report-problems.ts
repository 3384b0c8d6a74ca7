import type { ProblemCode } from '@zhaoshi/contract/problems';
import { FRESH_SECOND_FACTOR_MINUTES } from '@zhaoshi/domain/identity/fresh-second-factor';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { Role } from '@zhaoshi/domain/permission/roles';
import { plantReport } from './annual-report-desk.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke } from './common-problems.ts';

const SHA = 'a'.repeat(64);

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

/** Somebody changes what has been frozen for the signature. */
const frozen: Provoke = async ({ usual }, subject) => {
  const { key, version } = await plantReport(usual, usual.county, 'inSignature');
  return await callWith(usual, subject, { request: { params: key }, headers: ifMatch(version) });
};

/** Somebody takes back what nobody has asked a signature for; or gives a reason for what is not found. */
const notAsked: Provoke = async ({ usual }, subject) => {
  const { key, version } = await plantReport(usual, usual.county, 'drafting');
  return await callWith(usual, subject, { request: { params: key }, headers: ifMatch(version) });
};

const notFound: Provoke = async ({ usual }, subject) => {
  const { key } = await plantReport(usual, usual.county, 'drafting');
  return await callWith(usual, subject, { request: { params: { ...key, findingId: '0'.repeat(16) } } });
};

async function signedInLongAgo(world: World, organ: WorldOrgan, role: Role): Promise<string> {
  const accountId = await world.newPerson(organ, [role]);
  const cookie = await world.sessionOf(accountId);
  const before = new Date(
    world.database.context.now().getTime() - 2 * FRESH_SECOND_FACTOR_MINUTES * MINUTE_MS,
  );
  await world.database.server
    .updateTable('session')
    .set({ created_at: before })
    .where('account_id', '=', accountId)
    .execute();
  return cookie;
}

/** Whoever signs or publishes signed in too long ago. */
const longAgo =
  (role: Role, type: 'sign' | 'publish'): Provoke =>
  async ({ usual }, subject) => {
    const { key, version } = await plantReport(usual, usual.county, 'inSignature');
    return await callWith(usual, subject, {
      request: { params: key, body: { act: { type, sha256: SHA }, texts: {} } },
      headers: ifMatch(version),
      cookie: await signedInLongAgo(usual, usual.county, role),
    });
  };

export const ANNUAL_REPORT_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'annualReports.save': { 'state-refuses': frozen },
  'annualReports.act': { 'state-refuses': notAsked, 'second-factor-again': longAgo('leader', 'sign') },
  'annualReports.receive': {
    'state-refuses': notAsked,
    'second-factor-again': longAgo('supervisor', 'publish'),
  },
  'annualReports.waive': { 'state-refuses': notFound },
  'annualReports.explainReceived': { 'state-refuses': notFound },
  'annualReports.confirm': { 'state-refuses': notFound },
};
