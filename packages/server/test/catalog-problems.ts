import type { ProblemCode } from '@zhaoshi/contract/problems';
import { manyAtOnce } from './application-problems.ts';
import { plantCase } from './application-samples.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { fileForm } from './file-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { pdf } from './sample-files.ts';

/** A village is no organ in law: it keeps no catalogue and has no guide. */
const village =
  (role: 'disclosureOfficer' | 'disclosureOfficeHead'): Provoke =>
  async ({ usual }, subject) => {
    const home = await plantOrgan(usual, usual.township, 'village');
    return await callWith(usual, subject, {
      request: { params: { regionId: home.regionId, organId: home.organId } },
      cookie: await usual.signedIn(home, role),
    });
  };

/** A file of this name and content in the place of the sheet. */
const uploaded =
  (name: string, content: Buffer): Provoke =>
  async ({ usual }, subject) => {
    const { body, type } = fileForm(name, content);
    return await callWith(usual, subject, { request: { body }, headers: { 'content-type': type } });
  };

/** The same call twice, the second a new one. */
const twice: Provoke = async ({ usual }, { route, sample }) => {
  const { accountId, cookie, home } = await someoneWhoMay(usual, { route, sample });
  const { request } = await sample.prepare(usual, home, accountId);
  await usual.call(route, request as never, cookie);
  return await usual.call(route, request as never, cookie);
};

/** A case that nobody refused. */
const notRefused: Provoke = async ({ usual }, subject) => {
  const { regionId, applicationId } = await plantCase(usual, usual.county);
  return await callWith(usual, subject, { request: { params: { regionId, applicationId } } });
};

export const CATALOG_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> = {
  'itemCatalog.checkImport': {
    unavailable: manyAtOnce,
    malformed: async ({ usual }, subject) =>
      await callWith(usual, subject, { request: { body: Buffer.from('') } }),
    'state-refuses': village('disclosureOfficeHead'),
    'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024)),
    'unsupported-type': uploaded('目录.pdf', pdf()),
  },
  'itemCatalog.runImport': { 'state-refuses': twice },
  'coverage.state': { 'state-refuses': twice },
  'guide.compose': { 'state-refuses': village('disclosureOfficer') },
  'guide.compilation': {
    'state-refuses': async ({ usual }, subject) =>
      await callWith(usual, subject, { request: { body: { kinds: ['budget'] } } }),
  },
  'reevaluation.record': { 'state-refuses': notRefused },
};
