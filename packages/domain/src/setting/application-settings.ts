import { wholeNumber, yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const LAW_IS_SILENT = '法律没有规定';
const INTERNAL_TIMES = '按15个工作日旧期限的内部时限折算：转办2日、承办10日、工作机构3日';
const FEE = '国办函〔2020〕109号没有规定';

/** A number of days, or a share, that the law leaves open. */
const number = (
  title: string,
  help: string,
  [defaultValue, least, most]: readonly [number, number, number],
  source = LAW_IS_SILENT,
) =>
  ({
    title,
    help,
    group: 'deadlines',
    defaultValue,
    confidence: 'unconfirmed',
    source,
    parse: wholeNumber(least, most),
  }) as const satisfies SettingDefinition<number>;

const choice = (
  group: 'applications' | 'fee' | 'review',
  [title, help]: readonly [string, string],
  defaultValue: boolean,
  source = LAW_IS_SILENT,
) =>
  ({
    title,
    help,
    group,
    defaultValue,
    confidence: 'unconfirmed',
    source,
    parse: yesOrNo,
  }) as const satisfies SettingDefinition<boolean>;

/** Intake, correction, consultation and the other periods of a case (applications.md §§2–6, 14). */
const PERIODS = {
  'application.confirmationDays': number(
    '网络、传真申请几个工作日内与申请人确认',
    '从到达之日起算，到期提醒；不得借确认拖延（条例第三十一条第（三）项）。',
    [1, 0, 5],
  ),
  'application.confirmationAlarmDays': number(
    '几个工作日仍未确认即报警',
    '从到达之日起算，提醒工作机构负责人。',
    [2, 1, 10],
  ),
  'application.entryDays': {
    ...number('线下申请几个工作日内登记', '当面、邮寄等方式提交的申请，从到达之日起算。', [2, 0, 10]),
    confidence: 'local',
    source: '各地电子监察的要求',
  },
  'application.correctionDays': {
    ...number('补正的期限（工作日）', '从申请人收到补正告知书之日起算，可在每份告知书中另定。', [15, 1, 60]),
    confidence: 'local',
    source: '条例第三十条“合理的补正期限”；规范：一般不超过15个工作日',
  },
  'application.excludesReasons': {
    ...choice(
      'applications',
      [
        '申请人说明理由的时间不计算在答复期限内',
        '是：自要求说明理由之日的次日起，至收到说明（或者登记没有说明）之日止不计算；否：照常计算。',
      ],
      false,
      '条例第三十五条没有规定',
    ),
    group: 'deadlines',
  },
  'application.organConsultationDays': number(
    '请其他机关几个工作日内答复',
    '写入协商函，只作提醒；0 为不写期限。',
    [0, 0, 60],
    '条例第三十三条第三款没有规定期限',
  ),
  'application.thirdPartyReliefDays': number(
    '不顾第三方反对而公开的，等候几日再提供',
    '从第三方收到告知书之日起算的自然日，供其寻求救济；写入告知书，期满次日才能送达答复。0 为不等候。',
    [15, 0, 90],
    '条例第三十二条没有规定期限',
  ),
  'application.recordAmendmentDays': number(
    '更正政府信息几个工作日内办结',
    '从收到更正申请之日起算。',
    [20, 1, 60],
    '条例第四十一条没有规定期限',
  ),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** Reminders and the times inside the office (applications.md §§2, 16). */
const REMINDERS = {
  'application.dispatchPercent': number(
    '转办节点占答复期限的比例（%）',
    '到这一天仍未确定承办单位的，提醒工作机构负责人。',
    [13, 1, 100],
    INTERNAL_TIMES,
  ),
  'application.unitPercent': number(
    '承办单位办结节点占答复期限的比例（%）',
    '到这一天仍未提交答复稿的，提醒承办单位负责人；其后为工作机构审核的时间。',
    [80, 1, 100],
    INTERNAL_TIMES,
  ),
  'application.firstReminderDays': number('到期前几个工作日第一次提醒', '0 为不提醒。', [10, 0, 40]),
  'application.secondReminderDays': number(
    '到期前几个工作日再次提醒',
    '从这一天起显示为黄色；0 为不提醒。',
    [5, 0, 40],
  ),
  'application.lastReminderDays': number(
    '到期前几个工作日最后提醒',
    '从这一天起显示为橙色；0 为到期当日。',
    [1, 0, 10],
  ),
  'application.correctionReminderDay': number(
    '收到申请后第几个工作日提醒是否需要补正',
    '补正须在第7个工作日以前告知（条例第三十条），第7个工作日另行提醒。',
    [5, 1, 7],
  ),
  'application.overdueToSupervisor': choice(
    'applications',
    ['逾期未答复的每日提醒主管部门', '否：只提醒本机关。'],
    true,
    '条例第四十七条规定主管部门应当督促，没有规定方式',
  ),
  'application.remindersByMail': choice(
    'applications',
    [
      '期限提醒同时发到工作机构的电子邮箱',
      '邮件只写登记号、机关和日期；否：只在工作台内提醒。邮箱是机关信息中信息公开工作机构的邮箱。',
    ],
    false,
  ),
  'application.tellsMovedDates': choice(
    'applications',
    [
      '节假日安排使答复期限变动的，告知申请人',
      '申请人被告知过另一日期的，列入待办，告知变动后的答复期限或者登记联系情况后消除。',
    ],
    true,
  ),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** What the office does, where the law leaves it open (applications.md §§1, 3, 6, 10, 14, 15). */
const HANDLING = {
  'application.minimumSearchPlaces': {
    ...number(
      '答复不存在以前至少检索几处',
      '如档案室和承办科室；检索记录不足的，不能提交答复。',
      [2, 1, 5],
      '法释〔2025〕8号第六条要求合理检索，没有规定处数',
    ),
    group: 'applications',
  },
  'application.requiresLegalReview': choice(
    'review',
    ['答复须经合法性审核', '否：批准以前不要求合法性审核。'],
    true,
  ),
  'application.requiresSecrecyReview': {
    ...choice('review', ['答复须经保密审查', '否：批准以前不要求保密审查。'], true),
    source: '条例第十七条规定公开以前应当审查，没有规定答复的形式',
  },
  'application.excessivePerMonth': {
    ...number(
      '一名申请人一个月超过几件提示数量、频次',
      '只作提示，是否明显超过合理范围由机关判断（条例第三十五条、第四十二条）。',
      [10, 1, 1000],
      '条例没有规定件数；收费标准从第11件起收',
    ),
    group: 'applications',
  },
  'application.suggestsSplit': choice(
    'applications',
    ['一份申请写有几个事项时建议拆分', '拆分后的各件收到申请之日相同，可以并案答复。'],
    true,
    '国办函〔2020〕109号第四条只为收费允许拆分',
  ),
  'application.retentionYears': {
    ...number('案卷保存年限', '一般的案卷，从办结的次年起算。', [10, 1, 100], '归档范围和保管期限表没有列明'),
    group: 'applications',
  },
  'application.retentionYearsDisputed': {
    ...number(
      '不予公开或有争议的案卷保存年限',
      '不予公开、部分公开或者有复议、诉讼的案卷，从办结的次年起算。',
      [30, 1, 100],
      '归档范围和保管期限表没有列明',
    ),
    group: 'applications',
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** 信息处理费 (applications.md §7). */
const FEES = {
  'fee.monthByReceiptDate': choice(
    'fee',
    ['按收到申请之日归入自然月', '否：按登记之日归入自然月。'],
    true,
    FEE,
  ),
  'fee.countsPerOrgan': choice(
    'fee',
    ['同一申请人的件数按机关分别计算', '否：与下级机关收到的合并计算。'],
    true,
    FEE,
  ),
  'fee.sidesPerPage': {
    ...number('几面为一页', 'A4 及以下幅面；1 为单面一页，2 为正反两面一页。', [1, 1, 2], FEE),
    group: 'fee',
  },
  'fee.firstRisingRate': {
    ...number(
      '第31至40件每件收费（元）',
      '其后每10件增加100元。',
      [200, 100, 300],
      '国办函〔2020〕109号第四条“以10件为一档，每增加一档，收费标准提高100元/件”的通常理解',
    ),
    group: 'fee',
  },
  'fee.restartsClock': choice(
    'fee',
    ['缴费后重新计算答复期限', '是：从缴费次日起重新计算20个工作日；否：从中止处继续计算。'],
    true,
    FEE,
  ),
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/**
 * What applications.md marks [U] or [L] in the handling of a case, but for letters, remedies and deliveries.
 */
export const APPLICATION_SETTINGS = {
  ...PERIODS,
  ...REMINDERS,
  ...HANDLING,
  ...FEES,
} as const satisfies Readonly<Record<string, SettingDefinition>>;
