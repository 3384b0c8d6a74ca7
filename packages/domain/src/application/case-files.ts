import type { Status } from './status.ts';

interface CaseFileUseRow {
  readonly title: string;
  /** What belongs there, for whoever adds one. */
  readonly help: string;
}

/**
 * What a file is in its case. The applicant sees 'released' ones only, once the reply went out; everything else stays
 * with the organ (条例37, 个保法6).
 */
export const CASE_FILE_USES = {
  form: { title: '申请表', help: '申请书、来信的扫描件。' },
  envelope: { title: '信封', help: '看得清邮戳的信封，用来证明寄出和收到的日期。' },
  identity: { title: '身份证明', help: '申请人的身份证明（条例第二十九条）。' },
  powerOfAttorney: { title: '授权委托书', help: '代理人办理时的委托书和代理人身份证明。' },
  correction: { title: '补正材料', help: '申请人补正时交来的材料（条例第三十条）。' },
  search: { title: '检索材料', help: '检索过程和结果的截图、清单，用来证明尽到检索义务。' },
  consultation: {
    title: '征求意见材料',
    help: '第三方或者其他机关的书面意见（条例第三十二条、第三十四条）。',
  },
  evidence: { title: '办理依据', help: '作出处理决定所依据的其他材料。' },
  payment: { title: '缴费凭证', help: '信息处理费的缴款凭证（条例第四十二条）。' },
  source: {
    title: '拟公开信息的原件',
    help: '检索到的信息本身。含有不应公开内容的，在这里上传后遮盖（条例第三十七条）。',
  },
  redacted: { title: '遮盖件（待确认）', help: '由原件遮盖生成，逐页核对后才提供给申请人。' },
  released: {
    title: '向申请人提供的文件',
    help: '不含任何需要遮盖的内容，答复送达后申请人可以下载（条例第四十条）。',
  },
} as const satisfies Readonly<Record<string, CaseFileUseRow>>;

export type CaseFileUse = keyof typeof CASE_FILE_USES;

/** What an officer adds; a redacted file is only made from its source. */
export const ADDABLE_USES = (Object.keys(CASE_FILE_USES) as readonly CaseFileUse[]).filter(
  (use): use is Exclude<CaseFileUse, 'redacted'> => use !== 'redacted',
);

export type AddableUse = (typeof ADDABLE_USES)[number];

/** The reply is decided: what goes out with it stands. */
const DECIDED: ReadonlySet<Status> = new Set(['approved', 'delivered', 'closed']);

const ARCHIVED = '本件已归档，案卷不再变动；没有做任何改动。';

/** Why what goes out with the reply stands now; `null` while it may change. Who approves, approves what was reviewed. */
function supplyStands(status: Status, change: '增加' | '移除'): string | null {
  if (status === 'underReview') {
    return `答复正在审核，向申请人提供的文件不能${change}，以免批准的与审核的不一致。确需${change}的，先退回。`;
  }
  if (!DECIDED.has(status)) return null;
  return `答复已经批准，向申请人提供的文件不能${change}。需要更正的，先退回或者重新办理。`;
}

/** Why no file of this use can be added to the case now; `null` when it can. */
export function refuseAddition(status: Status, use: CaseFileUse): string | null {
  if (status === 'archived') return ARCHIVED;
  return use === 'released' || use === 'redacted' ? supplyStands(status, '增加') : null;
}

/** What the records say of a file that somebody wants to take out of the case. */
export interface RemovalFacts {
  readonly status: Status;
  readonly use: CaseFileUse;
  /** Handed in by the applicant, on the portal. */
  readonly isApplicants: boolean;
  /** It went out with a reply. */
  readonly wasGiven: boolean;
  /** Something redacted was made from it and is still there. */
  readonly hasRedactions: boolean;
}

/** Why a file must stay in the case: the file shows what was handed in, and what was given (档案法14). */
export function refuseRemoval(facts: RemovalFacts): string | null {
  const { status, use, isApplicants, wasGiven, hasRedactions } = facts;
  if (status === 'archived') return ARCHIVED;
  if (isApplicants) return '这是申请人自己提交的材料，应当原样留存，不能移除。';
  if (wasGiven) return '这份文件已经提供给申请人，应当原样留存，不能移除。';
  const stands = use === 'released' ? supplyStands(status, '移除') : null;
  if (stands !== null) return stands;
  if (hasRedactions) return '由这份原件生成的遮盖件还在，请先移除遮盖件。';
  return null;
}
