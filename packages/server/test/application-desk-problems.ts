import { randomUUID } from 'node:crypto';
import type { ProblemCode } from '@zhaoshi/contract/problems';
import { savedViewRoutes } from '@zhaoshi/contract/routes/saved-views';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';

/** Everything that is chosen was worked on by somebody else meanwhile. */
const allChanged: Provoke = async ({ usual }, subject) => {
  const { county } = usual;
  const officerId = await usual.newPerson(county, ['drafter']);
  const { applicationId } = await plantCase(usual, county);
  return await callWith(usual, subject, {
    request: { body: { officerId, cases: [{ applicationId, version: 7 }] } },
  });
};

const sameName: Provoke = async ({ usual }, subject) => {
  const cookie = await usual.signedIn(usual.county, 'drafter');
  const body = { name: '本周到期', filter: {} };
  await usual.call(savedViewRoutes.save, { body }, cookie);
  return await callWith(usual, subject, { request: { body }, cookie });
};

const unknownView: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, { request: { params: { viewId: randomUUID() } } });

export const APPLICATION_DESK_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'applications.assignMany': { 'state-refuses': allChanged },
  'savedView.save': { 'state-refuses': sameName },
  'savedView.remove': { 'not-found': unknownView },
};
