import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, line, moment, organKey, role, version } from '../fields.ts';
import { page, pageQuery } from '../page.ts';
import { displayName, linkedIdentity, membership, newLoginName } from './identity-fields.ts';

const accountParams = z.object({ accountId: id });

export const account = z
  .object({
    accountId: id,
    loginName: z.string(),
    displayName: z.string(),
    state: z.enum(['active', 'locked', 'disabled']),
    lockedUntil: moment.nullable(),
    disabledAt: moment.nullable(),
    /** Whether a first password has been set. */
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    lastSeenAt: moment.nullable(),
    createdAt: moment,
    isDemonstration: z.boolean(),
    /** In organs that the caller's right reaches. */
    memberships: z.array(membership),
    /** Has roles elsewhere too: only an administrator above all of them may change the account itself. */
    hasMembershipsElsewhere: z.boolean(),
    identities: z.array(linkedIdentity),
    version,
    abilities,
  })
  .meta({ id: 'Account' });

const newMembership = z.strictObject({ ...organKey, role });

const passwordLink = z
  .object({
    /** To be opened in a browser by the person alone; its secret is behind the "#" and shown only now. */
    path: z.string(),
    expiresAt: moment,
  })
  .meta({ id: 'PasswordLink' });

/** Accounts as their administrators see them. */
export const accountsRoutes = {
  list: defineRoute({
    id: 'account.list',
    method: 'GET',
    path: '/api/accounts',
    summary: '权限范围内的账号',
    permission: 'account.read',
    query: pageQuery.extend({
      /** Part of a name or login name. */
      search: line(50).optional(),
      organId: id.optional(),
      role: role.optional(),
      state: z.enum(['active', 'locked', 'disabled']).optional(),
    }),
    response: page(account),
  }),
  read: defineRoute({
    id: 'account.read',
    method: 'GET',
    path: '/api/accounts/:accountId',
    summary: '一个账号',
    permission: 'account.read',
    params: accountParams,
    response: account,
    versioned: true,
    problems: ['not-found'],
  }),
  create: defineRoute({
    id: 'account.create',
    method: 'POST',
    path: '/api/accounts',
    summary: '新建账号；密码由本人凭一次性链接设置',
    permission: 'account.manage',
    audit: 'account.create',
    body: z.strictObject({
      loginName: newLoginName,
      displayName,
      memberships: z.array(newMembership).min(1, '至少指定一个任职').max(20, '一次不超过 20 个任职'),
    }),
    response: account,
    creates: true,
    versioned: true,
    problems: ['not-found', 'conflict'],
  }),
  edit: defineRoute({
    id: 'account.edit',
    method: 'PUT',
    path: '/api/accounts/:accountId',
    summary: '修改姓名',
    permission: 'account.manage',
    audit: 'account.edit',
    params: accountParams,
    body: z.strictObject({ displayName }),
    response: account,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'forbidden', 'stale'],
  }),
  disable: defineRoute({
    id: 'account.disable',
    method: 'POST',
    path: '/api/accounts/:accountId/disable',
    summary: '停用账号；登录立即失效',
    permission: 'account.manage',
    audit: 'account.disable',
    params: accountParams,
    response: account,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'forbidden', 'stale'],
  }),
  enable: defineRoute({
    id: 'account.enable',
    method: 'POST',
    path: '/api/accounts/:accountId/enable',
    summary: '恢复停用的账号',
    permission: 'account.manage',
    audit: 'account.enable',
    params: accountParams,
    response: account,
    ifMatch: true,
    versioned: true,
    problems: ['not-found', 'forbidden', 'stale'],
  }),
  unlock: defineRoute({
    id: 'account.unlock',
    method: 'POST',
    path: '/api/accounts/:accountId/unlock',
    summary: '解除因连续输错造成的锁定',
    permission: 'account.manage',
    audit: 'account.unlock',
    params: accountParams,
    response: account,
    versioned: true,
    problems: ['not-found', 'forbidden'],
  }),
  resetPassword: defineRoute({
    id: 'account.resetPassword',
    method: 'POST',
    path: '/api/accounts/:accountId/password-link',
    summary: '发放设置密码的一次性链接；原密码和登录立即失效',
    permission: 'account.manage',
    audit: 'account.resetPassword',
    params: accountParams,
    response: passwordLink,
    problems: ['not-found', 'forbidden', 'state-refuses'],
  }),
  resetSecondFactor: defineRoute({
    id: 'account.resetSecondFactor',
    method: 'DELETE',
    path: '/api/accounts/:accountId/second-factor',
    summary: '清除动态口令和恢复码；登录立即失效',
    permission: 'account.manage',
    audit: 'account.resetSecondFactor',
    params: accountParams,
    response: account,
    versioned: true,
    problems: ['not-found', 'forbidden'],
  }),
  grant: defineRoute({
    id: 'account.grant',
    method: 'POST',
    path: '/api/accounts/:accountId/memberships',
    summary: '授予任职角色；该账号须重新登录',
    permission: 'account.manage',
    audit: 'membership.grant',
    params: accountParams,
    body: newMembership,
    response: account,
    creates: true,
    versioned: true,
    problems: ['not-found', 'forbidden', 'conflict'],
  }),
  revoke: defineRoute({
    id: 'account.revoke',
    method: 'DELETE',
    path: '/api/accounts/:accountId/memberships/:regionId/:membershipId',
    summary: '收回任职角色；该账号须重新登录',
    permission: 'account.manage',
    audit: 'membership.revoke',
    params: z.object({ accountId: id, regionId: id, membershipId: id }),
    response: 'nothing',
    problems: ['not-found', 'forbidden'],
  }),
  linkIdentity: defineRoute({
    id: 'account.linkIdentity',
    method: 'POST',
    path: '/api/accounts/:accountId/identities',
    summary: '关联统一身份',
    permission: 'account.manage',
    audit: 'account.linkIdentity',
    params: accountParams,
    body: z.strictObject({ subject: line(255) }),
    response: account,
    versioned: true,
    problems: ['not-found', 'forbidden', 'conflict', 'state-refuses'],
  }),
  unlinkIdentity: defineRoute({
    id: 'account.unlinkIdentity',
    method: 'DELETE',
    path: '/api/accounts/:accountId/identities/:identityId',
    summary: '取消关联统一身份',
    permission: 'account.manage',
    audit: 'account.unlinkIdentity',
    params: z.object({ accountId: id, identityId: id }),
    response: account,
    versioned: true,
    problems: ['not-found', 'forbidden'],
  }),
};
