import { expect, test } from 'vitest';
import { applicantNotes, EMPTY_INTAKE, factsOf, type IntakeValues, intakeBody } from './intake-values.ts';

const values = (given: Partial<IntakeValues>) => ({ ...EMPTY_INTAKE, channel: 'counter', ...given }) as const;

test('dates of a channel that was chosen before do not go along', () => {
  const typed = { sentOn: '2026-11-10', arrivedOn: '2026-11-13', confirmedOn: '2026-11-16' };
  expect(factsOf({ ...values(typed), channel: 'counter' })).toMatchObject({
    sentOn: null,
    confirmedOn: null,
  });
  expect(factsOf({ ...values(typed), channel: 'registeredMail' })).toMatchObject({
    sentOn: '2026-11-10',
    confirmedOn: null,
  });
  expect(factsOf({ ...values(typed), channel: 'fax' })).toMatchObject({ confirmedOn: '2026-11-16' });
});

test('only a letter can have gone to another unit, and is then confirmed', () => {
  const typed = { isMisaddressed: true, arrivedOn: '2026-11-13', confirmedOn: '2026-11-16' };
  expect(factsOf({ ...values(typed), channel: 'email' })).toMatchObject({ isMisaddressed: false });
  expect(factsOf({ ...values(typed), channel: 'registeredMail' })).toMatchObject({
    isMisaddressed: true,
    confirmedOn: '2026-11-16',
  });
});

test('an organisation sends no identity card that was typed while it was a person', () => {
  const { form } = intakeBody(
    values({
      form: {
        applicant: {
          kind: 'commercialEnterprise',
          name: ' 示例有限公司 ',
          identityType: 'residentCard',
          identityNumber: '11010519491231002X',
          creditCode: '91110000100000000X',
        },
        description: '道路养护资金',
      },
    }),
  );
  expect(form.applicant).toMatchObject({
    name: '示例有限公司',
    identityType: null,
    identityNumber: null,
    creditCode: '91110000100000000X',
  });
});

test('an agent who was taken back is not sent', () => {
  const form = { agent: { name: '李四' }, description: '…' };
  expect(intakeBody(values({ hasAgent: false, form })).form.agent).toBeNull();
  expect(intakeBody(values({ hasAgent: true, form })).form.agent).toEqual({
    name: '李四',
    identityNumber: null,
    phone: null,
  });
});

test('a wrong number of an identity card is doubted by the name of the card, and missing contact is told', () => {
  const applicant = { kind: 'naturalPerson', name: '张三', identityType: 'residentCard' } as const;
  const notes = applicantNotes(values({ form: { applicant: { ...applicant, identityNumber: '123' } } }));
  expect(notes.warnings.map(({ field }) => field)).toEqual(['identityNumber']);
  expect(notes.missing.map(({ field }) => field)).toEqual(['phone']);
});
