import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { applyMask } from './apply-mask.ts';
import type { ScanFinding } from './finding.ts';
import { placeWords, type ScanPiece, type ScanPlace, type TextPiece } from './piece.ts';
import { scanText } from './scan-text.ts';

const TODAY = parseCivilDate('2026-11-21') ?? expect.fail('a day');
const BODY: ScanPlace = { kind: 'paragraph', number: 1 };

const textPiece = (text: string, place: ScanPlace = BODY): ScanPiece => ({ kind: 'text', text, place });
const scan = (...pieces: ScanPiece[]): readonly ScanFinding[] => scanText(pieces, { today: TODAY });
const found = (text: string): readonly string[] =>
  scan(textPiece(text)).map(({ kind, text: matched, mask }) => `${kind} ${matched} → ${mask}`);
const sheet = (...rows: readonly (readonly string[])[]): ScanPiece[] =>
  rows.flatMap((cells, row) =>
    cells.map((text, column) =>
      textPiece(text, { kind: 'sheetCell', sheet: '名单', row: row + 1, column: column + 1 }),
    ),
  );

// Made-up numbers whose check digits are right.
describe('numbers of people', () => {
  it.each([
    ['身份证号11010519491231002X，', ['idNumber 11010519491231002X → 11*************02X']],
    [
      '１１０１０５１９４９１２３１００２Ｘ',
      ['idNumber １１０１０５１９４９１２３１００２Ｘ → 11*************02X'],
    ],
    ['证号110105 19491231-002x', ['idNumber 110105 19491231-002x → 11*************02X']],
    ['110105194912\n31002X', ['idNumber 110105194912\n31002X → 11*************02X']],
    ['1101051949\u200b1231002X', ['idNumber 1101051949\u200b1231002X → 11*************02X']],
    ['1101051949123100 2 Ⅹ', ['idNumber 1101051949123100 2 Ⅹ → 11*************02X']],
    ['身份证110105491231002', ['idNumber 110105491231002 → 11**********002']],
    ['卡号6222021234567890128', ['bankCard 6222021234567890128 → ****']],
    ['6222 0212 3456 7890 128', ['bankCard 6222 0212 3456 7890 128 → ****']],
    ['联系13812341234', ['mobile 13812341234 → 138****1234']],
    ['+86 138-1234-1234', ['mobile 86 138-1234-1234 → 138****1234']],
    [
      '11010519491231002X13812341234',
      ['idNumber 11010519491231002X → 11*************02X', 'mobile 13812341234 → 138****1234'],
    ],
    [
      '张三 13812341234 13912341234',
      ['mobile 13812341234 → 138****1234', 'mobile 13912341234 → 139****1234'],
    ],
    // Passes as 统一社会信用代码 too, as one identity number in 31 does.
    ['李四510104195408176872', ['idNumber 510104195408176872 → 51*************872']],
    // A reader of PDF drops the blank between full-width digits.
    [
      '330481-20120403-63106223190509076813',
      ['idNumber 330481-20120403-6310 → 33*************310', 'bankCard 6223190509076813 → ****'],
    ],
    ['手机1868\n2144579', ['mobile 1868\n2144579 → 186****4579']],
    ['退款至原订单支付卡6222021234567890128', ['bankCard 6222021234567890128 → ****']],
  ])('%s', (text, findings) => {
    expect(found(text)).toEqual(findings);
  });

  it.each([
    '年度2019 2021 6275 5747 2094 2811',
    '价税合计15788928377.00元，合同价款：13800000000',
    '附件：371523202402169506.pdf',
    '编码620102199206186019',
    '统一社会信用代码91370100MA3C12345X，电话0531-88881234',
    '索引号11010519491231002-0/2024-00012',
    '110105194912310021',
    '受理编号110105203012310020',
    '订单号：6222021234567890128',
    '国办发〔2017〕47号，2019-370102-48-03-012345',
    '总投资13800000000元，圆周率3.13812341234',
    '受理号：110105202511210013',
    '咨询电话12345、400-810-1234、（010）88888888',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('the heading of a column says what its numbers are', () => {
    const kinds = (heading: string): readonly string[] =>
      scan(...sheet(['序号', heading], ['1', '6222021234567890128'])).map(({ kind }) => kind);
    expect(kinds('银行账号')).toEqual(['bankCard']);
    expect(kinds('合同编号')).toEqual([]);
  });

  it.each([
    ['身份证号110105194912310021', 'idNumber warns 11*************021'],
    ['身份证号：110105203012310020', 'idNumber warns 11*************020'],
    ['银行账号：6222021234567890129', 'bankCard warns ****'],
  ])('a number that is called so is warned of even where it is mistyped: %s', (text, finding) => {
    const warned = scan(textPiece(text));
    expect(warned.map(({ kind, severity, mask }) => `${kind} ${severity} ${mask}`)).toEqual([finding]);
  });

  it('identity and account in one row can never be justified, whatever column they stand in', () => {
    const list = sheet(['姓名', '身份证号', '账号'], ['张三', '11010519491231002X', '6222021234567890128']);
    expect(scan(...list).map(({ kind, inList }) => `${kind} ${inList}`)).toEqual([
      'idNumber true',
      'bankCard true',
    ]);
  });
});

describe('other findings', () => {
  it.each([
    ['家住某县段店镇西村12号', ['address 某县段店镇西村12号 → 某县段店镇***']],
    ['张小明（男，9岁）获奖', ['minorName 张小明 → 张某某']],
    ['学生欧阳小明、', ['minorName 欧阳小明 → 欧阳某某']],
    ['机密★10年', ['secrecyMark 机密★10年 → null']],
    ['  秘  密  ', ['secrecyMark 秘  密 → null']],
    ['（此件不公开）', ['secrecyMark 此件不公开 → null']],
    ['截止目前，全市布署', ['wording 截止目前 → 截至目前', 'wording 布署 → 部署']],
    ['详见http://192.168.1.8/a.doc。', ['link http://192.168.1.8/a.doc → null']],
    ['XX局20XX年工作', ['leftover XX → null', 'leftover 20XX → null']],
    ['[此处填写姓名]通过。。', ['leftover [此处填写姓名] → null', 'leftover 。。 → null']],
    ['错误!未找到引用源。', ['leftover 错误!未找到引用源 → null']],
  ])('%s', (text, findings) => {
    expect(found(text)).toEqual(findings);
  });

  it.each([
    '涉及国家秘密、商业秘密的，依法处理',
    '地址：某县段店镇政府驻地和平路1号，邮编250000',
    '详见https://www.gov.cn/zhengce/index.htm。',
    '学生安全管理办法，学生资助金额3万元',
    '全镇共12个村，发放补贴35户',
    '设计单位XXL号服装，网站xxgk栏目',
  ])('leaves alone: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('a minor is told by the age or the identity number in the row', () => {
    const rows = sheet(
      ['姓名', '年龄', '身份证号'],
      ['李四', '9', ''],
      ['王五', '40', ''],
      ['赵六', '', '110105201512310021'],
    );
    const names = scan(...rows).filter(({ kind }) => kind === 'minorName');
    expect(names.map(({ text, mask }) => `${text} ${mask}`)).toEqual(['李四 李某某']);
  });

  it('what is hidden, and pictures, are said with their number and place', () => {
    const hidden: ScanPiece = { kind: 'presence', what: 'hiddenSheet', count: 2, place: { kind: 'file' } };
    const picture: ScanPiece = { kind: 'presence', what: 'picture', count: 3, place: { kind: 'file' } };
    const findings = scan(hidden, picture);
    expect(findings.map(({ reason }) => reason)).toEqual([
      '文件里有隐藏的工作表（2处），会随文件一起公开；请清除后再发布，或者确认可以公开。',
      '有3张图片，图片不能自动识别，须人工查看。',
    ]);
    expect(placeWords({ kind: 'sheetCell', sheet: '名单', row: 7, column: 28, hidden: true })).toBe(
      '工作表“名单”AB7（已隐藏）',
    );
  });

  it('the installation adds its own words', () => {
    const wording = [
      { wrong: '旧街道', right: '新街道', source: '本地区划调整通知', severity: 'blocks' as const },
    ];
    const [finding] = scanText([textPiece('旧街道办事处')], { today: TODAY, wording });
    expect(finding).toMatchObject({ mask: '新街道', severity: 'blocks' });
    expect(finding?.reason).toBe('“旧街道”应为“新街道”（依据：本地区划调整通知）。');
  });
});

/** All masks put, from the last to the first. */
const masked = (piece: TextPiece, findings: readonly ScanFinding[]): TextPiece =>
  findings
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, finding) => {
      const result = applyMask(text, finding);
      return result.ok ? result.value : expect.fail(result.error);
    }, piece);

