import { expect, it } from 'vitest';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { findingKey, type ScanFinding } from './finding.ts';
import { blockingFindings, refuseJustification, type ScanJustification } from './justification.ts';
import { scanText } from './scan-text.ts';

const TODAY = parseCivilDate('2026-11-21') ?? expect.fail('a day');

function findingIn(text: string): ScanFinding {
  const [finding] = scanText([{ kind: 'text', text, place: { kind: 'paragraph', number: 1 } }], {
    today: TODAY,
  });
  return finding ?? expect.fail('nothing found');
}

const justified = (finding: ScanFinding, role: ScanJustification['role']): ScanJustification => ({
  finding: findingKey(finding),
  role,
  ground: '条例第二十条第二项',
  reason: '对外公布的值班手机',
});

it('a telephone is justified by the disclosure officer, with ground and reason', () => {
  const phone = findingIn('值班电话13812341234');
  const given = justified(phone, 'disclosureOfficer');
  expect(blockingFindings([phone], [])).toEqual([phone]);
  expect(blockingFindings([phone], [given])).toEqual([]);
  expect(refuseJustification(phone, { ...given, role: 'drafter' })).toBe(
    '这类内容须由信息公开专员或者政府信息公开工作机构负责人或者分管领导说明理由。',
  );
  expect(refuseJustification(phone, { ...given, ground: ' ' })).toBe('请填写可以公开的法律依据。');
  expect(refuseJustification(phone, { ...given, reason: '要' })).toBe('请写明理由，至少4个字。');
});

it('identity number and account together are never justified', () => {
  const list = findingIn('张三，11010519491231002X，6222021234567890128');
  const given = justified(list, 'leader');
  expect(refuseJustification(list, given)).toBe(
    '同一行同时有完整身份证号和银行账号，不能以说明理由代替；请遮盖或者删去。',
  );
  expect(blockingFindings([list], [given])).toEqual([list]);
});

it('a justification stands for the very finding it was written for', () => {
  const here = findingIn('值班电话13812341234');
  const there = findingIn('家长电话13912341234，');
  const given = { ...justified(here, 'leader'), finding: 'mobile:7:0-11' };
  expect(refuseJustification(there, given)).toBe('说明对应的不是这一处内容，没有保存；请重新填写。');
});

it('a warning blocks nothing, and a key holds no personal data', () => {
  expect(blockingFindings([findingIn('截止目前')], [])).toEqual([]);
  expect(findingKey(findingIn('电话13812341234'))).toBe('mobile:0:2-13');
});
