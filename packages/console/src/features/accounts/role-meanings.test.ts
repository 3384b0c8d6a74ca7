import { expect, test } from 'vitest';
import { meaningOf, ROLE_OPTIONS, rightsLost, rightsOf } from './role-meanings.ts';

test('every role says what it is for, and who needs a second factor', () => {
  expect(ROLE_OPTIONS).toHaveLength(9);
  expect(meaningOf('administrator')).toContain('动态口令');
  expect(meaningOf('drafter')).not.toContain('动态口令');
});

test('taking a role away loses only what no other role in the organ gives', () => {
  expect(rightsOf('administrator')).toContain('管理账号和任职（本机关及下级机关）');
  expect(rightsLost('drafter', ['disclosureOfficer'])).toEqual([]);
  expect(rightsLost('disclosureOfficer', ['drafter'])).toEqual([
    '维护机关信息（本机关）',
    '指定经办人（本机关）',
    '导出申请登记簿和案卷（本机关）',
    '导入旧登记簿（本机关）',
    '办理更正本人信息的申请（本机关）',
  ]);
  expect(rightsLost('disclosureOfficer', [])).toEqual(rightsOf('disclosureOfficer'));
});