describe('masks', () => {
  it('are put where the finding stands and refuse a text that changed', () => {
    const piece = {
      kind: 'text' as const,
      text: '电话１３８１２３４１２３４，卡6222021234567890128。',
      place: BODY,
    };
    const findings = scan(piece);
    expect(masked(piece, findings).text).toBe('电话138****1234，卡****。');
    const [first] = findings;
    if (first === undefined) expect.fail('a finding');
    expect(applyMask({ ...piece, text: '另一段文字' }, first)).toEqual({
      ok: false,
      error: '这一处文字在扫描之后改动过，没有替换；请重新扫描。',
    });
  });

  it.each([
    [{ minorNames: 'surname', accounts: 'all' }, '张某某（女，9岁），卡****。'],
    [{ minorNames: 'all', accounts: 'lastFour' }, '***（女，9岁），卡****0128。'],
  ] as const)('are what the organ chose, and are not found again: %o', (masking, expected) => {
    const piece = { kind: 'text' as const, text: '张小明（女，9岁），卡6222021234567890128。', place: BODY };
    const scanned = (one: typeof piece) => scanText([one], { today: TODAY, masking });
    const { text } = masked(piece, scanned(piece));
    expect(text).toBe(expected);
    expect(scanned({ ...piece, text })).toEqual([]);
  });

  it('masked text is not found again', () => {
    const piece = { kind: 'text' as const, text: '张三11010519491231002X，13812341234', place: BODY };
    expect(scan(masked(piece, scan(piece)))).toEqual([]);
  });

  it('offsets always count the original characters', () => {
    const noise = fc.stringMatching(/^[\u200b\u3000 一-龥，。𠮷😀-]{0,20}$/u);
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const findings = scan(textPiece(`${before}号11010519491231002X。${after}`));
        expect(findings.map(({ text }) => text)).toContain('11010519491231002X');
      }),
      { seed: 20_260_131 },
    );
  });
});

