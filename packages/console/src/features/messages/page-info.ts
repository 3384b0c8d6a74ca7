import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const MESSAGES_PAGE = {
  title: '发出的通知',
  purpose: '查看系统以邮件、短信等方式发出的通知是否送出，检查发送网关。',
  law: [LAW.personalInformationMeasures],
  needs: 'message.read',
  help: [
    {
      question: '“留存未发”是什么意思？',
      answer: '这种方式还没有配置发送网关，通知没有发出，只留存在系统内，可以在这里阅读。演示系统都是这样。',
    },
    {
      question: '为什么看不到收件地址和内容？',
      answer: '地址和内容属于个人信息，加密保存，发出后清除；这里只显示发给谁、是否送出。',
    },
    {
      question: '发送失败怎样办？',
      answer: '系统会自动重试；多次仍失败的，按原因检查网关配置，再到“后台任务”中重新执行。',
    },
  ],
} as const satisfies PageInfo;
