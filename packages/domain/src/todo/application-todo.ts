import type { CivilDate } from '../kernel/civil-date.ts';

interface ApplicationTodoRow {
  readonly permission: 'application.read' | 'application.handle';
  readonly law: string;
  readonly title: (count: number) => string;
}

/** What waits in the register of applications, and the rule behind it. */
export const APPLICATION_TODO = {
  applicationsOverdue: {
    permission: 'application.read',
    law: '条例第三十三条：自收到申请之日起20个工作日内予以答复',
    title: (count) => `督办或者立即办理已逾期的 ${count} 件申请`,
  },
  applicationsDueSoon: {
    permission: 'application.handle',
    law: '条例第三十三条：需要延长的，应当在期限届满前经工作机构负责人同意并告知申请人',
    title: (count) => `办理即将到期的 ${count} 件申请`,
  },
  applicationsToConfirm: {
    permission: 'application.handle',
    law: '条例第三十一条：以双方确认之日为收到申请之日',
    title: (count) => `与申请人确认 ${count} 件申请的收到日期`,
  },
  applicationsUnassigned: {
    permission: 'application.handle',
    law: '条例第四十五条：健全申请登记、审核、办理、答复、归档的工作制度',
    title: (count) => `为 ${count} 件申请指定经办人`,
  },
  applicationsMine: {
    permission: 'application.handle',
    law: '条例第三十三条：能够当场答复的应当当场答复',
    title: (count) => `办理由我经办的 ${count} 件申请`,
  },
  repliesToReview: {
    permission: 'application.handle',
    law: '条例第十七条：公开前应当审查',
    title: (count) => `审核 ${count} 件答复`,
  },
  repliesToApprove: {
    permission: 'application.handle',
    law: '条例第三十六条：根据情况分别作出答复',
    title: (count) => `批准 ${count} 件答复`,
  },
  extensionsToDecide: {
    permission: 'application.handle',
    law: '条例第三十三条第二款：延长答复期限应当经政府信息公开工作机构负责人同意',
    title: (count) => `决定 ${count} 件延期`,
  },
  promotionsToDecide: {
    permission: 'application.handle',
    law: '条例第四十四条：申请人建议纳入主动公开的，应当及时审核；属于主动公开范围的，应当及时主动公开',
    title: (count) => `决定 ${count} 件申请的信息是否转为主动公开`,
  },
  correctionsLapsed: {
    permission: 'application.handle',
    law: '条例第三十条：无正当理由逾期不补正的，视为放弃申请，不再处理',
    title: (count) => `处理补正期限已满的 ${count} 件申请`,
  },
  paymentsLapsed: {
    permission: 'application.handle',
    law: '国办函〔2020〕109号：逾期未缴纳的，视为放弃申请，不再处理',
    title: (count) => `处理缴费期限已满的 ${count} 件申请`,
  },
  consultationsLapsed: {
    permission: 'application.handle',
    law: '条例第三十二条：第三方逾期未提出意见的，由行政机关决定是否公开',
    title: (count) => `处理征求意见期限已满的 ${count} 件申请`,
  },
  datesToTell: {
    permission: 'application.handle',
    law: '法律没有规定；节假日安排公布后答复期限变动的，告知申请人',
    title: (count) => `把变动后的答复期限告知 ${count} 件申请的申请人`,
  },
} as const satisfies Readonly<Record<string, ApplicationTodoRow>>;

export type ApplicationTodoKind = keyof typeof APPLICATION_TODO;

export const APPLICATION_TODO_KINDS = Object.keys(APPLICATION_TODO) as readonly ApplicationTodoKind[];

/** How many cases wait for the same, until when the first of them, and which it is where there is only one. */
export interface WaitingCases {
  readonly count: number;
  readonly dueOn: CivilDate | null;
  readonly only: { readonly regionId: string; readonly applicationId: string } | null;
}

/** What waits for a person; kinds that are not theirs are left out. */
export type ApplicationTodoFacts = Readonly<Partial<Record<ApplicationTodoKind, WaitingCases>>>;
