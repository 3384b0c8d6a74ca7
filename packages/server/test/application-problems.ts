import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { fileForm } from './file-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { pdf } from './sample-files.ts';

/** A village answers no applications, whoever asks it to register one. */
const village: Provoke = async ({ usual }, subject) => {
  const home = await plantOrgan(usual, usual.township, 'village');
  return await callWith(usual, subject, {
    request: { params: { regionId: home.regionId, organId: home.organId } },
    cookie: await usual.signedIn(home, 'disclosureOfficer'),
  });
};

/** What cannot be done to a case that was only just registered. */
const tooEarly: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, {
    request: { body: { act: { type: 'close', on: '2026-11-20' }, texts: {} } },
  });

/** A sheet of a case of which no reply was drafted. */
const notDrafted: Provoke = async ({ usual }, subject) => {
  const { regionId, applicationId } = await plantCase(usual, usual.county);
  return await callWith(usual, subject, { request: { params: { regionId, applicationId } } });
};

/** A file of this name and content in the place of the sheet. */
const uploaded =
  (name: string, content: Buffer): Provoke =>
  async ({ usual }, subject) => {
    const { body, type } = fileForm(name, content);
    return await callWith(usual, subject, { request: { body }, headers: { 'content-type': type } });
  };

/** More files at once than are read of one person. */
export const manyAtOnce: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request, headers } = await sample.prepare(usual, home, accountId);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => usual.call(route, request as never, cookie, headers)),
  );
  const refused = answers.find(({ status }) => status === 503);
  if (refused === undefined) throw new Error('six files at once were all read');
  return refused;
};

/** The same import twice. */
const importedTwice: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request } = await sample.prepare(usual, home, accountId);
  await usual.call(route, request as never, cookie);
  return await usual.call(route, request as never, cookie);
};

/** A case whose day of receipt is not known has nothing to share with its parts. */
const unconfirmed: Provoke = async ({ usual }, subject) => {
  const { regionId, applicationId } = await plantCase(usual, usual.county, {
    channel: 'portal',
    receiptDate: null,
  });
  return await callWith(usual, subject, { request: { params: { regionId, applicationId } } });
};

export const APPLICATION_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'applications.register': { 'state-refuses': village },
    'applications.act': { 'state-refuses': tooEarly },
    'applications.checkImport': {
      unavailable: manyAtOnce,
      malformed: async ({ usual }, subject) =>
        await callWith(usual, subject, { request: { body: Buffer.from('') } }),
      'state-refuses': village,
      'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024)),
      'unsupported-type': uploaded('登记簿.pdf', pdf()),
    },
    'applications.runImport': { 'state-refuses': importedTwice },
    'applications.split': { 'state-refuses': unconfirmed },
    'applications.approvalSheet': { 'state-refuses': notDrafted },
  };
