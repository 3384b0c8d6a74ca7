import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { again, manyAtOnce, noFile, uploaded, village } from './problem-ways.ts';
import { pdf } from './sample-files.ts';

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
    'applications.register': { 'state-refuses': village('disclosureOfficer') },
    'applications.act': { 'state-refuses': tooEarly },
    'applications.checkImport': {
      unavailable: manyAtOnce,
      malformed: noFile,
      'state-refuses': village('disclosureOfficer'),
      'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024)),
      'unsupported-type': uploaded('登记簿.pdf', pdf()),
    },
    'applications.runImport': { 'state-refuses': again() },
    'applications.split': { 'state-refuses': unconfirmed },
    'applications.approvalSheet': { 'state-refuses': notDrafted },
  };
