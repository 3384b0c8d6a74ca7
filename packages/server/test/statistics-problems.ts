import type { ProblemCode } from '@zhaoshi/contract/problems';
import { plantReport } from './annual-report-desk.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { once } from './document-desk.ts';
import { manyAtOnce, noFile, uploaded, village } from './problem-ways.ts';
import { pdf } from './sample-files.ts';
import { plantFigure, plantRecord, STATISTIC_YEAR, sentRecord } from './statistics-samples.ts';

/** A figure that somebody else has entered since it was seen. */
const enteredMeanwhile: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  await plantFigure(usual, home, { kind: 'coercion', month: 4, unit: '稽查科' });
  const figure = {
    kind: 'coercion',
    month: 4,
    unit: '稽查科',
    figure: 1,
    source: '',
    reason: '',
    basedOn: null,
  };
  return await callWith(usual, subject, { request: { body: { year: STATISTIC_YEAR, figures: [figure] } } });
};

/** A version that is not the last one. */
const seenBefore =
  (more: object = {}): Provoke =>
  async ({ usual }, subject) => {
    const { home } = await someoneWhoMay(usual, subject);
    const { entryId } = await plantFigure(usual, home);
    const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 7 }], ...more };
    return await callWith(usual, subject, { request: { body } });
  };

/** A figure that was signed off meanwhile. */
const signedAlready: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const signedBy = await usual.newPerson(home, ['leader']);
  const { entryId } = await plantFigure(usual, home, { signedBy });
  const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 1 }], reason: '与台账不符' };
  return await callWith(usual, subject, { request: { body } });
};

/** A figure of a month that is still running. */
const stillRunning: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const { entryId } = await plantFigure(usual, home, { month: 11 });
  const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 1 }] };
  return await callWith(usual, subject, { request: { body } });
};

/** The report of 2023 is submitted, with its documents. */
const submitted2023 = once((world, organ) => plantReport(world, organ, 'submitted', { reportYear: 2023 }));

/** A document that the submitted report counted would end before its year. */
const countedThen =
  (body: object): Provoke =>
  async ({ usual }, subject) => {
    const { home } = await someoneWhoMay(usual, subject);
    const params = await plantRecord(usual, home);
    await submitted2023(usual, home);
    return await callWith(usual, subject, { request: { params, body } });
  };

const ENDED = { kind: 'repealed', on: '2020-01-01', ground: '示政发〔2019〕9号' };

const UPLOAD_PROBLEMS: Readonly<Partial<Record<ProblemCode, Provoke>>> = {
  unavailable: manyAtOnce,
  malformed: noFile,
  'state-refuses': village('disclosureOfficer'),
  'too-large': uploaded('大.xlsx', Buffer.alloc(2 * 1024 * 1024)),
  'unsupported-type': uploaded('数据.pdf', pdf()),
};

export const STATISTICS_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'statistics.enter': { conflict: enteredMeanwhile, 'state-refuses': village('disclosureOfficer') },
    'statistics.checkImport': UPLOAD_PROBLEMS,
    'statistics.importFailures': UPLOAD_PROBLEMS,
    'statistics.signOff': { conflict: seenBefore(), 'state-refuses': stillRunning },
    'statistics.return': { conflict: seenBefore({ reason: '与台账不符' }), 'state-refuses': signedAlready },
    'normative.register': { 'state-refuses': village('disclosureOfficer') },
    'normative.edit': { 'state-refuses': countedThen({ ...sentRecord(), end: ENDED }) },
    'normative.remove': { 'state-refuses': countedThen({ reason: '重复登记' }) },
  };
