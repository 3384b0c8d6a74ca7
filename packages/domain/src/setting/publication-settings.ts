import { parseIndexPattern } from '../disclosure/index-number/pattern.ts';
import { lineOfText, oneOf, wholeNumber, yesOrNo } from './parse.ts';
import type { SettingDefinition, SettingParser } from './setting.ts';

const LAW_IS_SILENT = '法律没有规定';

const open = { group: 'publication', confidence: 'unconfirmed', source: LAW_IS_SILENT } as const;

/** A pattern of index numbers, refused in the words of the pattern's own parser. */
const indexPattern: SettingParser<string> = Object.assign(
  (value: unknown) => {
    const line = lineOfText(120)(value);
    if (!line.ok) return line;
    const parsed = parseIndexPattern(line.value);
    return parsed.ok ? line : parsed;
  },
  { input: { kind: 'text', longest: 120 } as const },
);

/** Periods of publication that the law leaves open (publication.md §§5, 7, 14). */
const PERIODS = {
  'publication.budgetPeriodUnit': {
    ...open,
    title: '预算、决算公开“二十日”的计算',
    help: '自然日：最后一日是休息日的，顺延到其后第一个工作日。',
    defaultValue: '自然日',
    source: '预算法第十四条没有写明是工作日',
    parse: oneOf('自然日', '工作日'),
  },
  'publication.creditPublicityDays': {
    ...open,
    title: '行政许可、行政处罚“双公示”的期限（工作日）',
    help: '从作出决定之日起算；重大建设项目领域固定为7个工作日，不受此项影响。',
    defaultValue: 7,
    source: '信用信息公示的文件，文号和条款待核',
    parse: wholeNumber(1, 20),
  },
  'publication.interpretationDays': {
    ...open,
    title: '政策解读在文件公开后几个工作日内发布',
    help: '0 为与文件同日发布。',
    defaultValue: 0,
    confidence: 'local',
    source: '各地要求同步发布；国办发〔2016〕19号要求3个工作日内',
    parse: wholeNumber(0, 10),
  },
  'publication.interpretationAlarmDays': {
    ...open,
    title: '文件公开几个工作日后仍无解读即报警',
    help: '从文件发布之日起算，提醒工作机构负责人。',
    defaultValue: 3,
    source: '国办发〔2016〕19号要求3个工作日内',
    parse: wholeNumber(0, 20),
  },
  'publication.handoverDays': {
    ...open,
    title: '向国家档案馆、公共图书馆提供的期限（工作日）',
    help: '从信息形成或者变更之日起算；0 为不定期限，只登记“及时”。',
    defaultValue: 20,
    confidence: 'local',
    source: '条例第二十五条第三款“及时”；一省规定20个工作日',
    parse: wholeNumber(0, 60),
  },
  'publication.internalDeliveryDays': {
    ...open,
    title: '科室向工作机构交付拟公开文件的期限（工作日）',
    help: '从签发之日起算；0 为不定期限。',
    defaultValue: 15,
    confidence: 'local',
    source: '一局的内部规定',
    parse: wholeNumber(0, 20),
  },
  'publication.firstReminderDays': {
    ...open,
    title: '公开期限到期前几个工作日第一次提醒',
    help: '0 为不提醒。',
    defaultValue: 10,
    parse: wholeNumber(0, 19),
  },
  'publication.secondReminderDays': {
    ...open,
    title: '公开期限到期前几个工作日再次提醒',
    help: '0 为不提醒。',
    defaultValue: 5,
    parse: wholeNumber(0, 19),
  },
  'publication.lastReminderDays': {
    ...open,
    title: '公开期限到期前几个工作日最后提醒',
    help: '0 为到期当日。',
    defaultValue: 1,
    parse: wholeNumber(0, 10),
  },
  'publication.remindersByMail': {
    ...open,
    title: '公开职责的提醒同时发到工作机构的电子邮箱',
    help: '邮件只写机关、事项种类和件数；否：只在工作台内提醒。邮箱是机关信息中信息公开工作机构的邮箱。',
    defaultValue: false,
    parse: yesOrNo,
  },
  'publication.reevaluationMonths': {
    ...open,
    title: '不予公开的信息几个月评估审查一次',
    help: '从上次评估或者定为不予公开之日起算。',
    defaultValue: 12,
    source: '条例第十八条“定期评估审查”，没有规定周期',
    parse: wholeNumber(1, 60),
  },
  'publication.boardDays': {
    ...open,
    title: '公示栏张贴至少几日',
    help: '没有专门规定公示期的信息，从张贴次日起算的自然日；有规定的按规定。',
    defaultValue: 15,
    source: '没有规定；比照村民委员会组织法（2025年修正）村务公开栏不少于15日',
    parse: wholeNumber(1, 365),
  },
  'publication.freshnessWarningPercent': {
    ...open,
    title: '栏目未更新达到时限的百分之几时提醒',
    help: '时限由国办秘函〔2019〕19号规定：动态要闻类两周，通知公告、政策文件类六个月。',
    defaultValue: 70,
    source: '国办秘函〔2019〕19号只规定时限，没有规定提醒',
    parse: wholeNumber(10, 99),
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** How the platform numbers, lays out and masks, where the law leaves it open (publication.md §§6, 9, 12, 14). */
const FORMS = {
  'publication.organCode': {
    ...open,
    title: '机构代码',
    help: '用在索引号中；空着时用机关在网址中的名称。',
    defaultValue: '',
    confidence: 'local',
    source: '各地通行“机构代码/年份-流水号”',
    parse: lineOfText(40),
  },
  'publication.indexNumberPattern': {
    ...open,
    title: '索引号的编排',
    help: '可用 {organCode} 机构代码、{category} 类别、{year} 年份、{month} 月份、{serial:5} 流水号（数字为位数），其余照写；必须有流水号，流水号按其前各项分别编排，不重复使用。',
    defaultValue: '{organCode}/{year}-{serial:5}',
    confidence: 'local',
    source: '条例第十二条要求有索引；各地通行“机构代码/年份-流水号”',
    parse: indexPattern,
  },
  'publication.printsMetaTags': {
    ...open,
    title: '网页输出政府网站标签',
    help: '网站名称、网站标识码、栏目名称、标题、发布日期、来源等标签；全站一致。',
    isSiteWide: true,
    defaultValue: true,
    source: '各地政府网站通行；必须项目的完整清单待核',
    parse: yesOrNo,
  },
  'publication.columnLayout': {
    ...open,
    title: '政府信息公开专栏的版式',
    help: '指南、制度、法定主动公开内容、年报四项固定，只决定依申请公开放在哪里；全站一致。',
    isSiteWide: true,
    defaultValue: '依申请公开单列入口',
    source: '国办公开办函〔2019〕61号的版式细节待核',
    parse: oneOf('依申请公开单列入口', '依申请公开与四项并列'),
  },
  'publication.maskedMinorNames': {
    ...open,
    title: '未成年人的姓名怎样遮盖',
    help: '公开前扫描按此提出遮盖后的文字。“留姓”如“张某某”。敏感名单中其他人的姓名由审查人员判断。',
    defaultValue: '留姓',
    parse: oneOf('留姓', '全部遮盖'),
  },
  'publication.maskedAccounts': {
    ...open,
    title: '银行账号怎样遮盖',
    help: '公开前扫描按此提出遮盖后的文字。身份证号码和账号俱全的名单，任何时候都不得公开。',
    defaultValue: '全部遮盖',
    parse: oneOf('全部遮盖', '留后四位'),
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** What publication.md marks [U] or [L]: each a setting with the reference's default. */
export const PUBLICATION_SETTINGS = {
  ...PERIODS,
  ...FORMS,
} as const satisfies Readonly<Record<string, SettingDefinition>>;
