import { describe, expect, it } from 'vitest';
import { millisecondsOfWork } from '../../test/milliseconds-of-work.ts';
import { guessableParts } from './guessable-parts.ts';
import { afterFailure, passwordFaults, strictestPolicy } from './password-policy.ts';

const common = new Set(['password', 'monkey', 'dragon', 'qwerty', 'correct', 'horse', 'battery', 'staple']);
const isCommon = (text: string): boolean => common.has(text);
const owner = { loginName: 'zhangwei', displayName: '张伟' };
const policy = { minimumLength: 12, composition: true };
const faults = (password: string) => passwordFaults(password, owner, policy, isCommon);

describe('a password', () => {
  it.each(['Tq7#mVx2!wRz', '青山Ab绿水7x长流@远K', 'correct-Horse-battery-7staple'])(
    '%s is taken',
    (password) => {
      expect(faults(password)).toEqual([]);
    },
  );

  it.each([
    ['Tq7#mVx', '密码不少于 12 位'],
    ['tqvxmwrzkplf', '须含大写字母、小写字母、数字、符号中的三类'],
    ['Zhangwei#7q2xK', '不能含有账号或姓名'],
    ['iewgnahZ#7q2xK', '不能含有账号或姓名'],
    ['张伟Tq7#mVx2!wRz', '不能含有账号或姓名'],
  ])('%s: %s', (password, fault) => {
    expect(faults(password)).toContain(fault);
  });

  it('counts characters, not bytes', () => {
    expect(faults('𠀀𠀁𠀂aB1𠀃')).toContain('密码不少于 12 位');
  });

  it('may leave out the kinds of characters where the organ does not ask for them', () => {
    expect(passwordFaults('tqvxmwrzkplf', owner, { ...policy, composition: false }, isCommon)).toEqual([]);
  });

  it.each([
    'Password2024!',
    'P@ssw0rd2024!',
    'Qwer1234!@#$',
    '1qaz@WSX3edc',
    'Woaini1314520!',
    'Abcdefgh1234!',
    'Aaaaaaaaaaa1!',
    'Zhongguo@1949',
    'Gongkai@20240501',
    'Mima13800138000!',
    'Monkey!Dragon1',
    'Guanliyuan123!',
  ])('%s is refused as easy to guess', (password) => {
    expect(faults(password).join()).toContain('太容易被猜到');
  });
});

describe('parts of a password', () => {
  it.each([
    ['', 0],
    ['x', 1],
    ['password', 1],
    ['p4ssw0rd', 1],
    ['password!', 2],
    ['20240501', 1],
    ['abababab', 1],
    ['tq7#', 4],
  ])('%s: %d', (password, parts) => {
    expect(guessableParts(password, isCommon)).toBe(parts);
  });

  it('is found in a moment even for the longest password', () => {
    const started = process.cpuUsage();
    guessableParts('aB3$'.repeat(64), isCommon);
    expect(millisecondsOfWork(started)).toBeLessThan(1000);
  });
});

describe('the policy of a person in several organs', () => {
  it('is the strictest of each', () => {
    const chosen = [
      { path: 'a/', key: 'security.passwordDays', value: 0 },
      { path: 'a/', key: 'security.failuresBeforeLock', value: 3 },
      { path: 'b/', key: 'security.passwordMinimumLength', value: 16 },
      { path: 'b/', key: 'security.passwordComposition', value: false },
      { path: 'b/', key: 'security.lockMinutes', value: 60 },
      { path: 'b/', key: 'security.sessionHours', value: 8 },
      { path: 'a/', key: 'security.idleMinutes', value: 5 },
    ] as const;
    expect(strictestPolicy(['a/', 'b/x/'], chosen)).toEqual({
      minimumLength: 16,
      composition: true,
      passwordDays: 90,
      failuresBeforeLock: 3,
      lockMinutes: 60,
      idleMinutes: 5,
      sessionHours: 8,
    });
    expect(strictestPolicy(['a/'], chosen).passwordDays).toBe(0);
    expect(strictestPolicy([], chosen).failuresBeforeLock).toBe(5);
  });
});

const at = new Date('2026-11-21T00:00:00Z');
const standard = strictestPolicy([], []);

describe('failures', () => {
  it('lock at the limit and count anew after it', () => {
    expect(afterFailure(3, standard, at)).toEqual({ failures: 4, lockedUntil: null });
    expect(afterFailure(4, standard, at)).toEqual({
      failures: 0,
      lockedUntil: new Date('2026-11-21T00:15:00Z'),
    });
  });
});
