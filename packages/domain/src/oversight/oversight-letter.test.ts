import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { type OversightLetterFacts, oversightLetter } from './oversight-letter.ts';

const day = (text: string): CivilDate => text as CivilDate;

const given = (more: Partial<OversightLetterFacts> = {}): OversightLetterFacts => ({
  kind: 'circular',
  issuer: '昭和县人民政府办公室',
  unit: '昭和县民政局',
  isVillage: false,
  documentNumber: '昭政办通〔2026〕3号',
  facts: '经核查，有两个月没有公布救助资金。\n九月、十月均缺。',
  demand: '一、补充公布。\n\n二、明确责任人。',
  issuedOn: day('2026-11-22'),
  dueOn: day('2026-12-04'),
  ...more,
});

const textsOf = (more?: Partial<OversightLetterFacts>): readonly string[] =>
  oversightLetter(given(more)).paragraphs.map(({ text }) => text);

describe('a circular (条例47)', () => {
  it('has organ, number, unit, facts, basis, demand, days and date', () => {
    const letter = oversightLetter(given());
    expect(letter).toMatchObject({
      issuer: '昭和县人民政府办公室',
      title: '关于昭和县民政局政府信息公开工作有关问题的通报',
      documentNumber: '昭政办通〔2026〕3号',
      addressee: '昭和县民政局',
      seal: '（印章）',
      dateText: '2026年11月22日',
    });
    expect(textsOf()).toEqual([
      '经核查，有两个月没有公布救助资金。',
      '九月、十月均缺。',
      '上述情况表明，你单位没有按照要求开展政府信息公开工作。依据《中华人民共和国政府信息公开条例》第四十七条，对你单位予以通报批评，并提出以下要求：',
      '一、补充公布。',
      '二、明确责任人。',
      '请在2026年12月4日以前（自本通报之日起12日内）完成整改，并将整改情况和证明材料报送本机关。',
    ]);
  });
});

describe('an order to put right', () => {
  it('may have neither number nor facts, and is due the same day', () => {
    const order = given({ kind: 'order', documentNumber: '', facts: '', dueOn: day('2026-11-22') });
    expect(oversightLetter(order)).toMatchObject({
      title: '政府信息公开工作整改通知书',
      documentNumber: null,
    });
    expect(textsOf(order)).toEqual([
      '依据《中华人民共和国政府信息公开条例》第四十七条，现督促你单位整改，要求如下：',
      '一、补充公布。',
      '二、明确责任人。',
      '请在2026年11月22日以前完成整改，并将整改情况和证明材料报送本机关。',
    ]);
  });

  it.each([
    ['2026-01-05', '依据《中华人民共和国村民委员会组织法》第三十六条，'],
    ['2025-12-31', '依据《中华人民共和国村民委员会组织法》（2018年修正）第三十一条，'],
  ])('tells a village to publish by the law of %s, and never by 条例47', (issuedOn, basis) => {
    const order = given({ kind: 'order', isVillage: true, facts: '', issuedOn: day(issuedOn) });
    expect(oversightLetter(order).title).toBe('责令依法公布村务通知书');
    expect(textsOf(order)[0]).toBe(`${basis}现责令你村依法公布，要求如下：`);
    expect(textsOf(order).join('')).not.toContain('四十七');
  });
});
