import { actCommand } from '@zhaoshi/contract/routes/application-acts';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { ACT_TYPES } from '@zhaoshi/domain/application/transitions';
import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '../workbench-questions.ts';
import { ACT_FIELDS, type ActField } from './act-fields.ts';
import {
  askedTexts,
  type LetterFormField,
  type LetterForms,
  letterQuestion,
  ownFields,
} from './act-letter.ts';
import { type ActValues, bodyOf, fenOf } from './act-values.ts';
import { factText } from './act-words.ts';
import { chargeFor, withCharge } from './fee-words.ts';
import { OUTCOME_GROUPS, outcomeWords } from './outcome-words.ts';
import { gapped } from './use-letters.ts';

const ID = '0190a0a0-0000-4000-8000-000000000001';

/** What a person would enter into a field. */
function entered(field: ActField): unknown {
  switch (field.kind) {
    case 'date':
      return '2026-12-01';
    case 'number':
      return Math.max(field.least, field.initial ?? field.least);
    case 'yuan':
      return '270';
    case 'counted':
      return 57;
    case 'charge':
      return 270_00;
    case 'choice':
      return Object.keys(field.options)[0];
    case 'yesNo':
      return true;
    case 'outcome':
      return 'granted.provided';
    case 'joint':
      return [{ applicationId: ID, version: 3 }];
    default:
      return ID;
  }
}

const valuesFor = (type: (typeof ACT_TYPES)[number]): ActValues => ({
  act: {
    on: '2026-11-20',
    ...Object.fromEntries(ACT_FIELDS[type].map((field) => [field.key, entered(field)])),
  },
  texts: Object.fromEntries(Object.keys(ACT_TEXTS[type]).map((key) => [key, '内容'])),
});

/** Taken over from an old register by the import, and therefore no act of the interface. */
const NOT_SENT = 'importResult';
/** Done by the applicant in the portal, or by the import. */
const NOT_AT_THE_DESK = new Set<string>([
  'offerCorrection',
  'receiveLetter',
  'reportPayment',
  'rate',
  NOT_SENT,
]);

describe('the forms of the acts', () => {
  it.each(ACT_TYPES.filter((type) => type !== NOT_SENT))(
    '%s: what is entered is what the route takes',
    (type) => {
      const body = bodyOf(type, valuesFor(type));
      expect(actCommand.safeParse(body).error?.issues ?? []).toEqual([]);
      expect(body?.act.type).toBe(type);
      expect(Object.keys(body?.texts ?? {})).toEqual(expect.arrayContaining(Object.keys(ACT_TEXTS[type])));
    },
  );

  it.each(ACT_TYPES.filter((type) => ACT_FIELDS[type].length > 0 && type !== NOT_SENT))(
    '%s: is not sent while a field is empty',
    (type) => {
      const { act, texts } = valuesFor(type);
      // Cases to answer together are chosen or not.
      for (const { key } of ACT_FIELDS[type].filter(({ kind }) => kind !== 'joint')) {
        expect(bodyOf(type, { act: { ...act, [key]: undefined }, texts })?.act, key).toBeUndefined();
      }
    },
  );

  it('stand in exactly one place of the working order', () => {
    const placed = QUESTIONS.flatMap(({ acts }) => acts);
    expect([...placed].toSorted()).toEqual(ACT_TYPES.filter((type) => !NOT_AT_THE_DESK.has(type)).toSorted());
  });

  it('says every choice, number, day and amount in words', () => {
    for (const type of ACT_TYPES) {
      for (const field of ACT_FIELDS[type]) {
        if (
          ['choice', 'yesNo', 'number', 'outcome', 'date', 'yuan', 'counted', 'charge'].includes(field.kind)
        ) {
          const value = field.kind === 'yuan' ? 27_000 : entered(field);
          expect(factText(field, value), `${type}.${field.key}`).toBeTruthy();
        }
      }
    }
    expect(factText({ key: 'amount', label: '数额', kind: 'charge' }, 27_000)).toBe('270.00元');
    expect(factText({ key: 'dueOn', label: '日期', kind: 'date' }, '2026-12-01')).toBe('2026年12月1日');
  });
});

