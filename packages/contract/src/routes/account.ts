import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { id, moment } from '../fields.ts';
import {
  linkedIdentity,
  newPassword,
  passwordRules,
  secondFactorCode,
  typedPassword,
} from './identity-fields.ts';
import { session } from './session.ts';

const recoveryCodes = z.array(z.string());

/** A person's own account. */
export const accountRoutes = {
  read: defineRoute({
    id: 'ownAccount.read',
    method: 'GET',
    path: '/api/account',
    summary: '本人账号：密码要求、动态口令、关联的统一身份',
    permission: 'signingIn',
    response: z
      .object({
        loginName: z.string(),
        displayName: z.string(),
        /** `null`: signs in by another service only. */
        passwordChangedAt: moment.nullable(),
        /** When it has to be changed; `null`: never. */
        passwordExpiresAt: moment.nullable(),
        passwordRules,
        secondFactor: z.object({
          /** `null`: not set up. */
          enrolledAt: moment.nullable(),
          /** Whether the person's roles need it. */
          required: z.boolean(),
          recoveryCodesLeft: z.int(),
        }),
        identities: z.array(linkedIdentity),
      })
      .meta({ id: 'OwnAccount' }),
  }),
  changePassword: defineRoute({
    id: 'ownAccount.changePassword',
    method: 'PUT',
    path: '/api/account/password',
    summary: '修改本人密码；其他设备上的登录随之失效',
    permission: 'signingIn',
    audit: 'account.changePassword',
    body: z.object({ current: typedPassword, next: newPassword }),
    response: session,
    attempts: true,
    problems: ['sign-in-incomplete'],
  }),
  startSecondFactor: defineRoute({
    id: 'ownAccount.startSecondFactor',
    method: 'POST',
    path: '/api/account/second-factor',
    summary: '开始设置动态口令：取得密钥',
    permission: 'signingIn',
    audit: 'account.enrolSecondFactor',
    // While signing in the password has just been given; later it is asked for once more.
    body: z.object({ password: typedPassword.optional() }),
    response: z
      .object({
        /** The key in groups of four, for typing into an authenticator. */
        keyText: z.string(),
        /** otpauth://totp/…, for a link or a QR code. */
        uri: z.string(),
      })
      .meta({ id: 'SecondFactorKey' }),
    attempts: true,
    problems: ['sign-in-incomplete'],
  }),
  confirmSecondFactor: defineRoute({
    id: 'ownAccount.confirmSecondFactor',
    method: 'PUT',
    path: '/api/account/second-factor',
    summary: '用第一个动态口令完成设置；其他设备上的登录随之失效',
    permission: 'signingIn',
    audit: 'account.enrolSecondFactor',
    body: z.object({ code: secondFactorCode }),
    response: z
      .object({ session, /** Shown once; each works once. */ recoveryCodes })
      .meta({ id: 'SecondFactorEnrolled' }),
    attempts: true,
    problems: ['sign-in-incomplete', 'state-refuses'],
  }),
  renewRecoveryCodes: defineRoute({
    id: 'ownAccount.renewRecoveryCodes',
    method: 'POST',
    path: '/api/account/recovery-codes',
    summary: '换一组恢复码；原来的失效',
    permission: 'self',
    audit: 'account.renewRecoveryCodes',
    body: z.object({ password: typedPassword }),
    response: z.object({ recoveryCodes }).meta({ id: 'RecoveryCodes' }),
    attempts: true,
    problems: ['state-refuses'],
  }),
  listSessions: defineRoute({
    id: 'ownAccount.listSessions',
    method: 'GET',
    path: '/api/account/sessions',
    summary: '本人登录的设备',
    permission: 'self',
    response: z
      .object({
        items: z.array(
          z.object({
            sessionId: id,
            device: z.string(),
            createdAt: moment,
            lastSeenAt: moment,
            expiresAt: moment,
            secondFactor: z.boolean(),
            /** The one that asks. */
            isCurrent: z.boolean(),
          }),
        ),
      })
      .meta({ id: 'OwnSessions' }),
  }),
  endSession: defineRoute({
    id: 'ownAccount.endSession',
    method: 'DELETE',
    path: '/api/account/sessions/:sessionId',
    summary: '注销本人在一台设备上的登录',
    permission: 'self',
    audit: 'session.revoke',
    params: z.object({ sessionId: id }),
    response: 'nothing',
    problems: ['not-found'],
  }),
  endOtherSessions: defineRoute({
    id: 'ownAccount.endOtherSessions',
    method: 'DELETE',
    path: '/api/account/sessions',
    summary: '注销本人在其他所有设备上的登录',
    permission: 'self',
    audit: 'session.revoke',
    response: 'nothing',
  }),
  linkIdentity: defineRoute({
    id: 'ownAccount.linkIdentity',
    method: 'POST',
    path: '/api/account/identities',
    summary: '关联本人的统一身份：取得要转到的地址',
    permission: 'self',
    audit: 'account.linkIdentity',
    body: z.object({ password: typedPassword }),
    response: z.object({ address: z.url() }).meta({ id: 'IdentityLinkAddress' }),
    creates: true,
    attempts: true,
    problems: ['state-refuses', 'unavailable'],
  }),
  confirmIdentity: defineRoute({
    id: 'ownAccount.confirmIdentity',
    method: 'PUT',
    path: '/api/account/identities',
    summary: '从统一身份认证回来后，在离开时的同一次登录中确认关联',
    permission: 'self',
    audit: 'account.linkIdentity',
    body: z.object({
      /** From the address that the other service led back to; good for a few minutes and this session alone. */
      ticket: z.string().min(1).max(4000),
    }),
    response: 'nothing',
    attempts: true,
    problems: ['conflict', 'state-refuses'],
  }),
  unlinkIdentity: defineRoute({
    id: 'ownAccount.unlinkIdentity',
    method: 'DELETE',
    path: '/api/account/identities/:identityId',
    summary: '取消关联本人的统一身份',
    permission: 'self',
    audit: 'account.unlinkIdentity',
    params: z.object({ identityId: id }),
    response: 'nothing',
    problems: ['not-found', 'state-refuses'],
  }),
};
