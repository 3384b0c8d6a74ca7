import { APPLICANT_KINDS, TABLE_THREE_COLUMN_NAMES } from '../../annual-report/ids.ts';
import { IDENTITY_TYPES, SUPPLY_FORMS, SUPPLY_WAYS } from '../application-form.ts';
import { INTAKE_CHANNELS } from '../intake.ts';
import { OUTCOMES } from '../outcome.ts';

/** Ids and the words under which a sheet names them. */
export type Choices = Readonly<Record<string, string>>;

export interface SheetColumn {
  /** Heading of the column. */
  readonly title: string;
  readonly kind: 'text' | 'date' | 'choice' | 'yesNo';
  readonly required: boolean;
  /** In characters, of texts. */
  readonly longest: number;
  readonly choices: Choices | null;
  readonly help: string;
}

const text = (title: string, longest: number, help = ''): SheetColumn => ({
  title,
  kind: 'text',
  required: false,
  longest,
  choices: null,
  help,
});
const date = (title: string, help = ''): SheetColumn => ({ ...text(title, 20, help), kind: 'date' });
const choice = (title: string, choices: Choices, help = ''): SheetColumn => ({
  ...text(title, 60, help),
  kind: 'choice',
  choices,
});
const required = (column: SheetColumn): SheetColumn => ({ ...column, required: true });

const titles = (table: Readonly<Record<string, { readonly title: string }>>): Choices =>
  Object.fromEntries(Object.entries(table).map(([id, { title }]) => [id, title]));

export const KIND_CHOICES: Choices = Object.fromEntries(
  APPLICANT_KINDS.map((kind) => [kind, TABLE_THREE_COLUMN_NAMES[kind]]),
);

/** An old register in the columns of applications.md §15 that a case can be made of; the same columns go out again. */
export const SHEET_COLUMNS = {
  registrationNumber: required(text('登记号', 40, '同一机关内不能重复；已在登记簿中的不再导入')),
  channel: required(choice('提交方式', titles(INTAKE_CHANNELS))),
  sentOn: date('寄出日期', '邮戳日期；不知道的空着'),
  arrivedOn: date('提交（签收、到达）日期', '空着的，与收到申请之日相同'),
  receiptDate: required(date('收到申请之日', '条例第三十一条；办理期限从次日起算')),
  applicantKind: required(choice('申请人类别', KIND_CHOICES, '决定计入表三的哪一列')),
  name: required(text('姓名（名称）', 100)),
  identityType: choice('证件类型', IDENTITY_TYPES, '自然人填写'),
  identityNumber: text('证件号码', 40, '自然人填写'),
  creditCode: text('统一社会信用代码', 40, '法人或者其他组织填写'),
  legalRepresentative: text('法定代表人', 50, '法人或者其他组织填写'),
  contactPerson: text('联系人', 50, '法人或者其他组织填写'),
  phone: text('联系电话', 40),
  email: text('电子邮箱', 100),
  address: text('联系地址', 200),
  postcode: text('邮政编码', 10),
  fax: text('传真', 40),
  agentName: text('代理人姓名', 50),
  agentIdentityNumber: text('代理人证件号码', 40),
  agentPhone: text('代理人电话', 40),
  description: required(text('所需信息的内容描述', 4000)),
  supplyForm: choice('提供形式', SUPPLY_FORMS, '空着的按电子文件'),
  supplyWay: choice('获取方式', SUPPLY_WAYS, '空着的按邮寄'),
  acceptsOtherWay: { ...text('接受其他方式', 4, '是或者否；空着的按否'), kind: 'yesNo' },
  dueOn: date('答复期限', '有办理结果的可以填写；没有结果的由系统计算'),
  outcome: choice('办理结果', titles(OUTCOMES), '空着的按未办结导入，继续办理'),
  resultOn: date('答复日期', '有办理结果的必填'),
  documentNumber: text('答复文号', 60),
} as const satisfies Readonly<Record<string, SheetColumn>>;

export type SheetColumnId = keyof typeof SHEET_COLUMNS;

export const SHEET_COLUMN_IDS = Object.keys(SHEET_COLUMNS) as readonly SheetColumnId[];

/** A row as its cells show it; blank cells are empty texts. */
export type SheetRow = Readonly<Record<SheetColumnId, string>>;

/** Rows of one file: more are cut into several. */
export const MOST_ROWS = 5000;

/** The heading under which failed rows come back with what is wrong with them. */
export const REASONS_TITLE = '错误原因';
