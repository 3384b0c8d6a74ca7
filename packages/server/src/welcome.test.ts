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

test('the first start names somebody for each role, in columns; who has that role alone first', () => {
  const lines = welcome(ADDRESS, ACCESS, true).split('\n');
  const blank = (columns: number): string => ' '.repeat(columns);
  expect(lines).toContain(`  经办人${blank(6)}  long-name  乙乙  ${blank(10)}  丙局`);
  expect(lines).toContain(`  信息公开专员  a${blank(8)}  甲${blank(2)}  需动态口令  甲局`);
  expect(lines).toContain(`  分管领导${blank(4)}  a${blank(8)}  甲${blank(2)}  需动态口令  乙局`);
  expect(lines.join()).toContain('全部 2 个演示账号');
});

test('a later start does not list them again, and a real installation knows of none', () => {
  expect(welcome(ADDRESS, ACCESS, false)).not.toContain('long-name');
  expect(welcome(ADDRESS, null, true)).not.toContain('演示');
  expect(welcome(ADDRESS, null, true)).toContain(`${ADDRESS}/console/`);
});
