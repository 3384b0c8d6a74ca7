import { describe, expect, it } from 'vitest';
import { letterLines } from '../../test/letter-lines.ts';
import { day, sampleFacts, sampleFields, sampleLetter } from '../../test/sample-letter.ts';
import { OUTCOME_IDS, OUTCOMES } from '../application/outcome.ts';
import { type Fen, PER_ITEM } from '../fee/tariff.ts';
import { chineseDate } from '../kernel/chinese-date.ts';
import { remedyOf, remedyText } from '../remedy/remedy.ts';
import { composeLetter } from './compose-letter.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { LetterFieldValues } from './letter-field.ts';
import { LETTER_KIND_IDS, LETTER_KINDS, type LetterKind, replyLetterOf, templateOf } from './letter-kinds.ts';

const textOf = (kind: LetterKind, more: Partial<LetterFacts> = {}): string =>
  letterLines(sampleLetter(kind, more)).join('\n');

const missing = (kind: LetterKind, more: Partial<LetterFacts>, fields: LetterFieldValues) => {
  const composed = composeLetter(kind, sampleFacts(more), fields);
  return composed.ok ? [] : composed.error;
};

/** Days at the ends of the three periods of the law on remedies. */
const DATES = ['2023-12-31', '2024-01-01', '2025-05-31', '2025-06-01', '2026-11-21'].map(day);

const cases = OUTCOME_IDS.flatMap((outcome) => {
  const firstDays = LETTER_KINDS[replyLetterOf(outcome)].templates.map(({ validFrom }) => validFrom);
  return [...firstDays, ...DATES].map((date) => ({ outcome, date }));
});

describe('every reply on every date', () => {
  it.each(cases)('$outcome of $date has all its elements', ({ outcome, date }) => {
    const facts = sampleFacts({
      date,
      application: { ...sampleFacts().application, receiptDate: day('2019-05-06') },
    });
    const letter = sampleLetter(replyLetterOf(outcome), facts);
    const roles = new Set(letter.paragraphs.map(({ role }) => role));
    const text = letterLines(letter).join('\n');
    // 规范五2, in its order.
    expect(letter.title).toBe(OUTCOMES[outcome].letter);
    expect(text).toContain(letter.title);
    expect(letter.documentNumber).toBe('昭府办公复〔2026〕第12号');
    expect(letter.addressee).toBe('陈某某');
    expect(letter.paragraphs[0]).toEqual({
      role: 'request',
      text: '本机关于2019年5月6日收到您提出的政府信息公开申请（登记号：2026-000123），申请公开“2024年昭和县城中路改造工程的征收补偿方案”，要求的提供形式为纸质，获取方式为邮寄。',
    });
    expect([...roles]).toEqual(expect.arrayContaining(['request', 'basis', 'decision']));
    if (!outcome.startsWith('granted.')) expect([...roles]).toContain('reason');
    const { code } = remedyOf({ outcome, on: date });
    const places = { reviewOrgan: '昭和县人民政府', court: '昭和县人民法院', reviewAddress: null };
    expect(letter.remedy.text).toBe(remedyText(code, places, 'both'));
    expect(text).toContain(letter.remedy.text);
    expect(letter.remedy.text).toMatch(/六十日内.*昭和县人民政府.*昭和县人民法院/);
    expect([letter.issuer, letter.seal, letter.dateText]).toEqual([
      '昭和县人民政府办公室',
      '（印章）',
      chineseDate(date),
    ]);
    expect(letter.contact).toHaveLength(3);
    expect(text).not.toMatch(/[[\]{}]|undefined|null/);
  });
});

