import { describe, expect, test } from 'vitest';
import { platformOrigin } from './platform-address.ts';

describe('the address of a platform', () => {
  test.each([
    ['https://zwgk.example.gov.cn', 'https://zwgk.example.gov.cn'],
    ['zwgk.example.gov.cn', 'https://zwgk.example.gov.cn'],
    ['https://zwgk.example.gov.cn:8443/console/annual-reports?a=1', 'https://zwgk.example.gov.cn:8443'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s is %s', (text, origin) => {
    expect(platformOrigin(text)).toBe(origin);
  });

  test.each([
    ['http://zwgk.example.gov.cn', '只能用 https'],
    ['http://127.0.0.1.example.com', '只能用 https'],
    ['http://localhost.example.com', '只能用 https'],
    ['ftp://zwgk.example.gov.cn', '只能用 https'],
    ['https://', '这不是平台的网址'],
  ])('%s is refused: %s', (text, why) => {
    expect(() => platformOrigin(text)).toThrow(why);
  });

  test('with a password in it is refused without repeating the password', () => {
    const refused = () => platformOrigin('https://me:secret-word@zwgk.example.gov.cn');
    expect(refused).toThrow('网址里不能写用户名和密码');
    expect(refused).not.toThrow('secret-word');
  });
});
