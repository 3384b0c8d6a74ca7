import { describe, expect, it } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { caseRulesFrom, clockRulesFrom } from '../../setting/application-rules.ts';
import { settingsAt } from '../../setting/resolve.ts';
import { caseDeadlines } from '../case-deadlines.ts';
import type { OutcomeId } from '../outcome.ts';
import { historyOf } from './import-case.ts';
import type { ImportedCase } from './parse-row.ts';

const day = (text: string): CivilDate => text as CivilDate;
const settings = settingsAt('', []);
const CONTEXT = {
  calendar: createCalendar(OFFICIAL_YEARS),
  clockRules: clockRulesFrom(settings),
  caseRules: caseRulesFrom(settings),
  today: day('2026-11-21'),
  actor: { id: 'a', roles: ['disclosureOfficer'] as const },
};

const imported = (receiptDate: string, result: { outcome: OutcomeId; on: string } | null): ImportedCase => ({
  registrationNumber: '1',
  channel: 'counter',
  sentOn: null,
  arrivedOn: day(receiptDate),
  receiptDate: day(receiptDate),
  form: {
    applicant: {
      kind: 'naturalPerson',
      name: '赵测试甲',
      identityType: null,
      identityNumber: null,
      creditCode: null,
      legalRepresentative: null,
      contactPerson: null,
      address: null,
      postcode: null,
      phone: null,
      fax: null,
      email: null,
    },
    agent: null,
    description: '内容',
    supplyForm: 'paper',
    supplyWay: 'post',
    acceptsOtherWay: false,
    helpNeeded: null,
  },
  result: result && { outcome: result.outcome, on: day(result.on), dueOn: null, documentNumber: null },
});

describe('the history of an imported row', () => {
  it('long before any calendar is taken as it was, with its result', () => {
    const history = historyOf(
      imported('2009-05-06', { outcome: 'granted.provided', on: '2009-06-30' }),
      CONTEXT,
    );
    if (!history.ok) throw new Error(history.error.join(''));
    const { events, state } = history.value;
    expect(events.map(({ event }) => event.type)).toEqual(['register', 'importResult']);
    expect(state.result).toEqual({ outcome: 'granted.provided', on: '2009-06-30' });
    expect([state.status, caseDeadlines(state, CONTEXT)]).toEqual(['closed', []]);
  });

  it('goes on where there is no result, with its periods', () => {
    const history = historyOf(imported('2026-11-12', null), CONTEXT);
    expect(history.ok && history.value.state.status).toBe('registered');
    expect(history.ok && caseDeadlines(history.value.state, CONTEXT).map(({ kind }) => kind)).toContain(
      '答复',
    );
  });

  it('is refused where a period would have to be counted without a calendar', () => {
    const history = historyOf(imported('2009-05-06', null), CONTEXT);
    expect(history.ok ? '' : history.error.join('')).toContain('早于系统的工作日历');
  });

  it('of every outcome is closed by it', () => {
    for (const outcome of [
      'otherHandling.withdrawn',
      'otherHandling.correctionLapsed',
      'refused.stateSecret',
    ] as const) {
      const history = historyOf(imported('2023-03-01', { outcome, on: '2023-03-20' }), CONTEXT);
      expect(history.ok && history.value.state.status).toBe('closed');
    }
  });
});
