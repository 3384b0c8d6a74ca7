import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke } from './common-problems.ts';
import { again, manyAtOnce, noFile, uploaded, village } from './problem-ways.ts';
import { pdf } from './sample-files.ts';

/** A case that nobody refused. */
const notRefused: Provoke = async ({ usual }, subject) => {
  const { regionId, applicationId } = await plantCase(usual, usual.county);
  return await callWith(usual, subject, { request: { params: { regionId, applicationId } } });
};

export const CATALOG_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'itemCatalog.checkImport': {
    unavailable: manyAtOnce,
    malformed: noFile,
    'state-refuses': village('disclosureOfficeHead'),
    'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024)),
    'unsupported-type': uploaded('目录.pdf', pdf()),
  },
  'itemCatalog.runImport': { 'state-refuses': again() },
  'coverage.state': { 'state-refuses': again() },
  'guide.compose': { 'state-refuses': village('disclosureOfficer') },
  'guide.compilation': {
    'state-refuses': async ({ usual }, subject) =>
      await callWith(usual, subject, { request: { body: { kinds: ['budget'] } } }),
  },
  'reevaluation.record': { 'state-refuses': notRefused },
  'reevaluation.stateTrigger': {
    'state-refuses': async ({ usual }, subject) => {
      const { regionId, applicationId } = await plantCase(usual, usual.county);
      const params = { regionId, kind: 'application', thingId: applicationId };
      return await callWith(usual, subject, { request: { params } });
    },
  },
};
