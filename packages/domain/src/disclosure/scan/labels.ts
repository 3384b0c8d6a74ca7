/** What the words next to a number say that it is. */
export type NumberLabel = 'identity' | 'card' | 'phone' | 'serial' | 'amount';

const LABELS: readonly (readonly [NumberLabel, RegExp])[] = [
  ['identity', /(?:居民)?身份证?(?:件)?(?:编号|号码|号|明)?|公民身份|证件(?:编号|号码|号)/g],
  [
    'card',
    /(?:银行|信用|储蓄|借记|社保|惠农|一折|一卡)?(?:卡|折)(?:编号|号码|号|通)|一卡通|(?:账|帐)(?:户|号)|开户|存折|(?:支付|收款|工资|储蓄|银行|本人)卡|卡$/g,
  ],
  ['phone', /手机|电话|联系方式|联系号码|移动电话|微信/g],
  [
    'serial',
    /编号|单号|订单|流水|合同号|合同|发票|凭证|代码|索引|文号|案号|条码|信用代码|税号|纳税人|登记号|注册号|证书|许可证|执照|批次|序列|序号|物流|快递|运单|受理号|办件|回执号|查询码|项目号|宗地|地块|产权|图号|ISBN/g,
  ],
  ['amount', /金额|合计|总额|总计|总价|价款|资本|收入|支出|预算|决算|面积|数量|(?:元|万元)[）)]/g],
];

/** What may stand between the name of a serial number and the number: “合同编号为：”, “发票号码（”. */
const LINK = /^(?:编号|号码|代码|号|码|为|是|第|No\.?|[:：（(“"#\s]){0,8}$/i;

/** Names of other numbers hold only for what follows them at once: “退款至原订单支付卡…” is a card. */
const HOLDS_AT_ONCE: ReadonlySet<NumberLabel> = new Set(['serial', 'amount', 'phone']);

/**
 * The label nearest to the end of a short text in front of a number, or nothing.
 *
 * @param isHeading the text is the whole heading of a column
 */
export function nearestLabel(before: string, isHeading = false): NumberLabel | undefined {
  let best: { readonly label: NumberLabel; readonly start: number; readonly end: number } | undefined;
  for (const [label, pattern] of LABELS) {
    for (const match of before.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!isHeading && HOLDS_AT_ONCE.has(label) && !LINK.test(before.slice(end))) continue;
      // “身份证编号” is one label: what begins inside an earlier one adds nothing.
      const isNearer = best === undefined || (start >= best.end && end > best.end);
      if (isNearer || (best !== undefined && end >= best.end && start <= best.start))
        best = { label, start, end };
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
    number: nearestLabel(text, true),
    isName,
    isMinorName: isName && MINOR.test(text),
    isAge: /^(?:周岁|年龄|岁数)/.test(text),
    isAddress: /住址|家庭地址|户籍地|居住地/.test(text),
  };
  return heading.number !== undefined || isName || heading.isAge || heading.isAddress ? heading : undefined;
}
