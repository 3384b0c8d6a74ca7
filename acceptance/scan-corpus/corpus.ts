import { type Random, randomOf } from '../../packages/report-files/test/fuzz/random.ts';
import { disguised } from './disguise.ts';
import {
  bankCard,
  creditCode,
  digits,
  idNumber,
  mobile,
  oldIdNumber,
  serialNumber,
  systemNumber,
  wrongIdNumber,
} from './numbers.ts';

export type SeededKind = 'idNumber' | 'oldIdNumber' | 'bankCard' | 'mobile';

/** A number of a person that was put into a document. */
export interface Seeded {
  readonly kind: SeededKind;
  /** In plain digits, X in capitals. */
  readonly number: string;
}

export type Carrier = 'text' | 'table' | 'property' | 'docx' | 'xlsx' | 'pdf' | 'txt' | 'html';

/** A made-up document: its lines, its table (first row: headings), and what was seeded into them. */
export interface SeededDocument {
  readonly carrier: Carrier;
  readonly lines: readonly string[];
  readonly table: readonly (readonly string[])[];
  readonly seeded: readonly Seeded[];
}

const SURNAMES = Array.from('王李张刘陈杨黄赵吴周');
const GIVEN = ['建国', '秀英', '伟', '芳', '志强', '桂兰', '小明', '丽娟', '国庆', '雪梅'];
const VILLAGES = ['东村', '西李村', '段店村', '前张村', '河口村'];

const name = (random: Random): string => random.pick(SURNAMES) + random.pick(GIVEN);

/** Fills {id}, {old}, {card}, {mobile} of a sentence and remembers what it filled in. */
class Seeder {
  readonly seeded: Seeded[] = [];
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  put(kind: SeededKind, way: typeof disguised = disguised): string {
    const make = { idNumber, oldIdNumber, bankCard, mobile }[kind];
    const number = make(this.random);
    this.seeded.push({ kind, number });
    return way(number, this.random);
  }

  fill(template: string): string {
    const { random } = this;
    const makers: Readonly<Record<string, () => string>> = {
      name: () => name(random),
      village: () => random.pick(VILLAGES),
      id: () => this.put('idNumber'),
      plainId: () => this.put('idNumber', (number) => number),
      old: () => this.put('oldIdNumber'),
      card: () => this.put('bankCard'),
      mobile: () => this.put('mobile'),
      plainMobile: () => this.put('mobile', (number) => number),
      credit: () => creditCode(random),
      system: () => systemNumber(random),
      wrong: () => wrongIdNumber(random),
      serial: () => serialNumber(random),
      n4: () => digits(random, 4),
      n8: () => digits(random, 8),
      n12: () => digits(random, 12),
      n20: () => digits(random, 20),
      year: () => String(2015 + random.int(12)),
      amount: () => `${1 + random.int(9)}${digits(random, 3 + random.int(9))}`,
    };
    return template.replace(/\{(\w+)\}/g, (whole, key: string) => makers[key]?.() ?? whole);
  }
}

/** Sentences that hold numbers of people. */
const PERSONAL: readonly string[] = [
  '申请人{name}，身份证号{id}，联系电话{mobile}。',
  '{name}（身份证号码：{id}）系本村村民。',
  '户名：{name}，开户行：某县农村商业银行，账号：{card}。',
  '{name} {id} {card}',
  '{name}，公民身份号码{id}，银行卡号{card}，手机{mobile}。',
  '受助人{name}{plainId}{plainMobile}',
  '补贴发放至{name}的一卡通（{card}）。',
  '请与{name}联系：{mobile}。',
  '原身份证号{old}，现已换发。',
  '{name}（{old}）',
  '法定代表人{name}，{id}。',
  '转账至{card}，收款人{name}。',
  '监护人{name}，证件号码{id}，住{village}。',
  '货款退至原订单支付卡{card}。',
  '凭本人证件{id}到窗口领取，编号{n4}。',
  '合同乙方{name}，{mobile}。',
  '编号{n4}：{name}，{id}',
  '发票开具后请通知{name}{mobile}。',
  '{mobile}/{mobile}（{name}）',
];