describe('what is missing', () => {
  it.each(LETTER_KIND_IDS)('is named all at once: %s with no field', (kind) => {
    const required = templateOf(kind, sampleFacts().date).fields.filter((field) => field.required);
    expect(missing(kind, {}, {}).map(({ key }) => key)).toEqual(required.map(({ key }) => key));
  });

  it.each(LETTER_KIND_IDS)('is nothing when the required fields are there: %s', (kind) => {
    expect(missing(kind, {}, sampleFields(kind, sampleFacts().date, true))).toEqual([]);
  });

  it('says in words what to do', () => {
    const fields = { secret: 'other', opinion: '', reason: ' ' };
    expect(missing('replyLetter.refused.thirdPartyRights', {}, fields)).toEqual([
      { key: 'secret', label: '涉及什么', words: '请从列出的选项中选择' },
      { key: 'opinion', label: '第三方的意见', words: '请选择' },
      { key: 'reason', label: '理由', words: '请填写' },
    ]);
  });

  it('is a number, an addressee, a contact, places of remedy, a day of receipt', () => {
    const kind = 'replyLetter.granted.provided';
    const application = { ...sampleFacts().application, receiptDate: null };
    const bare = { documentNumber: ' ', addressee: '', contact: [], remedyPlaces: null, application };
    expect(missing(kind, bare, sampleFields(kind, day('2026-03-20'))).map(({ key }) => key)).toEqual([
      'receiptDate',
      'documentNumber',
      'addressee',
      'contact',
      'remedyPlaces',
    ]);
  });

  it('is a fee, where there is nothing to pay', () => {
    const fee = { basis: 'perPage', lines: ['第1至20页：免收'], total: 0 as Fen } as const;
    expect(missing('feeNotice', { fee }, { payment: '到银行缴纳' })).toEqual([
      { key: 'feeTotal', label: '收费数额', words: '案卷中没有，请先补全' },
    ]);
  });

  it('is a later date, where the letter is older than the application', () => {
    const found = missing('consultationNotice', { date: day('2026-03-01') }, { consulted: 'thirdParty' });
    expect(found).toEqual([{ key: 'date', label: '成文日期', words: '不能早于收到申请之日' }]);
  });

  it('is the rest of a half-filled piece, which would else be lost without a word', () => {
    const kind = 'replyLetter.unavailable.otherOrgan';
    const fields = { organInCharge: '昭和县自然资源局', reason: '职责在该局。' };
    expect(missing(kind, {}, fields)).toEqual([
      { key: 'organContact', label: '该机关的联系方式', words: '请一并填写' },
    ]);
    expect(missing(kind, {}, { reason: '不能确定负责的机关。' })).toEqual([]);
  });

  it.each([
    ['replyLetter.otherHandling.feeUnpaid', 'amount', '12.345', '应为金额，如 1080 或 1080.50'],
    ['replyLetter.otherHandling.feeUnpaid', 'endedOn', '2026-02-30', '应为日期（年-月-日），如 2026-03-02'],
    ['extensionNotice', 'days', '0', '应为大于0的整数'],
    ['extensionNotice', 'days', '21', '不能超过20'],
    ['correctionNotice', 'days', '1.5', '应为大于0的整数'],
    ['replyLetter.refused.prohibitedByLaw', 'law', '《档案法》', '不必写“《》”，文书中已有'],
    ['replyLetter.refused.prohibitedByLaw', 'lawArticle', '第三十二', '不必写“第”，文书中已有'],
    ['replyLetter.refused.prohibitedByLaw', 'lawArticle', '三十二条', '不必写“条”，文书中已有'],
    ['recordForwardingNotice', 'organInCharge', '甲\n乙', '不能换行'],
    ['correctionNotice', 'matters', '字'.repeat(4001), '不超过 4000 字'],
  ] as const)('of %s, %s cannot be “%s”', (kind, key, value, words) => {
    const fields = { ...sampleFields(kind, day('2026-03-20')), [key]: value };
    expect(missing(kind, {}, fields).map((one) => [one.key, one.words])).toEqual([[key, words]]);
  });
});

describe('a provisional date', () => {
  const due = { date: day('2027-01-08'), provisional: true };
  const sentence = '暂定，待国务院办公厅公布2027年节假日安排后重算';

  it.each(['acknowledgement', 'extensionNotice', 'deferredReplyNotice', 'approvalSheet'] as const)(
    'is never printed as final: %s',
    (kind) => {
      const letter = sampleLetter(kind, { due });
      expect(letter.provisional).toEqual([{ date: '2027-01-08', sentence }]);
      const text = letterLines(letter).join('\n');
      expect(text.match(/2027年1月8日/g)).toHaveLength(1);
      expect(text).toContain(`2027年1月8日（${sentence}）`);
    },
  );

  it('of the end of December waits for the notice of the next year', () => {
    const text = textOf('acknowledgement', { due: { date: day('2026-12-28'), provisional: true } });
    expect(text).toContain('2026年12月28日（暂定，待国务院办公厅公布2027年节假日安排后重算）');
  });

  it('leaves no mark on a letter that does not print it, nor on a date that is final', () => {
    expect(sampleLetter('correctionNotice', { due }).provisional).toEqual([]);
    expect(sampleLetter('acknowledgement').provisional).toEqual([]);
    expect(textOf('acknowledgement')).toContain('答复期限为2026年3月30日。');
  });
});

describe('those who are consulted', () => {
  const kinds = LETTER_KIND_IDS.filter((kind) =>
    ['thirdParty', 'coMaker', 'organ'].includes(LETTER_KINDS[kind].to),
  );
  const others = { addressee: '昭和建设公司' };

  it.each(kinds)('are not told who applied: %s', (kind) => {
    expect(textOf(kind, others)).not.toContain('陈某某');
    expect(textOf(kind, { ...others, othersSeeApplicant: true })).toContain('申请人：陈某某');
  });

  it.each(kinds)('and the officer cannot tell them by mistake: %s', (kind) => {
    const fields = sampleFields(kind, day('2026-03-20'));
    const [key = ''] = Object.keys(fields);
    const found = missing(kind, others, { ...fields, [key]: '陈某某申请的方案' });
    expect(found.map((one) => [one.key, one.words])).toEqual([[key, '出现了申请人的姓名（名称），请删去']]);
  });

  it('may send back a sheet with their opinion', () => {
    const { replyForm } = sampleLetter('thirdPartyConsultationLetter', others);
    expect(replyForm?.rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['□ 同意公开', '□ 部分同意公开', '□ 不同意公开', '理由']),
    );
  });
});

