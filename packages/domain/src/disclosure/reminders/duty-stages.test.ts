import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OFFICIAL_YEARS } from '../../calendar/official-years.ts';
import { createCalendar } from '../../calendar/working-calendar.ts';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { DUTIES, DUTY_NAMES, DUTY_STAGES } from './duties.ts';
import { dutyRoles, dutyWords, type OwedThing, stagesOf } from './duty-stages.ts';

const day = (text: string): CivilDate => text as CivilDate;
const calendar = createCalendar(OFFICIAL_YEARS);
const rules = { firstReminderDays: 10, secondReminderDays: 5, lastReminderDays: 1 };

const voice: OwedThing = {
  duty: 'voice',
  id: 'a',
  // A Friday.
  dueOn: day('2026-11-27'),
  owedFrom: day('2026-11-28'),
  warnsOn: null,
};

const stagesOn = (thing: OwedThing, today: string, owedToldOn: string | null = null) =>
  stagesOf(thing, owedToldOn === null ? null : day(owedToldOn), { calendar, rules, today: day(today) });

describe('the stages of what is owed', () => {
  test.each([
    ['11 working days before', '2026-11-12', []],
    ['10 working days before', '2026-11-13', ['first']],
    ['5 working days before', '2026-11-20', ['first', 'second']],
    ['the working day before', '2026-11-26', ['first', 'second', 'last']],
    ['on the last day', '2026-11-27', ['first', 'second', 'last']],
    ['the day after', '2026-11-28', ['owed']],
    ['long after, if nobody was told yet', '2027-03-01', ['owed']],
  ])('%s', (_, today, expected) => {
    expect(stagesOn(voice, today)).toEqual(expected);
  });

  test('a week after the word that it is owed others are told, not before', () => {
    expect(stagesOn(voice, '2026-12-05', '2026-11-29')).toEqual(['owed']);
    expect(stagesOn(voice, '2026-12-06', '2026-11-29')).toEqual(['owed', 'escalated']);
  });

  test('no first or second word where the setting says none, and the last one on the last day', () => {
    const none = { firstReminderDays: 0, secondReminderDays: 0, lastReminderDays: 0 };
    const on = (today: string) => stagesOf(voice, null, { calendar, rules: none, today: day(today) });
    expect(on('2026-11-26')).toEqual([]);
    expect(on('2026-11-27')).toEqual(['last']);
  });

  test('a column warns by its share of the time, not by working days', () => {
    const column = { ...voice, duty: 'column', warnsOn: day('2026-10-10') } as const;
    expect(stagesOn(column, '2026-10-09')).toEqual([]);
    expect(stagesOn(column, '2026-10-10')).toEqual(['first']);
  });

  test('what has no last day is told as owed only', () => {
    const link = { ...voice, duty: 'link', dueOn: day('2026-11-21'), owedFrom: day('2026-11-21') } as const;
    expect(stagesOn(link, '2026-11-20')).toEqual([]);
    expect(stagesOn(link, '2026-11-21')).toEqual(['owed']);
  });

  test('of what the year lacks nobody is told in the next one', () => {
    const lacking = {
      ...voice,
      duty: 'itemOfYear',
      dueOn: day('2026-12-31'),
      owedFrom: day('2027-01-01'),
      warnsOn: day('2026-12-01'),
    } as const;
    expect(stagesOn(lacking, '2026-12-01')).toEqual(['first']);
    expect(stagesOn(lacking, '2027-01-01')).toEqual([]);
  });

  test('never go back as days pass, whenever the last day is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DUTY_NAMES.filter((duty) => DUTIES[duty].owed !== null)),
        fc.nat({ max: 300 }),
        fc.nat({ max: 90 }),
        (duty, offset, before) => {
          const dueOn = addDays(day('2026-01-05'), offset);
          const thing = { ...voice, duty, dueOn, owedFrom: addDays(dueOn, 1) };
          const at = (today: CivilDate) =>
            stagesOf(thing, null, { calendar, rules, today }).map((stage) => DUTY_STAGES.indexOf(stage));
          const today = addDays(dueOn, -before);
          expect(Math.max(-1, ...at(today))).toBeLessThanOrEqual(Math.max(-1, ...at(addDays(today, 1))));
        },
      ),
      { seed: 20_260_131 },
    );
  });
});

describe('who is told what', () => {
  test('the leader, and of what is a single veto the competent department, only when nothing happened', () => {
    expect(dutyRoles('voice', 'owed')).toEqual(['disclosureOfficer', 'disclosureOfficeHead']);
    expect(dutyRoles('voice', 'escalated')).toEqual([
      'disclosureOfficer',
      'disclosureOfficeHead',
      'leader',
      'supervisor',
    ]);
    expect(dutyRoles('interpretation', 'escalated')).not.toContain('supervisor');
  });

  test.each(DUTY_NAMES.flatMap((duty) => DUTY_STAGES.map((stage) => [duty, stage] as const)))(
    '%s, %s: words with the number, if any',
    (duty, stage) => {
      const words = dutyWords(duty, stage, 12, day('2026-11-27'));
      const isSaid = stage === 'owed' || stage === 'escalated' ? DUTIES[duty].owed : DUTIES[duty].ahead;
      expect(words.includes('12')).toBe(isSaid !== null);
      if (stage === 'escalated' && isSaid !== null) expect(words).toContain('提醒后7日仍未办理');
    },
  );
});