/** Sentences whose numbers belong to nobody. */
const PUBLIC: readonly string[] = [
  '某县建设有限公司，统一社会信用代码{credit}。',
  '社会信用代码：{credit}，注册资本{amount}元。',
  '索引号：{n8}-1/{year}-{n4}{n4}，发文字号：某政发〔{year}〕{n4}号。',
  '合同编号：{system}，签订日期{year}年3月5日。',
  '订单号：{wrong}，已发货。',
  '受理编号{system}，请凭编号查询。',
  '发票代码{n12}，发票号码{n8}。',
  '电子发票号码：{n20}，价税合计{amount}.00元。',
  '流水号：{serial}，交易成功。',
  '物流单号{serial}，项目代码{year}-370102-48-03-{n8}。',
  '咨询电话0531-8{n4}123，邮编250000，监督电话12345。',
  '中标金额{amount}元，工期{n4}天，招标编号SDGP{year}{n12}。',
  '{year} {year} {year} {n4} {n4} {n4} {n4}',
  '一般公共预算支出{amount}万元，比上年增长12.34%。',
  '坐标117.{n12}，36.{n12}，面积{n4}.{n4}平方米。',
  '工商注册号：370102{n8}1，税号370102{n8}9。',
  '不动产单元号370102{n12}GB{n8}W00000000。',
  '（{year}）鲁0102民初{n4}号，案号{system}。',
  '单位开户账号：1602{n12}，开户行某银行。',
  '卷内号 {n4}-{n4}-{n4}，ISBN 978-7-{n4}-{n4}-1。',
  '{year}-01-05至{year}-12-31，编号为{wrong}的许可证。',
  '官方网站https://www.example.gov.cn/art/{year}/{n12}.html。',
  '经核查，编码{wrong}不存在。',
  '附件：{system}.pdf',
  '设备{serial}运行正常。',
  '《关于{wrong}号地块的批复》',
  '型号ZX{serial}，数量{n4}台。',
];

interface Column {
  readonly heading: string;
  readonly template: string;
}

const TABLES: readonly (readonly Column[])[] = [
  [
    { heading: '姓名', template: '{name}' },
    { heading: '身份证号', template: '{id}' },
    { heading: '金额', template: '{amount}' },
  ],
  [
    { heading: '户主', template: '{name}' },
    { heading: '证件号码', template: '{id}' },
    { heading: '银行账号', template: '{card}' },
    { heading: '联系电话', template: '{mobile}' },
  ],
  [
    { heading: '姓名', template: '{name}' },
    { heading: '备注', template: '{card}' },
  ],
  [
    { heading: '企业名称', template: '某县{village}合作社' },
    { heading: '统一社会信用代码', template: '{credit}' },
    { heading: '订单编号', template: '{serial}' },
    { heading: '许可证号', template: '{system}' },
  ],
  [
    { heading: '序号', template: '{n4}' },
    { heading: '合同号', template: '{wrong}' },
    { heading: '合计（元）', template: '{amount}' },
    { heading: '年度', template: '{year}' },
  ],
  [
    { heading: '一卡通号', template: '{card}' },
    { heading: '原身份证号', template: '{old}' },
  ],
];

const CARRIERS: readonly Carrier[] = [
  'text',
  'text',
  'table',
  'table',
  'property',
  'docx',
  'xlsx',
  'pdf',
  'txt',
  'html',
];

/** Several in a row, so that what stands next to what differs. */
function linesOf(seeder: Seeder, random: Random): readonly string[] {
  return Array.from({ length: 4 + random.int(8) }, () =>
    seeder.fill(random.pick(random.int(2) === 0 ? PERSONAL : PUBLIC)),
  );
}

function tableOf(seeder: Seeder, random: Random): readonly (readonly string[])[] {
  const columns = random.pick(TABLES);
  const rows = Array.from({ length: 2 + random.int(6) }, () =>
    columns.map(({ template }) => seeder.fill(template)),
  );
  return [columns.map(({ heading }) => heading), ...rows];
}

/** Document number `index` of a corpus: the same seed gives the same corpus on every machine. */
export function seededDocument(seed: number, index: number): SeededDocument {
  const random = randomOf(seed, index);
  const seeder = new Seeder(random);
  const carrier = random.pick(CARRIERS);
  const lines = carrier === 'table' || carrier === 'xlsx' ? [] : linesOf(seeder, random);
  const table =
    carrier === 'text' || carrier === 'property' || carrier === 'txt' ? [] : tableOf(seeder, random);
  return { carrier, lines, table, seeded: seeder.seeded };
}