describe('the words', () => {
  it('of an applicant are never read as places', () => {
    const application = { ...sampleFacts().application, asked: '{organ}[x]{you} $& $1' };
    expect(textOf('replyLetter.granted.provided', { application })).toContain(
      '申请公开“{organ}[x]{you} $& $1”',
    );
  });

  it('address an organisation as one', () => {
    const application = { ...sampleFacts().application, isOrganization: true };
    const text = textOf('replyLetter.granted.provided', { application });
    expect(text).toContain('现将该政府信息提供给贵单位。');
    expect(text).not.toContain('您');
  });

  it('of a line end without a stop, because they stand inside a sentence', () => {
    const kind = 'replyLetter.partiallyGranted';
    const fields = {
      ...sampleFields(kind, day('2026-03-20')),
      part: '第3页的联系方式',
      cause: '涉及个人隐私。',
    };
    const composed = composeLetter(kind, sampleFacts(), fields);
    expect(composed.ok && letterLines(composed.value)).toContain(
      '现提供可以公开的内容；其中第3页的联系方式部分因涉及个人隐私，不予公开。',
    );
  });

  it('of a rule whose name ends as the wording goes on are taken', () => {
    const fields = { reason: '执法中形成。', fileRule: '《某某若干规定》第五条' };
    const composed = composeLetter('replyLetter.refused.enforcementFile', sampleFacts(), fields);
    expect(composed.ok && letterLines(composed.value).join()).toContain(
      '可以按《某某若干规定》第五条规定查阅案卷',
    );
  });

  it('keep the lines of a long text as paragraphs', () => {
    const fields = {
      ...sampleFields('correctionNotice', day('2026-03-20')),
      matters: '一、名称\n\n二、文号',
    };
    const composed = composeLetter('correctionNotice', sampleFacts(), fields);
    const lines = composed.ok ? composed.value.paragraphs.filter(({ role }) => role === 'decision') : [];
    expect(lines.map(({ text }) => text)).toEqual(['需要补正的事项：一、名称', '二、文号']);
  });

  it('of a fee state the tariff as the organ reads it', () => {
    const tariff = { ...PER_ITEM, rising: { from: 31, step: 10, fen: 300_00, rise: 100_00 } };
    const fee = { basis: 'perItem', lines: ['第31件'], total: 300_00 as Fen } as const;
    expect(textOf('feeNotice', { fee })).toContain('第一档每件200元');
    expect(textOf('feeNotice', { fee: { ...fee, tariff } })).toContain('第一档每件300元');
  });

  it('say what was asked after the correction, which is what is answered', () => {
    const kind = 'replyLetter.unavailable.nonExistent';
    const application = { ...sampleFacts().application, corrected: '2024年城中路\n补偿方案' };
    expect(textOf(kind, { application })).toContain(
      '申请公开“2024年昭和县城中路改造工程的征收补偿方案”，补正为“2024年城中路 补偿方案”，要求的',
    );
    expect(textOf(kind)).not.toContain('补正为');
  });

  it('of a fee say of the period after payment what the organ counts', () => {
    expect(textOf('feeNotice')).toContain('答复期限自缴纳费用的次日起重新计算');
    const running = textOf('feeNotice', { restartsAfterPayment: false });
    expect(running).toContain('至缴纳费用之日止，不计算在答复期限内');
    expect(running).not.toContain('重新计算');
  });

  it('name the place for review online where the letter goes out by the internet', () => {
    const remedyPlaces = {
      reviewOrgan: '甲县人民政府',
      court: '甲县人民法院',
      reviewAddress: 'https://fuyi.example',
    };
    const kind = 'replyLetter.unavailable.nonExistent';
    expect(textOf(kind, { remedyPlaces, byInternet: true })).toContain('可通过https://fuyi.example在线提交');
    expect(textOf(kind, { remedyPlaces })).not.toContain('https://');
  });

  it('name no court where the information was given before and the organ so reads the law', () => {
    const facts = {
      givenBefore: true,
      readings: { ...sampleFacts().readings, courtRefuses: 'reviewOnly' },
    } as const;
    const letter = sampleLetter('replyLetter.notProcessed.duplicate', facts);
    expect([letter.remedy.code, letter.remedy.text.includes('人民法院')]).toEqual(['COURT_REFUSES', false]);
  });

  it('of every letter', async () => {
    const letters = LETTER_KIND_IDS.map((kind) => `## ${kind}\n\n${textOf(kind)}\n`);
    await expect(letters.join('\n')).toMatchFileSnapshot('../../test/letters.txt');
  });
});
