import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { plantOrgan } from './organ-samples.ts';

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

export const APPLICATION_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'applications.register': { 'state-refuses': village },
    'applications.act': { 'state-refuses': tooEarly },
    'applications.approvalSheet': { 'state-refuses': notDrafted },
  };
