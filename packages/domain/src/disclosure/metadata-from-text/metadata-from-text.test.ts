import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metadataFromText, type TextMetadata } from './metadata-from-text.ts';
import { readWholeDate } from './read-date.ts';

// All texts are made up in the shape of real ones.
const read = (text: string): TextMetadata =>
  metadataFromText(text.split('\n').map((line) => ({ text: line })));

const shown = ({ title, documentNumber, issuingOrgan, dateOfDocument, classMark }: TextMetadata) => [
  title?.value ?? null,
  documentNumber?.value ?? null,
  issuingOrgan?.value ?? null,
  dateOfDocument?.value ?? null,
  classMark?.value.disclosureClass ?? null,
];

const NOTICE = `昭和县人民政府办公室文件

昭政办发〔2026〕12号

昭和县人民政府办公室
关于印发昭和县农村公路养护管理办法的
通  知

各乡镇人民政府、街道办事处，县政府各部门：
　　《昭和县农村公路养护管理办法》已经县政府同意，现印发给你们，请认真贯彻执行。昭政办发〔2018〕9号同时废止。

　　　　　　　　　　　　　　昭和县人民政府办公室
　　　　　　　　　　　　　　　2026年3月2日
（此件公开发布）

昭和县农村公路养护管理办法
第一条　为加强农村公路养护管理，制定本办法。
抄送：县委办公室，县人大常委会办公室。
昭和县人民政府办公室　　2026年3月2日印发`;

describe('an official document as GB/T 9704 lays it out', () => {
  test('says what it is', () => {
    expect(shown(read(NOTICE))).toEqual([
      '昭和县人民政府办公室关于印发昭和县农村公路养护管理办法的通知',
      '昭政办发〔2026〕12号',
      '昭和县人民政府办公室',
      '2026-03-02',
      'proactive',
    ]);
  });

  test('with the places it was read from', () => {
    const { title, documentNumber, dateOfDocument } = read(NOTICE);
    expect([title?.from, title?.to, title?.confidence]).toEqual([4, 6, 'certain']);
    expect([documentNumber?.from, dateOfDocument?.from]).toEqual([2, 12]);
  });

  test('with the date in characters, several signers, and the signer beside the number', () => {
    const joint = `昭财农[2025]第006号　　　　签发人：钱某某
昭和县财政局 昭和县农业农村局
关于下达2025年惠农补贴资金的通知
各乡镇人民政府:
现将资金下达你们。
昭和县财政局　　昭和县农业农村局
二〇二五年十二月三十一日
（此件依申请公开）`;
    expect(shown(read(joint))).toEqual([
      '昭和县财政局昭和县农业农村局关于下达2025年惠农补贴资金的通知',
      '昭财农〔2025〕6号',
      '昭和县财政局、昭和县农业农村局',
      '2025-12-31',
      'onApplication',
    ]);
  });

  test('signed by one organ above the other', () => {
    const text = '关于开展联合检查的通告\n一、检查范围。\n昭和县公安局\n昭和县交通运输局\n2026年5月8日';
    expect(shown(read(text)).slice(2, 4)).toEqual(['昭和县公安局、昭和县交通运输局', '2026-05-08']);
  });
});

test('a web page with labels', () => {
  const page = `索引号：000014349/2026-00012
发文机关：昭和县人民政府
成文日期：2026-01-15
标　　题：昭和县人民政府关于2026年工作安排的意见
发文字号：昭政发﹝2026﹞1号
发布日期：2026-01-20
公开方式：主动公开`;
  expect(shown(read(page))).toEqual([
    '昭和县人民政府关于2026年工作安排的意见',
    '昭政发〔2026〕1号',
    '昭和县人民政府',
    '2026-01-15',
    'proactive',
  ]);
});

test('the date of an annex is not the date of the document', () => {
  const text = `关于公布名单的公告
现将名单公布如下。
昭和县民政局
2026年4月1日
附件
名单
昭和县残疾人联合会办公室
2025年1月1日`;
  expect(read(text).dateOfDocument?.value).toBe('2026-04-01');
});

describe('none is better than wrong', () => {
  test.each([
    ['a table of figures', '序号\n姓名\n金额\n1\n甲某某\n200'],
    ['a letter to the editor', '我想问一下，村里的路什么时候修？\n盼复。'],
    ['two days and no signature', '工作进度表\n2026年1月1日\n2026年2月1日'],
    ['an empty text', ''],
  ])('%s says nothing', (_, text) => {
    expect(shown(read(text))).toEqual([null, null, null, null, null]);
  });

  test('two numbers in the head are no number, one in a sentence is none either', () => {
    const two = '昭政发〔2026〕1号\n昭政发〔2026〕2号\n关于安排工作的通知\n各单位：';
    expect(read(two).documentNumber).toBeNull();
    expect(read('根据昭政发〔2026〕1号，现通知如下。').documentNumber).toBeNull();
  });

  test('two titles are no title', () => {
    expect(read('关于调整收费的通知\n关于停止收费的通知\n正文如下。').title).toBeNull();
  });

  test('a title without 关于, and a day without a signature, are to be looked at', () => {
    const found = read('昭和县防汛抗旱应急预案\n一、总则。\n2026年6月1日');
    expect([found.title?.value, found.title?.confidence]).toEqual(['昭和县防汛抗旱应急预案', 'likely']);
    expect([found.dateOfDocument?.value, found.dateOfDocument?.confidence]).toEqual(['2026-06-01', 'likely']);
  });

  test('marks that contradict each other are none', () => {
    expect(read('（此件公开发布）\n（此件不予公开）').classMark).toBeNull();
    expect(read('公开属性：不予公开\n（此件公开发布）').classMark).toBeNull();
    expect(read('（此件删减后公开）').classMark?.value).toEqual({
      disclosureClass: 'proactive',
      afterSegregation: true,
    });
    expect(read('此件已公开发布过').classMark).toBeNull();
  });

  test('whatever lines, every place that is named exists and the text stands there', () => {
    const lines = fc.array(
      fc.constantFrom(
        ...NOTICE.split('\n'),
        '2025年2月30日',
        '二〇二六年二月三日',
        '',
        '关于',
        '通知',
        '此件',
      ),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(lines, (texts) => {
        const { title, dateOfDocument } = metadataFromText(texts.map((text) => ({ text })));
        const plain = (from: number, to: number): string =>
          texts
            .slice(from, to + 1)
            .join('')
            .replaceAll(/\s/g, '');
        if (title !== null) expect(plain(title.from, title.to)).toContain(title.value.slice(0, 2));
        if (dateOfDocument !== null) {
          expect(readWholeDate(texts[dateOfDocument.from] ?? '')).toBe(dateOfDocument.value);
        }
      }),
      { seed: 20_260_131 },
    );
  });
});

test.each([
  ['2026年3月2日', '2026-03-02'],
  [' ２０２６年 3 月 2 日', '2026-03-02'],
  ['二〇二六年三月二十一日', '2026-03-21'],
  ['二○二六年十月三十日', '2026-10-30'],
  ['二O二六年一月一日', '2026-01-01'],
  ['（2026年3月2日）', '2026-03-02'],
  ['2026-03-02', '2026-03-02'],
  ['2026年2月30日', undefined],
  ['2026年3月', undefined],
  ['于2026年3月2日', undefined],
  ['2026年3月2日印发', undefined],
])('the day %s is %s', (text, date) => {
  expect(readWholeDate(text)).toBe(date);
});
