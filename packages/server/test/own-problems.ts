import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import { ANNUAL_REPORT_DOWNLOAD_PROBLEMS } from './annual-report-download-problems.ts';
import { ANNUAL_REPORT_FILE_PROBLEMS } from './annual-report-file-problems.ts';
import { ANNUAL_REPORT_PROBLEMS } from './annual-report-problems.ts';
import type { Answer, World, WorldOrgan } from './api-world.ts';
import { APPLICATION_DESK_PROBLEMS } from './application-desk-problems.ts';
import { APPLICATION_FILE_PROBLEMS } from './application-file-problems.ts';
import { APPLICATION_PROBLEMS } from './application-problems.ts';
import { ASSESSMENT_PROBLEMS } from './assessment-samples.ts';
import { plantProposal } from './calendar-samples.ts';
import { CATALOG_PROBLEMS } from './catalog-problems.ts';
import { CHANNEL_PROBLEMS_ONE } from './channel-problems-one.ts';
import { CHANNEL_PROBLEMS_TWO } from './channel-problems-two.ts';
import { callWith, type Provoke, type Subject, someoneWhoMay } from './common-problems.ts';
import { COMPLAINT_PROBLEMS } from './complaint-samples.ts';
import { DISPUTE_FILE_PROBLEMS } from './dispute-file-samples.ts';
import { DISPUTE_PROBLEMS } from './dispute-samples.ts';
import { DOCUMENT_ATTACHMENT_PROBLEMS } from './document-attachment-samples.ts';
import { DOCUMENT_PROBLEMS } from './document-problems.ts';
import { plantFile } from './file-samples.ts';
import { giveIdentity, ticketOf } from './identity-samples.ts';
import { INSPECTION_PROBLEMS } from './inspection-samples.ts';
import { plantDeadJob } from './job-samples.ts';
import { OPINION_PROBLEMS } from './opinion-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { noFile, unscanned, uploaded } from './problem-ways.ts';
import { PUBLIC_VOICE_PROBLEMS } from './public-voice-samples.ts';
import { pdf } from './sample-files.ts';
import { STATISTICS_PROBLEMS } from './statistics-problems.ts';
import { SURVEY_PROBLEMS } from './survey-samples.ts';
import { VILLAGE_PROBLEMS } from './village-samples.ts';
import { WORK_RECORD_PROBLEMS } from './work-record-samples.ts';

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

const withRequest =
  (request: object, headers: Readonly<Record<string, string>> = {}): Provoke =>
  async ({ usual }, subject) =>
    await callWith(usual, subject, { request, headers });

/** The sample as it is for a caller who was given nothing. */
const unprepared: Provoke = async ({ usual }, { route, sample }) => {
  const person = await someoneWhoMay(usual, { route, sample });
  const { request, headers } = await sample.prepare(usual, person.home, null);
  return await usual.call(route, request as never, person.cookie, headers);
};

const alone: Provoke = async (worlds, subject) => await callWith(worlds.alone, subject);
const asItIs: Provoke = async ({ usual }, subject) => await callWith(usual, subject);

/** The sample's own request, after something happened. */
async function after(
  world: World,
  { route, sample }: Subject,
  happen: (person: Awaited<ReturnType<typeof someoneWhoMay>>, request: never) => Promise<object | undefined>,
): Promise<Answer> {
  const person = await someoneWhoMay(world, { route, sample });
  const right = await sample.prepare(world, person.home, person.accountId);
  const changed = await happen(person, right.request as never);
  return await world.call(route, { ...right.request, ...changed } as never, person.cookie, right.headers);
}

interface About {
  readonly params: { readonly accountId: string; readonly organId: string; readonly regionId: string };
  readonly body: object;
}

/** Closes the organ that the sample is about, without a statement. */
const closed: Provoke = async ({ usual }, subject) => {
  const organ = await plantOrgan(usual, usual.county, 'department');
  await usual.database.server
    .updateTable('organ')
    .set({ valid_to: '2025-01-01' })
    .where('organ_id', '=', organ.organId)
    .execute();
  return await callWith(usual, subject, {
    request: { params: { ...idsOf(organ) } },
    headers: { 'if-match': '"1"' },
    cookie: await usual.signedIn(usual.county, 'administrator'),
  });
};

/** A village is no organ in law. */
const village: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, {
    request: { params: idsOf(await plantOrgan(usual, usual.township, 'village')) },
    headers: { 'if-match': '"1"' },
    cookie: await usual.signedIn(usual.county, 'administrator'),
  });

