import { MINUTE_MS } from '../kernel/durations.ts';
import type { OrganPath } from '../permission/can.ts';
import { SETTINGS, type SettingKey, type ValueOf } from '../setting/catalogue.ts';
import { type ChosenSetting, resolveSetting } from '../setting/resolve.ts';
import { stricterOf } from '../setting/strictness.ts';
import { guessableParts, PARTS_ENOUGH } from './guessable-parts.ts';

type SecurityKey = Extract<SettingKey, `security.${string}`>;

/** How many earlier passwords must not come back (GB/T 22239-2019 8.1.4 asks for regular change; the number is ours). */
export const PASSWORDS_REMEMBERED = 5;

/** What the organs of a person ask of passwords and sign-in. */
export interface SecurityPolicy {
  readonly minimumLength: number;
  readonly composition: boolean;
  /** Days until a password has to be changed; 0: never. */
  readonly passwordDays: number;
  readonly failuresBeforeLock: number;
  readonly lockMinutes: number;
  /** Without anything done the session ends. */
  readonly idleMinutes: number;
  /** Whatever is done the session ends. */
  readonly sessionHours: number;
}

/** A person in several organs is held to the strictest of each; one in none to the defaults. */
export function strictestPolicy(
  organs: readonly OrganPath[],
  chosen: readonly ChosenSetting[],
): SecurityPolicy {
  const strictest = <K extends SecurityKey>(key: K): ValueOf<K> =>
    organs
      .map((organ) => resolveSetting(key, organ, chosen).value)
      .reduce(
        (a, b) => stricterOf(SETTINGS[key].stricter, a, b),
        resolveSetting(key, organs[0] ?? '', chosen).value,
      );
  return {
    minimumLength: strictest('security.passwordMinimumLength'),
    composition: strictest('security.passwordComposition'),
    passwordDays: strictest('security.passwordDays'),
    failuresBeforeLock: strictest('security.failuresBeforeLock'),
    lockMinutes: strictest('security.lockMinutes'),
    idleMinutes: strictest('security.idleMinutes'),
    sessionHours: strictest('security.sessionHours'),
  };
}

export interface FailedAttempts {
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/** One more wrong password or code: the count, and at its limit a lock, after which counting begins anew. */
export function afterFailure(
  failures: number,
  { failuresBeforeLock, lockMinutes }: SecurityPolicy,
  at: Date,
): FailedAttempts {
  return failures + 1 < failuresBeforeLock
    ? { failures: failures + 1, lockedUntil: null }
    : { failures: 0, lockedUntil: new Date(at.getTime() + lockMinutes * MINUTE_MS) };
}

const KINDS = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
const KINDS_NEEDED = 3;
const NAME_LETTERS = 3;

export interface PasswordOwner {
  readonly loginName: string;
  readonly displayName: string;
}

const contains = (password: string, name: string, least: number): boolean =>
  name.length >= least && password.toLowerCase().includes(name.toLowerCase());

/**
 * What is wrong with a password, in Chinese; empty when nothing is.
 *
 * @param isCommon whether a text (lower case) stands in the list of passwords that are tried first
 */
export function passwordFaults(
  password: string,
  owner: PasswordOwner,
  policy: Pick<SecurityPolicy, 'minimumLength' | 'composition'>,
  isCommon: (text: string) => boolean,
): readonly string[] {
  const faults: string[] = [];
  if (Array.from(password).length < policy.minimumLength)
    faults.push(`密码不少于 ${policy.minimumLength} 位`);
  if (policy.composition && KINDS.filter((kind) => kind.test(password)).length < KINDS_NEEDED) {
    faults.push('须含大写字母、小写字母、数字、符号中的三类');
  }
  if (
    contains(password, owner.loginName, NAME_LETTERS) ||
    contains(password, Array.from(owner.loginName).toReversed().join(''), NAME_LETTERS) ||
    contains(password, owner.displayName, 2)
  ) {
    faults.push('不能含有账号或姓名');
  }
  if (guessableParts(password, isCommon) < PARTS_ENOUGH) {
    faults.push('太容易被猜到：不能只由常见密码、键盘上相邻的键、连续或重复的字符、日期拼成');
  }
  return faults;
}
