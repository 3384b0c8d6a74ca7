import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramNumber, bigramNumbers, foldForSearch, searchTerms } from './fold.ts';
import { gramsOf, gramsOfTerm, markOfNumber } from './grams.ts';
import { monthAt, startOfMonth } from './months.ts';
import { askedNumber, foldPublished, numberKey } from './published.ts';
import { askQuestion, placeOf } from './question.ts';
import { markWords, snippetOf } from './snippet.ts';

describe('folding', () => {
  it.each([
    ['２０２１年 ＡＢＣ', '2021年 abc'],
    ['国办发〔2017〕47号\u3000 政府网站', '国办发〔2017〕47号 政府网站'],
    ['㎡ ①', 'm2 1'],
    ['  ', ''],
  ])('%j is compared as %j', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldForSearch(text);
        // Lower case of a folded text can compose anew in rare scripts; a third pass never differs from the second.
        expect(foldForSearch(foldForSearch(once))).toBe(foldForSearch(once));
      }),
      { seed: 20_260_131 },
    );
  });

  it('takes a question apart at blanks, five words at most, each once', () => {
    expect(searchTerms(' 年报　公开 年报 ')).toEqual(['年报', '公开']);
    expect(searchTerms('a b c d e f g')).toHaveLength(5);
    expect(searchTerms('长'.repeat(100))[0]).toHaveLength(40);
  });
});

describe('pairs of characters', () => {
  it('has every pair within words, none across a blank', () => {
    const numbers = bigramNumbers('年度报告 公开');
    expect(numbers).toHaveLength(4);
    for (const pair of ['年度', '度报', '报告', '公开']) expect(numbers).toContain(bigramNumber(pair));
    expect(numbers).not.toContain(bigramNumber('告公'));
  });

  it('finds whatever a text contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 2 }), fc.nat(), (raw, at) => {
        const folded = Array.from(foldForSearch(raw));
        const start = folded.length < 2 ? 0 : at % (folded.length - 1);
        const pair = folded.slice(start, start + 2);
        if (pair.length < 2 || pair.includes(' ')) return;
        expect(bigramNumbers(folded.join(''))).toContain(bigramNumber(pair.join('')));
      }),
      { seed: 20_260_131 },
    );
  });
});

describe('snippets', () => {
  it('marks words in the characters of the original', () => {
    expect(markWords('Ａbc２０２１年', ['abc', '21年'])).toEqual([
      { text: 'Ａbc', marked: true },
      { text: '２０', marked: false },
      { text: '２１年', marked: true },
    ]);
  });

  it('shows the surroundings of the first word', () => {
    const parts = snippetOf(`${'前'.repeat(100)}要找的${'后'.repeat(300)}`, ['要找'], 60);
    expect(parts[0]).toEqual({ text: '…', marked: false });
    expect(parts.at(-1)).toEqual({ text: '…', marked: false });
    expect(parts.find(({ marked }) => marked)?.text).toBe('要找');
    expect(parts.map(({ text }) => text).join('').length).toBe(62);
    expect(snippetOf('别的', ['要找'], 60)).toEqual([]);
  });

  it('gives the text back whole, whatever is marked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
        (text, words) => {
          const parts = markWords(text, words.map(foldForSearch));
          expect(parts.map((part) => part.text).join('')).toBe(text);
        },
      ),
      { seed: 20_260_131 },
    );
  });
});

describe('published texts', () => {
  it.each([
    ['国办发〔2017〕47号', '国办发[2017]第47号'],
    ['国办发（2017）47号', '国办发【２０１７】47 号'],
    ['014276888/2022-00185', '０１４２７６８８８／２０２２－００１８５'],
  ])('%s and %s are one number', (one, other) => {
    expect(numberKey(one)).toBe(numberKey(other));
    expect(markOfNumber(one)).toBe(markOfNumber(other));
  });

  it('takes a question for a number only with a figure in it', () => {
    expect(askedNumber('政府信息')).toBeNull();
    expect(askedNumber('昭政发 (2021) 3号')).toBe('昭政发(2021)3号');
  });

  it('folds quotation marks and dashes that keyboards make differently', () => {
    expect(foldPublished('“十四五”规划—《纲要》')).toBe('"十四五"规划-(纲要)');
  });

  it.each([
    ['国办发〔2017〕47号', 'number'],
    ['政府 公开', 'title'],
    ['公开 施行', 'text'],
    ['公开 没有', null],
  ])('finds %s in the place %s', (asked, place) => {
    const text = {
      title: '政府信息公开条例',
      body: '自公布之日起施行。',
      documentNumber: '国办发〔2017〕47号',
      indexNumber: null,
      otherWords: '',
    };
    expect(placeOf(askQuestion(asked, {}), text)).toBe(place);
  });

  it('has in its grams those of every part without blanks', () => {
    const signs = fc.constantFrom(...Array.from('政府信息公开 2021年a-〔〕号，'));
    fc.assert(
      fc.property(fc.array(signs, { minLength: 2, maxLength: 60 }), fc.nat(), fc.nat(), (raw, at, length) => {
        const folded = foldPublished(raw.join(''));
        const start = at % Math.max(1, folded.length - 1);
        const part = folded.slice(start, start + 2 + (length % 12));
        if (part.length < 2 || part.includes(' ')) return;
        const grams = gramsOf(folded, 'text');
        for (const { gram } of gramsOfTerm(part, 'text')) expect(grams).toContain(gram);
        expect(gramsOfTerm(part, 'text').length).toBeGreaterThan(0);
      }),
      { seed: 20_260_131 },
    );
  });

  it('knows single characters of titles alone', () => {
    const [single] = gramsOfTerm('四', 'title');
    expect(gramsOf('第四季度', 'title')).toContain(single?.gram);
    expect(gramsOf('第二季度', 'title')).not.toContain(single?.gram);
    expect(gramsOfTerm('四', 'text')).toEqual([]);
  });

  it('tells numbers apart by more than their pairs', () => {
    const grams = gramsOf(foldPublished('第137号 第371号 第713号'), 'text');
    expect(gramsOfTerm('1371', 'text').every(({ gram }) => grams.has(gram))).toBe(false);
  });

  it('counts months as China does', () => {
    expect(monthAt(new Date('2025-12-31T16:00:00Z')) - monthAt(new Date('2025-12-31T15:59:59Z'))).toBe(1);
    expect(startOfMonth(monthAt(new Date('2026-03-15T00:00:00Z')))).toEqual(new Date('2026-02-28T16:00:00Z'));
  });
});
