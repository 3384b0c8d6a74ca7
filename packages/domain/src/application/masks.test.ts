import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisecondsOfWork } from '../../test/milliseconds-of-work.ts';
import { maskAddress, maskIdentity, maskName, maskPersonalText, maskPhone } from './masks.ts';

// Made-up numbers whose check digits are right.
const CARD = '11010519491231002X';

describe('masks of single values', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳', '欧*'],
    ['欧阳修', '欧阳*'],
    ['司马相如', '司马**'],
    ['阿不都热合曼·买买提', '阿***'],
    ['  李四 ', '李*'],
    ['王', '王*'],
  ])('the name %s is shown as %s', (name, shown) => {
    expect(maskName(name, true)).toBe(shown);
  });

  it('an organisation keeps its name', () => {
    expect(maskName('某某律师事务所', false)).toBe('某某律师事务所');
  });

  it('numbers and addresses keep what tells rows apart', () => {
    expect(maskPhone('13812341234')).toBe('138****1234');
    expect(maskPhone('138 1234 1234')).toBe('138****1234');
    expect(maskIdentity(CARD)).toBe('11*************02X');
    expect(maskIdentity('A1234')).toBe('*****');
    expect(maskAddress('山东省某市某县段店镇西村12号')).toBe('山东省某市某县段店镇***');
    expect(maskAddress('江苏省镇江市京口区中山路1号')).toBe('江苏省镇江市京口区***');
    expect(maskAddress('某小区3栋502室')).toBe('***');
    expect(maskAddress('新乡市牧野区城市花园1号')).toBe('新乡市牧野区***');
    expect(maskAddress('12号')).toBe('***');
  });
});

describe('free text', () => {
  it.each([
    ['本人身份证110105 19491231 002X，请公开', '本人身份证***，请公开'],
    [`身份证号${CARD}。`, '身份证号***。'],
    ['１１０１０５１９４９１２３１００２Ｘ', '***'],
    ['旧证110105491231002号', '旧证***号'],
    ['卡号6222 0212 3456 7890 123，', '卡号***，'],
    ['卡号6222021234567890', '卡号***'],
    ['电话138-1234-1234或0531-88881234', '电话***或***'],
    ['(0531)88881234转802', '***转802'],
    ['+86 13812341234转', '***转'],
    ['护照E12345678，通行证H1234567801', '护照***，通行证***'],
    ['邮箱 zhang.san@mail.example.com 收', '邮箱 *** 收'],
    ['邮箱ｚｓ＠ｅｘａｍｐｌｅ．ｃｏｍ收', '邮箱***收'],
  ])('%s → %s', (text, shown) => {
    expect(maskPersonalText(text, [])).toBe(shown);
  });

  it.each([
    '申请公开国办发〔2017〕47号及2019年至2021年的决算',
    '2026-03-02 2026-03-05 期间的会议纪要',
    '项目代码2019-370102-48-03-012345',
    '面积1234567平方米，金额16.877万元',
    '第12345号公告，邮编250000，热线12345',
  ])('leaves alone what names nobody: %s', (text) => {
    expect(maskPersonalText(text, [])).toBe(text);
  });

  it('hides known values in whatever width, case and spacing, the longer ones whole', () => {
    const known = ['张三', '张三丰', 'zs@example.com', '段店镇西村12号', '阿不都·热合曼', '我'];
    expect(maskPersonalText('张 三丰（张三）住段店镇西村１２号', known)).toBe('***（***）住***');
    expect(maskPersonalText('阿不都热合曼、阿不都•热合曼', known)).toBe('***、***');
    expect(maskPersonalText('我申请', known)).toBe('我申请');
    expect(maskPersonalText('a.*b+c', ['.*b+'])).toBe('a***c');
  });

  it('no known value survives, wherever it stands', () => {
    const word = fc.stringMatching(/^[一-龥a-z0-9]{2,12}$/u);
    fc.assert(
      fc.property(word, fc.array(fc.string({ maxLength: 12 }), { maxLength: 4 }), (value, around) => {
        const text = around.join(value);
        expect(maskPersonalText(text, [value]).replaceAll('***', '\n')).not.toContain(value);
      }),
      { seed: 20_260_131 },
    );
  });

  it('takes a long text in time', () => {
    const text = '1 '.repeat(50_000) + 'a.'.repeat(50_000);
    const start = process.cpuUsage();
    maskPersonalText(text, ['张三']);
    expect(millisecondsOfWork(start)).toBeLessThan(2_000);
  });
});
