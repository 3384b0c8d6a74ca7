/** What the words next to a number say that it is. */
export type NumberLabel = 'identity' | 'card' | 'phone' | 'serial';

const LABELS: readonly (readonly [NumberLabel, RegExp])[] = [
  ['identity', /(?:居民)?身份证?(?:件)?(?:编号|号码|号|明)?|公民身份|证件(?:编号|号码|号)/g],
  [
    'card',
    /(?:银行|信用|储蓄|借记|社保|惠农|一折|一卡)?(?:卡|折)(?:编号|号码|号|通)|一卡通|(?:账|帐)(?:户|号)|开户|存折|打卡/g,
  ],
  ['phone', /手机|电话|联系方式|联系号码|移动电话|微信/g],
  [
    'serial',
    /编号|单号|订单|流水|合同号|合同|发票|凭证|代码|索引|文号|案号|条码|信用代码|税号|纳税人|登记号|注册号|证书|许可证|执照|批次|序列|序号|物流|快递|运单|受理号|办件|回执号|查询码|项目号|宗地|地块|产权|图号|ISBN/g,
  ],
];

/** The label nearest to the end of a short text in front of a number, or nothing. */
export function nearestLabel(before: string): NumberLabel | undefined {
  let best: { readonly label: NumberLabel; readonly start: number; readonly end: number } | undefined;
  for (const [label, pattern] of LABELS) {
    for (const match of before.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      // "身份证编号" is one label: what begins inside an earlier one adds nothing.
      if (
        best === undefined ||
        (start >= best.end && end > best.end) ||
        (end >= best.end && start <= best.start)
      ) {
        best = { label, start, end };
      }
    }
  }
  return best?.label;
}

/** What the heading of a column says of the cells under it. */
export interface ColumnHeading {
  readonly number: NumberLabel | undefined;
  readonly isName: boolean;
  /** Names of children by the heading alone: 学生姓名. */
  readonly isMinorName: boolean;
  readonly isAge: boolean;
  readonly isAddress: boolean;
}

const LONGEST_HEADING = 24;
const MINOR = /未成年|学生|儿童|幼儿|孤儿|子女|孩子|被监护|学员|新生/;

/** Reads a cell as the heading of its column; nothing when it is none. Headings hold no long numbers. */
export function headingOf(cell: string): ColumnHeading | undefined {
  const text = cell.replaceAll(/\s/g, '');
  if (text === '' || text.length > LONGEST_HEADING || /\d{3}/.test(text)) return undefined;
  const isName = /姓名|名字|^(?:户主|申请人|监护人|受助人|补贴对象)$/.test(text);
  const heading = {
    number: nearestLabel(text),
    isName,
    isMinorName: isName && MINOR.test(text),
    isAge: /^(?:周岁|年龄|岁数)/.test(text),
    isAddress: /住址|家庭地址|户籍地|居住地/.test(text),
  };
  return heading.number !== undefined || isName || heading.isAge || heading.isAddress ? heading : undefined;
}
