import { LAW } from './law.ts';
import type { PageInfo } from './page-info.ts';

/** What the pages of the shell say of themselves. */
export const SHELL_PAGES = {
  signIn: {
    title: '登录',
    purpose: '政府信息公开工作人员登录。',
    law: [LAW.personalInformationMeasures],
  },
  home: {
    title: '待办',
    purpose: '需要您办理的事项，按期限从近到远排列。',
    law: [LAW.disclosureOffice, LAW.proactivePeriod, LAW.replyDeadline],
    help: [
      {
        question: '期限是怎样算的？',
        answer: '期限按工作日计算，法定节假日不计、调休上班日计入；依据国务院办公厅当年的放假安排。',
      },
      {
        question: '为什么看不到某件事？',
        answer: '这里只列出您在当前机关的职责范围内的事项。您在几个机关任职时，请在页面顶部切换机关。',
      },
    ],
  },
  account: {
    title: '我的账号',
    purpose: '修改密码、管理动态口令，设置日历订阅和提醒，查看并注销正在登录的设备。',
    law: [LAW.personalInformationMeasures],
    help: [
      {
        question: '手机丢了，怎样重设动态口令？',
        answer:
          '请联系本机关的系统管理员清除动态口令；下次登录时系统会引导您重新设置。所有设备会同时退出登录。',
      },
      {
        question: '发现不认识的登录设备怎么办？',
        answer: '先注销该设备，再修改密码，并告知系统管理员。',
      },
    ],
  },
} as const satisfies Readonly<Record<string, PageInfo>>;
