import { expect, test } from 'vitest';
import type { DemonstrationAccess } from './use-cases/demonstration/read-access.ts';
import { welcome } from './welcome.ts';

const ADDRESS = 'http://127.0.0.1:8080';

const ACCESS: DemonstrationAccess = {
  password: '密码',
  secondFactor: { secret: '密钥', code: '123456' },
  accounts: [
    {
      loginName: 'a',
      displayName: '甲',
      posts: [
        { organ: '甲局', roles: ['drafter', 'disclosureOfficer'] },
        { organ: '乙局', roles: ['leader'] },
      ],
      needsSecondFactor: true,
    },
    {
      loginName: 'long-name',
      displayName: '乙乙',
      posts: [{ organ: '丙局', roles: ['drafter'] }],
      needsSecondFactor: false,
    },
  ],
};

test('the first start lists who to sign in as, in columns', () => {
  const lines = welcome(ADDRESS, ACCESS, true).split('\n');
  expect(lines).toContain('  a          甲    需动态口令  甲局 经办人、信息公开专员；乙局 分管领导');
  expect(lines).toContain('  long-name  乙乙              丙局 经办人');
  expect(lines.join()).toContain('密钥');
});

test('a later start does not list them again, and a real installation knows of none', () => {
  expect(welcome(ADDRESS, ACCESS, false)).not.toContain('long-name');
  expect(welcome(ADDRESS, null, true)).not.toContain('演示');
  expect(welcome(ADDRESS, null, true)).toContain(`${ADDRESS}/console/`);
});
