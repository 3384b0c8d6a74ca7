import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '新同事怎样第一次登录？',
    answer:
      '新建账号后系统给出一个一次性链接，当面或通过内部渠道交给本人；本人打开链接自己设置密码。链接 24 小时内有效，管理员不会知道密码。',
  },
  {
    question: '为什么不能同时授予系统管理员和审计员？',
    answer:
      '管理系统的人不能同时检查系统的记录。系统管理员和审计员由不同的人担任，不论在哪个机关任职；其他角色可以兼任。',
  },
  {
    question: '工作人员调离或退休了怎样办？',
    answer:
      '收回其在本机关的任职；不再从事这项工作的，停用账号。账号不删除，以前的办理记录仍能看出是谁做的。',
  },
  {
    question: '为什么有的账号只能查看？',
    answer:
      '该人员还在您的权限范围之外任职，改动账号会影响那里的工作，由共同上级机关的系统管理员办理；自己的账号由另一名系统管理员办理。',
  },
];

const LAWS = [LAW.unusedAccounts, LAW.leastPrivilege];

export const ACCOUNTS_PAGE = {
  title: '账号',
  purpose: '管理工作人员的账号，以及在各机关任职的角色。',
  law: LAWS,
  needs: 'account.read',
  help: HELP,
} as const satisfies PageInfo;

export const NEW_ACCOUNT_PAGE = {
  title: '新建账号',
  purpose: '为一名工作人员建立账号，一人一号，不共用。',
  law: [LAW.unusedAccounts, LAW.leastPrivilege],
  needs: 'account.manage',
  help: HELP,
} as const satisfies PageInfo;

export const ACCOUNT_PAGE = {
  title: '账号信息',
  purpose: '查看和管理一名工作人员的账号、任职和登录凭证。',
  law: LAWS,
  needs: 'account.read',
  help: HELP,
} as const satisfies PageInfo;
