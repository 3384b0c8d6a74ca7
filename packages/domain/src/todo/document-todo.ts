import type { CivilDate } from '../kernel/civil-date.ts';

interface DocumentTodoRow {
  readonly permission: 'document.handle';
  readonly law: string;
  readonly title: (count: number) => string;
}

/** What waits among the documents to be published, and the rule behind it. */
export const DOCUMENT_TODO = {
  documentsOverdue: {
    permission: 'document.handle',
    law: '条例第二十六条：自信息形成或者变更之日起20个工作日内及时公开',
    title: (count) => `公开已经逾期的 ${count} 份文件`,
  },
  documentsDueSoon: {
    permission: 'document.handle',
    law: '条例第二十六条：自信息形成或者变更之日起20个工作日内及时公开',
    title: (count) => `公开即将到期的 ${count} 份文件`,
  },
  documentsToAgree: {
    permission: 'document.handle',
    law: '谁公开、谁审查、谁负责：先由站所（科室）负责人提出意见',
    title: (count) => `审核本单位拟公开的 ${count} 份文件`,
  },
  documentsToReview: {
    permission: 'document.handle',
    law: '条例第十七条：公开前应当审查；先审查、后公开',
    title: (count) => `审查 ${count} 份拟公开的文件`,
  },
  documentsToResolve: {
    permission: 'document.handle',
    law: '条例第十七条第三款：不能确定的，报有关主管部门或者保密行政管理部门确定',
    title: (count) => `登记 ${count} 份文件报请确定的结果`,
  },
  documentsToSign: {
    permission: 'document.handle',
    law: '国办发〔2016〕80号：公开属性由签发人最终确定',
    title: (count) => `签发 ${count} 份文件`,
  },
  documentsToPublish: {
    permission: 'document.handle',
    law: '条例第二十三条、第二十六条：及时通过政府网站等公开',
    title: (count) => `发布已签发的 ${count} 份文件`,
  },
  documentsToApproveAfterwards: {
    permission: 'document.handle',
    law: '先审查、后公开：紧急发布的由第三人及时补审',
    title: (count) => `补审紧急发布的 ${count} 份文件`,
  },
  leaksToFollowUp: {
    permission: 'document.handle',
    law: '个人信息保护法第五十七条：立即补救，并通知履行个人信息保护职责的部门和个人',
    title: (count) => `登记 ${count} 份撤回文件的泄露通知和报告`,
  },
} as const satisfies Readonly<Record<string, DocumentTodoRow>>;

export type DocumentTodoKind = keyof typeof DOCUMENT_TODO;

export const DOCUMENT_TODO_KINDS = Object.keys(DOCUMENT_TODO) as readonly DocumentTodoKind[];

/** How many documents wait for the same, until when the first of them, and which it is where there is only one. */
export interface WaitingDocuments {
  readonly count: number;
  readonly dueOn: CivilDate | null;
  readonly only: { readonly regionId: string; readonly documentId: string } | null;
}

/** What waits for a person; kinds that are not theirs are left out. */
export type DocumentTodoFacts = Readonly<Partial<Record<DocumentTodoKind, WaitingDocuments>>>;
