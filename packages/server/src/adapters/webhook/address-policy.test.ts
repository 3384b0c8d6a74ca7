import { describe, expect, it } from 'vitest';
import { mayConnect, parseAllowList } from './address-policy.ts';

const none = parseAllowList('')!;

describe('mayConnect', () => {
  it.each(['8.8.8.8', '114.114.114.114', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
    '%s is public',
    (address) => {
      expect(mayConnect(address, none)).toBe('public');
    },
  );

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2001::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    'not an address',
    '',
  ])('%s is not', (address) => {
    expect(mayConnect(address, none)).toBe('no');
  });

  it('takes a private network that was named, and not its neighbour or another way of writing it', () => {
    const allow = parseAllowList('sms.gov.local, 10.1.2.0/24, fd00:1::/32')!;
    expect(mayConnect('10.1.2.3', allow)).toBe('named');
    expect(mayConnect('fd00:1::5', allow)).toBe('named');
    expect(mayConnect('10.1.3.3', allow)).toBe('no');
    expect(mayConnect('::ffff:10.1.2.3', allow)).toBe('no');
    expect(mayConnect('::ffff:a01:203', allow)).toBe('no');
  });
});

describe('parseAllowList', () => {
  it('reads hosts, addresses and networks', () => {
    const allow = parseAllowList(' SMS.example.cn,10.1.2.3 , 10.1.2.0/24,,fd00::/8');
    expect(allow?.hosts).toEqual(new Set(['sms.example.cn', '10.1.2.3']));
    expect(allow?.networks?.rules).toHaveLength(2);
  });

  it.each([
    'https://sms.example.cn',
    'a b',
    '10.0.0.0/33',
    '1.2.3/8',
    'fd00::/129',
    '*.example.cn',
    '-a.cn',
    'x/24',
  ])('refuses “%s”', (list) => {
    expect(parseAllowList(list)).toBeNull();
  });
});
