import type { Permission } from '../permission/permissions.ts';

interface ComplaintTodoRow {
  readonly permission: Permission;
  readonly law: string;
  readonly title: (count: number) => string;
}

/** What waits in complaints and in orders to put right (oversight.md §3). */
export const COMPLAINT_TODO = {
  complaintsToAcknowledge: {
    permission: 'complaint.handle',
    law: '条例第四十七条、第五十一条（村务公开：村民委员会组织法第三十六条）；告知期限由本机关设置',
    title: (count) => `告知 ${count} 件投诉是否受理`,
  },
  complaintsToAnswer: {
    permission: 'complaint.handle',
    law: '条例第四十七条：查证属实的，应当予以督促整改或者通报批评（村务公开：村民委员会组织法第三十六条，责令依法公布）；办理期限由本机关设置',
    title: (count) => `告知 ${count} 件投诉的办理结果`,
  },
  ordersToPerform: {
    permission: 'remediation.perform',
    law: '条例第四十七条：督促整改、通报批评',
    title: (count) => `落实 ${count} 份整改通知、通报`,
  },
  ordersToReview: {
    permission: 'remediation.review',
    law: '条例第四十七条第二款：督促整改',
    title: (count) => `复核 ${count} 份整改情况`,
  },
} as const satisfies Readonly<Record<string, ComplaintTodoRow>>;
