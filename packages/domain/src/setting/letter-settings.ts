import { lineOfText, oneOf, yesOrNo } from './parse.ts';
import type { SettingDefinition } from './setting.ts';

const LAW_IS_SILENT = '法律没有规定';

const open = { group: 'letters', confidence: 'unconfirmed' } as const;

/** What the law leaves open in letters, remedies and deliveries (applications.md §§11–13, the points marked [U] or [L]). */
export const LETTER_SETTINGS = {
  'letter.numberWord': {
    ...open,
    title: '告知书发文字号的机关代字',
    help: '如“昭府办公复”，文书编号为“昭府办公复〔2026〕第12号”；空着时由承办人填写全号。',
    defaultValue: '',
    confidence: 'local',
    source: '各地通行的“××公复〔年份〕第×号”',
    parse: lineOfText(20, { matches: /^\p{Script=Han}+$/u, words: '应为汉字' }),
  },
  'letter.numberWithWordDi': {
    ...open,
    title: '发文字号的序号前写“第”字',
    help: '是：〔2026〕第12号；否：〔2026〕12号。',
    defaultValue: true,
    confidence: 'local',
    source: '各地通行写法；GB/T 9704-2012 7.2.5 规定公文序号不加“第”字',
    parse: yesOrNo,
  },
  'letter.othersSeeApplicant': {
    ...open,
    title: '征求意见时向对方写明申请人',
    help: '否：征求第三方和其他机关意见的文书中不得出现申请人的姓名（名称）。',
    defaultValue: false,
    source: '条例第三十二条没有要求；个人信息保护法第六条（最小范围）',
    parse: yesOrNo,
  },
  'remedy.reviewOrgan': {
    ...open,
    title: '行政复议机关',
    help: '写入告知书；空着时按行政复议法第二十四条由机关的种类和上级政府得出。垂直领导系统须在此填写上一级主管部门。',
    defaultValue: '',
    source: '行政复议法第二十四条、第二十七条',
    parse: lineOfText(100),
  },
  'remedy.court': {
    ...open,
    title: '有管辖权的人民法院',
    help: '写入告知书；空着时由所在地区的名称得出。实行行政案件集中管辖的地方须在此填写。',
    defaultValue: '',
    source: '行政诉讼法第十四条、第十五条、第十八条',
    parse: lineOfText(100),
  },
  'remedy.reviewAddress': {
    ...open,
    title: '在线申请行政复议的网址',
    help: '以互联网渠道送达的告知书须同时提供；空着时不写。',
    defaultValue: '',
    source: '行政复议法第二十二条第二款',
    parse: lineOfText(200, { matches: /^https?:\/\/\S+$/, words: '应为网址，以 http:// 或 https:// 开头' }),
  },
  'remedy.courtRefusesText': {
    ...open,
    title: '法院不予受理的答复怎样写救济途径',
    help: '行政查询、加工分析、信访投诉举报、公开出版物，以及信息已经提供后的重复申请。',
    defaultValue: '写明复议和诉讼',
    source: '法释〔2025〕8号第十条；规范要求每份答复写明两种权利，是否受理由法院决定',
    parse: oneOf('写明复议和诉讼', '只写复议', '不写'),
  },
  'remedy.partiallyGranted': {
    ...open,
    title: '部分公开的救济途径（2024年起）',
    help: '写入部分公开告知书。',
    defaultValue: '先复议后诉讼',
    source: '国办函〔2021〕132号 2(1)：不予公开“含部分不予公开”',
    parse: oneOf('先复议后诉讼', '复议或者诉讼'),
  },
  'remedy.silence': {
    ...open,
    title: '逾期不予答复的救济途径（2025年6月起）',
    help: '用于登记复议、诉讼时的核对，不写入文书。',
    defaultValue: '复议或者诉讼',
    source: '法释〔2025〕8号第二条第二款、第十条；行政复议法第二十三条第一款第三项另有“未履行法定职责”',
    parse: oneOf('先复议后诉讼', '复议或者诉讼'),
  },
  'remedy.unsettledOutcomes': {
    ...open,
    title: '不再处理等告知书写明救济途径',
    help: '逾期不补正、逾期未缴费、撤回、党务信息、要求确认已获取信息。',
    defaultValue: true,
    source: LAW_IS_SILENT,
    parse: yesOrNo,
  },
  'delivery.electronicCountsFrom': {
    ...open,
    title: '电子送达的答复日',
    help: '答复是否按期以此日为准。',
    defaultValue: '发出之日',
    source: LAW_IS_SILENT,
    parse: oneOf('发出之日', '进入对方系统之日'),
  },
  'delivery.viaOtherOrganCountsFrom': {
    ...open,
    title: '委托其他行政机关送达的答复日',
    help: '答复是否按期以此日为准。',
    defaultValue: '申请人签收之日',
    source: '国办公开办函〔2016〕235号允许委托送达，没有规定日期',
    parse: oneOf('申请人签收之日', '交付受托机关之日'),
  },
  'delivery.publicNotice': {
    ...open,
    title: '两次邮寄退回后可以公告送达',
    help: '否：只能继续联系申请人，不能公告。',
    defaultValue: false,
    source: LAW_IS_SILENT,
    parse: yesOrNo,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;
