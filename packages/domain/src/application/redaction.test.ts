import { describe, expect, it } from 'vitest';
import { letterLines } from '../../test/letter-lines.ts';
import { sampleFacts } from '../../test/sample-letter.ts';
import { composeLetter } from '../letter/compose-letter.ts';
import { OUTCOMES } from './outcome.ts';
import { labelRanges, REDACTION_GROUNDS, redactionLetterFields } from './redaction.ts';

const mark = (label: string, ground: keyof typeof REDACTION_GROUNDS = 'privacy', reason = '') => ({
  label,
  ground,
  reason,
});

describe('the reply letter', () => {
  it('says of every mark where it is, on which ground and why', () => {
    const fields = redactionLetterFields([
      {
        name: '分配方案.pdf',
        marks: [
          mark('1', 'privacy', '村民的姓名和银行账号'),
          mark('2', 'privacy', '村民的姓名和银行账号'),
          mark('3', 'tradeSecret', '中标单位的报价构成，该单位不同意公开。'),
        ],
      },
    ]);
    expect(fields['part']).toBe('“分配方案.pdf”中标注1至3的');
    expect(fields['reason']).toBe(
      '标注1至2的部分涉及个人隐私（条例第十五条）：村民的姓名和银行账号。\n标注3的部分涉及商业秘密（条例第十五条）：中标单位的报价构成，该单位不同意公开。',
    );
    const letter = composeLetter('replyLetter.partiallyGranted', sampleFacts(), {
      ...fields,
      suppliedAs: '电子',
      enclosures: '分配方案',
    });
    if (!letter.ok) throw new Error(JSON.stringify(letter.error));
    const text = letterLines(letter.value).join('\n');
    expect(text).toContain('其中“分配方案.pdf”中标注1至3的部分因涉及个人隐私、涉及商业秘密，不予公开。');
    expect(text).toContain('第三十七条、第十五条');
  });

  it('names the file of each reason where there are several, and leaves out those with nothing withheld', () => {
    const fields = redactionLetterFields([
      { name: '甲.pdf', marks: [mark('1', 'internalAffairs')] },
      { name: '乙.pdf', marks: [] },
      { name: '丙.pdf', marks: [mark('1', 'stateSecret')] },
    ]);
    expect(fields['grounds']).toBe('article14,article16first');
    expect(fields['reason']).toBe(
      '“甲.pdf”标注1的部分属于内部事务信息（条例第十六条第一款）。\n“丙.pdf”标注1的部分属于国家秘密（条例第十四条）。',
    );
    expect(JSON.stringify(fields)).not.toContain('乙');
  });

  it('is filled with nothing when nothing is withheld', () => {
    expect(redactionLetterFields([{ name: '甲.pdf', marks: [] }])).toEqual({});
  });

  it('stays within a line of the letter, however many files there are', () => {
    const files = Array.from({ length: 40 }, (_, index) => ({
      name: `附件${index}.pdf`,
      marks: [mark('1')],
    }));
    expect(redactionLetterFields(files)['part']).toBe('所提供文件中以黑框遮盖并标注编号的');
  });
});

it('numbers that follow each other are said once', () => {
  expect(labelRanges(['3', '1', '2', '7', '10', '9', '7'])).toBe('1至3、7、9至10');
});

it.each(Object.entries(REDACTION_GROUNDS))('ground %s rests on the article of its outcome', (_id, ground) => {
  expect(OUTCOMES[ground.outcome].article).toContain(ground.article.replace('条例', ''));
});