const range = { range: 'bytes=999999-' };

/** Problems that a route names, and those that its shape does not provoke by itself. */
export const OWN_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  ...ANNUAL_REPORT_DOWNLOAD_PROBLEMS,
  ...ANNUAL_REPORT_FILE_PROBLEMS,
  ...ANNUAL_REPORT_PROBLEMS,
  ...APPLICATION_PROBLEMS,
  ...APPLICATION_DESK_PROBLEMS,
  ...CATALOG_PROBLEMS,
  ...COMPLAINT_PROBLEMS,
  ...INSPECTION_PROBLEMS,
  ...ASSESSMENT_PROBLEMS,
  ...DISPUTE_PROBLEMS,
  ...SURVEY_PROBLEMS,
  ...WORK_RECORD_PROBLEMS,
  ...DISPUTE_FILE_PROBLEMS,
  ...OPINION_PROBLEMS,
  ...STATISTICS_PROBLEMS,
  ...APPLICATION_FILE_PROBLEMS,
  ...CHANNEL_PROBLEMS_ONE,
  ...CHANNEL_PROBLEMS_TWO,
  ...DOCUMENT_PROBLEMS,
  ...DOCUMENT_ATTACHMENT_PROBLEMS,
  ...PUBLIC_VOICE_PROBLEMS,
  ...VILLAGE_PROBLEMS,
  'calendar.editYear': {
    conflict: async ({ usual }, subject) =>
      await after(usual, subject, async ({ home }) => {
        await plantProposal(usual, home);
        return undefined;
      }),
  },
  'calendar.confirmYear': {
    // One's own.
    'state-refuses': async ({ usual }, subject) =>
      await after(usual, subject, async ({ accountId, home }) => ({
        params: { ...idsOf(home), ...(await plantProposal(usual, home, accountId)) },
      })),
  },
  'calendar.withdrawYear': {
    'state-refuses': async ({ usual }, subject) =>
      await after(usual, subject, ({ home }) =>
        Promise.resolve({ params: { ...idsOf(home), year: 2027, proposalId: randomUUID() } }),
      ),
  },
  'ownAccount.confirmSecondFactor': { 'state-refuses': unprepared },
  'ownAccount.renewRecoveryCodes': {
    'state-refuses': async ({ usual }, subject) =>
      await after(usual, subject, async ({ accountId }) => {
        await usual.database.server
          .updateTable('account')
          .set({ totp_secret: null, totp_confirmed_at: null })
          .where('account_id', '=', accountId)
          .execute();
        return undefined;
      }),
  },
  'ownAccount.endSession': { 'not-found': withRequest({ params: { sessionId: randomUUID() } }) },
  'ownAccount.linkIdentity': { 'state-refuses': alone, unavailable: unscanned },
  'ownAccount.confirmIdentity': {
    conflict: async ({ usual }, subject) => {
      const [person, other] = [await someoneWhoMay(usual, subject), await someoneWhoMay(usual, subject)];
      const taken = randomUUID();
      const confirm = async ({ accountId, cookie }: typeof person) => {
        const body = { ticket: await ticketOf(usual, accountId, taken) };
        return await usual.call(subject.route, { body } as never, cookie);
      };
      await confirm(other);
      return await confirm(person);
    },
    'state-refuses': withRequest({ body: { ticket: 'made up' } }),
  },
  'ownAccount.unlinkIdentity': {
    'not-found': withRequest({ params: { identityId: randomUUID() } }),
    'state-refuses': async ({ usual }, subject) => {
      const person = await someoneWhoMay(usual, subject);
      const identityId = await giveIdentity(usual, person.accountId);
      return await usual.call(subject.route, { params: { identityId } } as never, person.cookie);
    },
  },
  'account.create': {
    conflict: async ({ usual }, subject) =>
      await after(usual, subject, async ({ accountId }, { body }: About) => {
        const taken = await usual.database.server
          .selectFrom('account')
          .select('login_name')
          .where('account_id', '=', accountId)
          .executeTakeFirstOrThrow();
        return { body: { ...body, loginName: taken.login_name } };
      }),
  },
  'account.resetPassword': {
    'state-refuses': async ({ usual }, subject) =>
      await after(usual, subject, async (_person, { params }: About) => {
        await usual.database.server
          .updateTable('account')
          .set({ disabled_at: new Date() })
          .where('account_id', '=', params.accountId)
          .execute();
        return undefined;
      }),
  },
  'account.grant': {
    conflict: async ({ usual }, subject) =>
      await after(usual, subject, (_person, { body }: About) =>
        Promise.resolve({ body: { ...body, role: 'drafter' } }),
      ),
  },
  'account.linkIdentity': {
    'state-refuses': alone,
    conflict: async ({ usual }, subject) =>
      await after(usual, subject, async ({ accountId }) => ({
        body: { subject: await giveIdentity(usual, accountId) },
      })),
  },
  'audit.checkpoint': { 'not-found': withRequest({ params: { day: '2000-01-01' } }) },
  'disclosureOffice.edit': { 'state-refuses': village },
  'leadingGroup.edit': { 'state-refuses': village },
  'file.upload': {
    unavailable: unscanned,
    malformed: noFile,
    'too-large': uploaded('大.pdf', Buffer.concat([pdf(), Buffer.alloc(2 * 1024 * 1024)])),
    'unsupported-type': uploaded('程序.exe', Buffer.from('MZ')),
  },
  'file.download': {
    'range-refused': withRequest({}, range),
    unavailable: async ({ usual }, subject) =>
      await after(usual, subject, async ({ home }) => {
        const params = await plantFile(usual, home);
        const { storage_key } = await usual.database.server
          .selectFrom('file')
          .select('storage_key')
          .where('file_id', '=', params.fileId)
          .executeTakeFirstOrThrow();
        await usual.services.files.storage.remove(storage_key);
        return { params };
      }),
  },
  'job.retry': {
    'not-found': withRequest({ params: { jobId: randomUUID() } }),
    'state-refuses': async ({ usual }, subject) => {
      const jobId = await plantDeadJob(usual);
      await callWith(usual, subject, { request: { params: { jobId } } });
      return await callWith(usual, subject, { request: { params: { jobId } } });
    },
  },
  'message.sendTest': {
    'too-many': async ({ usual }, subject) => {
      const { cookie } = await someoneWhoMay(usual, subject);
      for (let sent = 0; sent < 5; sent += 1) await callWith(usual, subject, { cookie });
      return await callWith(usual, subject, { cookie });
    },
  },
  'organ.list': {
    'not-found': async ({ usual }, subject) => {
      const { regionId, organId } = usual.otherCounty;
      return await callWith(usual, subject, {
        request: { query: { parentRegionId: regionId, parentId: organId } },
      });
    },
  },
  'organ.createRegion': {
    'state-refuses': async ({ usual }, subject) =>
      await callWith(usual, subject, { request: { params: idsOf(usual.office) } }),
  },
  'organ.close': { 'state-refuses': closed },
  'organ.move': {
    'state-refuses': async ({ usual }, subject) => {
      const { version } = await usual.database.server
        .selectFrom('organ')
        .select('version')
        .where('organ_id', '=', usual.county.organId)
        .executeTakeFirstOrThrow();
      return await callWith(usual, subject, {
        request: { params: idsOf(usual.county), body: { parentId: usual.office.organId } },
        headers: { 'if-match': `"${version}"` },
      });
    },
  },
  'organ.removeSuccession': {
    'state-refuses': async ({ usual }, subject) => {
      const organ = await plantOrgan(usual, usual.county, 'department');
      const right = await subject.sample.prepare(usual, organ, null);
      await usual.database.server
        .updateTable('organ')
        .set({ valid_to: '2025-01-01' })
        .where('organ_id', '=', organ.organId)
        .execute();
      return await callWith(usual, subject, { request: right.request, headers: { ...right.headers } });
    },
  },
  'reportingUnit.start': {
    conflict: async ({ usual }, subject) =>
      await after(usual, subject, async (person, request) => {
        await usual.call(subject.route, request, person.cookie);
        return undefined;
      }),
  },
  'session.signIn': {
    'not-signed-in': withRequest({ body: { loginName: 'nobody', password: 'wrong' } }),
  },
  'session.confirmSecondFactor': {
    'state-refuses': async ({ usual }, subject) =>
      await callWith(usual, subject, { cookie: await usual.signedIn(usual.county, 'drafter') }),
  },
  'session.switchOrgan': {
    'not-found': async ({ usual }, subject) => await callWith(usual, subject, { subject: usual.otherCounty }),
  },
  'signIn.setPassword': {
    'state-refuses': withRequest({ body: { token: 'x'.repeat(43), password: 'Tq7#mVx2!wRz' } }),
  },
  'signIn.setUp': { 'state-refuses': asItIs },
  'signIn.startSingleSignOn': { 'not-found': alone },
};
