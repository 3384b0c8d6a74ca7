import { TREE_KIND_NAMES, type TreeKind } from '@zhaoshi/domain/organ/tree';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { abilities, id, organKey, role } from '../fields.ts';
import { loginNameAsTyped, secondFactorCode, typedPassword } from './identity-fields.ts';

/** What is still to be done before a session counts. */
export const sessionStage = z.enum(['secondFactor', 'changePassword', 'enrolSecondFactor', 'full']);

const membershipOrgan = z.object({
  ...organKey,
  name: z.string(),
  kind: z.enum([...TREE_KIND_NAMES] as [TreeKind, ...TreeKind[]]),
  roles: z.array(role),
});

export const session = z
  .object({
    stage: sessionStage,
    account: z.object({ accountId: id, displayName: z.string(), loginName: z.string() }),
    /** Signed in with the second factor; without it the roles that need one rest. */
    secondFactor: z.boolean(),
    /** The organ the person acts in; `null` for a person without any role. */
    organ: membershipOrgan.nullable(),
    /** All organs the person has roles in. */
    organs: z.array(membershipOrgan),
    /** What the person may do in the organ they act in. */
    abilities,
    isDemonstration: z.boolean(),
  })
  .meta({ id: 'Session' });

export const sessionRoutes = {
  signIn: defineRoute({
    id: 'session.signIn',
    method: 'POST',
    path: '/api/session',
    summary: '用账号和密码登录',
    permission: 'anyone',
    audit: 'session.signIn',
    body: z.object({ loginName: loginNameAsTyped, password: typedPassword }),
    response: session,
    attempts: true,
    problems: ['not-signed-in'],
  }),
  confirmSecondFactor: defineRoute({
    id: 'session.confirmSecondFactor',
    method: 'POST',
    path: '/api/session/second-factor',
    summary: '核验动态口令或恢复码：登录的第二步；登录以后再核验一次，供签发等使用',
    permission: 'signingIn',
    audit: 'session.confirmSecondFactor',
    body: z.object({ code: secondFactorCode }),
    response: session,
    attempts: true,
    problems: ['state-refuses'],
  }),
  read: defineRoute({
    id: 'session.read',
    method: 'GET',
    path: '/api/session',
    summary: '当前登录人、任职机关和权限',
    permission: 'signingIn',
    response: session,
  }),
  signOut: defineRoute({
    id: 'session.signOut',
    method: 'DELETE',
    path: '/api/session',
    summary: '退出登录',
    permission: 'signingIn',
    audit: 'session.signOut',
    response: 'nothing',
  }),
  switchOrgan: defineRoute({
    id: 'session.switchOrgan',
    method: 'PUT',
    path: '/api/session/organ',
    summary: '切换任职机关',
    permission: 'self',
    audit: 'session.switchOrgan',
    body: z.object(organKey),
    response: session,
    problems: ['not-found'],
  }),
};
