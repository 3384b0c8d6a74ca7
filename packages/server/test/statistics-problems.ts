import type { ProblemCode } from '@zhaoshi/contract/problems';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { village } from './problem-ways.ts';
import { plantFigure, STATISTIC_YEAR } from './statistics-samples.ts';

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
const seenBefore: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const { entryId } = await plantFigure(usual, home);
  const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 7 }] };
  return await callWith(usual, subject, { request: { body } });
};

/** A figure of a month that is still running. */
const stillRunning: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const { entryId } = await plantFigure(usual, home, { month: 11 });
  const body = { year: STATISTIC_YEAR, figures: [{ entryId, version: 1 }] };
  return await callWith(usual, subject, { request: { body } });
};

export const STATISTICS_PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>> =
  {
    'statistics.enter': { conflict: enteredMeanwhile, 'state-refuses': village('disclosureOfficer') },
    'statistics.signOff': { conflict: seenBefore, 'state-refuses': stillRunning },
    'normative.register': { 'state-refuses': village('disclosureOfficer') },
  };