/** Of this process, since the machine may be busy with others. */
function cpuMilliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1_000;
}

describe('time', () => {
  // What is quadratic takes minutes for so much.
  const LENGTH = 100_000;
  const REPEATED = [
    '1',
    '1 ',
    '1-',
    '12345678901234567 ',
    '6222 ',
    'X',
    '×',
    'Xa',
    '（此处',
    '[填写',
    '村1',
    '镇村路1号',
    '秘 ',
    '密★',
    'http:',
    'http://a',
    '学生张',
    '张三（男，',
    '{PAGE ',
    '«',
    '${',
    '。',
    '0x',
    '\u200b',
    '𝟏',
    '𠮷',
    ' ',
    '\n',
    '身份证',
    '编号',
    '街道',
    '一',
    '内部',
    '公开',
    '86 ',
    '1.1',
    '11010519491231002X',
  ];

  it.each(REPEATED)('a long text of %j is scanned in time', (piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    expect(cpuMilliseconds(() => scan(textPiece(text)))).toBeLessThan(4_000);
  });

  it('any mixture takes time in proportion', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REPEATED), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.join('').repeat(Math.ceil(40_000 / parts.join('').length));
        expect(cpuMilliseconds(() => scan(textPiece(text)))).toBeLessThan(2_000);
      }),
      { numRuns: 25, seed: 20_260_131 },
    );
  });
});
