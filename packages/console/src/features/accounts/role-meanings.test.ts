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
  const lost = rightsLost('disclosureOfficer', ['drafter']);
  expect(lost).toContain('导入旧登记簿（本机关）');
  expect(lost).toEqual(rightsOf('disclosureOfficer').filter((right) => !rightsOf('drafter').includes(right)));
  expect(lost.length).toBeGreaterThan(0);
  expect(rightsLost('disclosureOfficer', [])).toEqual(rightsOf('disclosureOfficer'));
});