describe('the fee', () => {
  const charge = { count: 72, amount: 420_00, lines: [] };

  it('is what the organ’s tariff asks in the way that is chosen, and not sent before that is known', () => {
    const { texts } = valuesFor('noticeFee');
    const noticed = (basis: string) => {
      const act = { on: '2026-11-20', basis, sides: 144 };
      return bodyOf('noticeFee', {
        act: withCharge(act, chargeFor(act, { perItem: null, perPage: charge })),
        texts,
      })?.act;
    };
    expect(noticed('perPage')).toEqual({
      type: 'noticeFee',
      on: '2026-11-20',
      basis: 'perPage',
      count: 72,
      amount: 420_00,
    });
    expect(noticed('perItem')).toBeUndefined();
  });

  it('is entered in 元 and sent in 分', () => {
    expect(fenOf('1080')).toBe(108_000);
    expect(fenOf('1080.5')).toBe(108_050);
    expect(fenOf('0.29')).toBe(29);
    for (const wrong of ['', 'abc', '1,080', '-1', '1.234', undefined]) expect(fenOf(wrong)).toBeUndefined();
  });
});

describe('letters', () => {
  const field = (pointer: string, more: Partial<LetterFormField> = {}): LetterFormField => ({
    key: 'x',
    pointer,
    label: '理由',
    help: '',
    kind: 'text',
    required: true,
    options: [],
    several: false,
    most: null,
    value: '',
    ...more,
  });
  const letters = (numberPointer: string | null, ...fields: readonly LetterFormField[]): LetterForms => [
    { kind: 'correctionNotice', title: '补正告知书', to: 'applicant', numberPointer, fields: [...fields] },
  ];

  it('are asked about with what they depend on, and not before it is chosen', () => {
    const on = '2026-11-20';
    expect(letterQuestion('noticeCorrection', { on, days: 15 })).toEqual({ act: 'noticeCorrection', on });
    expect(letterQuestion('draftReply', { on })).toBeNull();
    expect(letterQuestion('draftReply', { on, outcome: 'granted.provided' })).toEqual({
      act: 'draftReply',
      on,
      outcome: 'granted.provided',
    });
    expect(letterQuestion('sendConsultation', { on, kind: 'coMakerConsultation' })).toEqual({
      act: 'sendConsultation',
      on,
      kind: 'coMakerConsultation',
    });
    expect(letterQuestion('note', { on })).toBeNull();
  });

  it('ask for nothing that the act asks already', () => {
    const found = letters(null, field('/texts/matters'), field('/act/days'), field('/texts/letter.grounds'));
    expect(ownFields(found).map(({ pointer }) => pointer)).toEqual(['/texts/letter.grounds']);
  });

  it('ask for a 文号 only where the system does not count', () => {
    const keys = (found: LetterForms) => askedTexts('noticeCorrection', found).map(([key]) => key);
    expect(keys(letters(null))).toEqual(['matters', 'guidance']);
    expect(keys(letters('/texts/letter.documentNumber'))).toEqual([
      'matters',
      'guidance',
      'letter.documentNumber',
    ]);
  });

  it('can be read before they are complete: what is not written yet stands there by its name', () => {
    const found = letters(
      '/texts/letter.documentNumber',
      field('/texts/matters', { label: '事项' }),
      field('/texts/letter.reason'),
      field('/texts/letter.course', { required: false }),
      field('/texts/letter.replyBy', { kind: 'date' }),
      field('/act/days', { kind: 'number' }),
    );
    expect(gapped(found, { matters: '写明年份', 'letter.reason': ' ' })).toEqual({
      matters: '写明年份',
      'letter.reason': '〔理由〕',
      'letter.documentNumber': '〔发文字号〕',
    });
  });
});

describe('outcomes', () => {
  it('are grouped as in table three, with article, evidence, remedy and row', () => {
    expect(OUTCOME_GROUPS.map(({ title }) => title)).toEqual([
      '予以公开',
      '部分公开',
      '不予公开',
      '无法提供',
      '不予处理',
      '其他处理',
    ]);
    const words = outcomeWords('refused.thirdPartyRights', '2026-11-20' as never);
    expect(Object.fromEntries(words.rows)).toMatchObject({
      依据: '条例第十五条、第三十二条',
      救济途径: expect.stringContaining('先申请行政复议'),
      年报表三: '（三）不予公开 4.保护第三方合法权益',
    });
  });
});
