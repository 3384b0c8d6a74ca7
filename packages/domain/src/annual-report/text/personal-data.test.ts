import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { millisecondsOfWork } from '../../../test/milliseconds-of-work.ts';
import { findPersonalData, isIdCard } from './personal-data.ts';

const kinds = (text: string) => findPersonalData(text).map(({ kind }) => kind);

/** A made-up number of the old form. */
const OLD_ID_CARD = '110101900307773';

function luhn(body: string): string {
  const sum = body
    .split('')
    .toReversed()
    .reduce((total, char, index) => {
      const value = Number(char) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const BANK_CARD = luhn('622202020010011234');

describe('numbers', () => {
  const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const withCheck = (body: string) =>
    body + '10X98765432'[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11]!;

  test('an ID card is found only with region, birthday and check digit right', () => {
    const card = withCheck('11010119900307733');
    expect(isIdCard(card)).toBe(true);
    expect(findPersonalData(`申请人身份证号${card}。`)).toEqual([
      { kind: 'idCard', start: 7, end: 25, masked: `11*************${card.slice(-3)}` },
    ]);
    expect(kinds(withCheck('99010119900307733'))).toEqual([]);
    expect(kinds(withCheck('11010119901307733'))).toEqual([]);
    const wrong = `${card.slice(0, 17)}${card[17] === '0' ? '1' : '0'}`;
    expect(kinds(wrong)).toEqual([]);
  });

  test('one wrong digit of an ID card is always noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 14, max: 16 }), (serial, place) => {
        const card = withCheck(`11010119900307${String(serial).padStart(3, '0')}`);
        const other = String((Number(card[place]) + 1) % 10);
        expect(isIdCard(card)).toBe(true);
        expect(isIdCard(card.slice(0, place) + other + card.slice(place + 1))).toBe(false);
      }),
      { seed: 20_260_131 },
    );
  });

  test('an old card is found where it is announced, a bare number of 15 digits is not', () => {
    expect(kinds(`身份证${OLD_ID_CARD}`)).toEqual(['idCard']);
    expect(kinds(OLD_ID_CARD)).toEqual([]);
  });

  test('bank cards by prefix and Luhn, with blanks between the groups', () => {
    expect(findPersonalData(`账号${BANK_CARD}`)[0]).toMatchObject({
      kind: 'bankCard',
      masked: `****${BANK_CARD.slice(-4)}`,
    });
    expect(kinds(`账号${BANK_CARD.replace(/(.{4})/g, '$1 ')}`)).toEqual(['bankCard']);
    expect(kinds(`${BANK_CARD.slice(0, -1)}${(Number(BANK_CARD.at(-1)) + 1) % 10}`)).toEqual([]);
    expect(kinds(luhn('122202020010011234'))).toEqual([]);
  });

  test('mobile numbers, also in full width and with hyphens', () => {
    expect(findPersonalData('联系电话13812341234')[0]).toMatchObject({
      kind: 'mobile',
      masked: '138****1234',
    });
    expect(kinds('１３８１２３４１２３４')).toEqual(['mobile']);
    expect(kinds('138-1234-1234，139 1234 1234')).toEqual(['mobile', 'mobile']);
  });

  test.each([
    ['an office landline', '联系电话0595-23951088，监督电话：08778331300'],
    ['a credit code in digits', '统一社会信用代码：911100001010101018'],
    ['an index number with letters', 'A13812341234'],
    ['figures below one another', '0\n0\n0\n1\n3\n8\n1\n2\n3\n4\n1\n2\n3\n4'],
    ['a long number', '1381234123412341234123412341'],
    ['a document number', '国办公开办函〔2021〕30号'],
  ])('%s is no personal data', (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('addresses', () => {
  test.each([
    '申请人家住清溪县柳林镇大湾村3组12号。',
    '申请人张某某，柳林镇大湾村三组十二号，反映道路问题。',
    '王某某（阳光小区3栋502室）来信。',
    '住址：人民路8号',
    '家住大湾村 3 组 12 号',
    '补贴对象为幸福家园2号楼1单元301室住户。',
  ])('home: %s', (text) => {
    expect(kinds(text)).toEqual(['homeAddress']);
  });

  test('what is shown ends at the township', () => {
    const [found] = findPersonalData('申请人家住清溪县柳林镇大湾村3组12号。');
    expect(found?.masked).toBe('申请人家住清溪县柳林镇***');
  });

  test.each([
    '联系地址：永春县坑仔口街259号，邮编362615；联系电话0595-23951088；E-mail: yckzk@126.com。',
    '地址：柳林镇大湾村3组12号，邮编123456。',
    '便民服务中心设在大湾村3组12号。',
    '办公地点：柳林镇人民政府2号楼301室',
    '印发《关于村务公开的通知》（柳政发〔2023〕12号）。',
    '更换了34个行政村公章，涉及村12号公告。',
    '第5号令',
  ])('no home: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

test.each([
  ['身份证11010519491231\u200b002X', '11010519491231\u200b002X'],
  ['电话138\u20601234\u202e5678。', '138\u20601234\u202e5678'],
  ['手机𝟙𝟛𝟠𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠', '𝟙𝟛𝟠𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠'],
])('what cannot be seen, or looks like a digit, hides no number: %j', (text, number) => {
  const [found] = findPersonalData(text);
  expect(text.slice(found?.start, found?.end)).toBe(number);
});

test('time grows with the length of the text only', () => {
  const time = (text: string) => {
    const start = process.cpuUsage();
    findPersonalData(text);
    return millisecondsOfWork(start);
  };
  for (const unit of ['大湾村3组12', '1 1-1 ', '村', '12号', '住址', '138']) {
    time(unit.repeat(1000));
    expect(time(unit.repeat(50_000))).toBeLessThan(1500);
  }
});
