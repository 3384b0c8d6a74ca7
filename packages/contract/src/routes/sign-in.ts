import { SLUG } from '@zhaoshi/domain/organ/slug';
import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { line } from '../fields.ts';
import { displayName, linkToken, newLoginName, newPassword } from './identity-fields.ts';

const answerPart = z.string().max(4000).optional();

/** What is possible before anybody is signed in. */
export const signInRoutes = {
  options: defineRoute({
    id: 'signIn.options',
    method: 'GET',
    path: '/api/sign-in',
    summary: '可用的登录方式',
    permission: 'anyone',
    response: z
      .object({
        /** Sign-in by another service: a link to `startSingleSignOn` with these words; `null`: not set up. */
        singleSignOn: z.object({ title: z.string() }).nullable(),
        /** No account exists yet: the first administrator has to be made. */
        needsSetUp: z.boolean(),
      })
      .meta({ id: 'SignInOptions' }),
  }),
  setPassword: defineRoute({
    id: 'signIn.setPassword',
    method: 'POST',
    path: '/api/sign-in/password',
    summary: '凭一次性链接设置密码',
    permission: 'anyone',
    audit: 'account.changePassword',
    body: z.object({ token: linkToken, password: newPassword }),
    response: 'nothing',
    attempts: true,
    problems: ['state-refuses'],
  }),
  setUp: defineRoute({
    id: 'signIn.setUp',
    method: 'POST',
    path: '/api/installation',
    summary: '首次使用：设立本级政府和第一名系统管理员',
    permission: 'anyone',
    audit: 'installation.setUp',
    body: z.object({
      token: linkToken,
      region: z.object({
        name: line(50),
        level: z.enum(['province', 'city', 'county'], '请选择层级'),
        slug: z.string('请填写网址简称').trim().regex(SLUG, '网址简称为小写字母、数字和连字符，以字母开头'),
      }),
      governmentName: line(100),
      loginName: newLoginName,
      displayName,
      password: newPassword,
    }),
    response: 'nothing',
    creates: true,
    attempts: true,
    problems: ['state-refuses'],
  }),
  startSingleSignOn: defineRoute({
    id: 'signIn.startSingleSignOn',
    method: 'GET',
    path: '/api/sign-in/oidc/start',
    summary: '转到统一身份认证登录',
    permission: 'anyone',
    audit: 'session.signIn',
    query: z.object({ back: z.string().max(500).optional() }),
    response: 'redirect',
    attempts: true,
    problems: ['not-found'],
  }),
  finishSingleSignOn: defineRoute({
    id: 'signIn.finishSingleSignOn',
    method: 'GET',
    path: '/api/sign-in/oidc/callback',
    summary: '从统一身份认证返回；不成功时转到登录页并说明原因',
    permission: 'anyone',
    audit: 'session.signIn',
    query: z.object({
      code: answerPart,
      state: answerPart,
      iss: answerPart,
      error: answerPart,
      error_description: answerPart,
    }),
    response: 'redirect',
    attempts: true,
  }),
};
