import { z } from 'zod';
import { id, line, moment, organKey, role } from '../fields.ts';

/** Fields of accounts and of signing in. */

/** As a person types it at sign-in; whether it could be one at all is not told. */
export const loginNameAsTyped = z
  .string('请填写账号')
  .trim()
  .toLowerCase()
  .min(1, '请填写账号')
  .max(40, '账号不超过 40 字');

/** A login name that is given to somebody. */
export const newLoginName = z
  .string('请填写账号')
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{2,39}$/,
    '账号为 3 至 40 位小写字母、数字、点、下划线或连字符，以字母或数字开头',
  );

export const displayName = line(50);

/** A password that is only compared. */
export const typedPassword = z.string('请填写密码').min(1, '请填写密码').max(256, '密码不超过 256 字');

/** A password to be set; whether it is good enough is the policy's question. */
export const newPassword = z.string('请填写新密码').min(1, '请填写新密码').max(256, '密码不超过 256 字');

/** Six digits of the authenticator, or a recovery code. */
export const secondFactorCode = z
  .string('请填写动态口令')
  .trim()
  .min(1, '请填写动态口令')
  .max(40, '动态口令为六位数字，恢复码为四组字符');

/** The secret of a one-time link. */
export const linkToken = z.string('链接不完整').regex(/^[A-Za-z0-9_-]{43}$/, '链接不完整，请完整复制');

/** An account of a single sign-on service that belongs to the person. */
export const linkedIdentity = z.object({
  identityId: id,
  issuer: z.string(),
  /** What the service calls the person. */
  subject: z.string(),
  linkedAt: moment,
});

export const membership = z.object({
  membershipId: id,
  ...organKey,
  organName: z.string(),
  role,
  grantedAt: moment,
});

/** What a password has to be, for the form that asks for a new one. */
export const passwordRules = z.object({
  minimumLength: z.int(),
  /** Three of four kinds of characters. */
  composition: z.boolean(),
  /** Days until it has to be changed; 0: never. */
  days: z.int(),
  /** How many earlier passwords must not come back. */
  remembered: z.int(),
});
