import { randomBytes } from 'node:crypto';
import { passwordFaults, strictestPolicy } from '@zhaoshi/domain/identity/password-policy';
import { expect, it } from 'vitest';
import { commonPasswords } from './common-passwords.ts';

const OWNER = { loginName: 'zhangwei', displayName: '张伟' };
const POLICY = strictestPolicy([], []);

it('knows what is tried first', async () => {
  const isCommon = await commonPasswords();
  expect(['password', '123456', 'iloveyou', 'woaini'].every(isCommon)).toBe(true);
  expect(isCommon('tq7#mvx2!wrz')).toBe(false);
});

it.each([
  'Password123!',
  'Qq123456789!',
  'Admin@123456',
  'Zhangsan@2026',
  'Huawei@12345',
  'P@ssw0rd1234',
  'Aa123456789.',
  'Abc@12345678',
  'Woaizhongguo1949!',
  'Iloveyou5201314!',
  'Zhengfu@2026',
  'Bangongshi2026!',
  '1qaz2wsx#EDC4rfv',
  'Welcome@2026!',
])('refuses %s', async (password) => {
  const faults = passwordFaults(password, OWNER, POLICY, await commonPasswords());
  expect(faults.join()).toContain('太容易被猜到');
});

it('does not take random passwords for common ones', async () => {
  const isCommon = await commonPasswords();
  const refused = Array.from({ length: 500 }, () => `${randomBytes(9).toString('base64')}aB1`).filter(
    (password) => passwordFaults(password, OWNER, POLICY, isCommon).length > 0,
  );
  expect(refused).toEqual([]);
});
