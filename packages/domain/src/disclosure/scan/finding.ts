import type { Role } from '../../permission/roles.ts';
import type { ScanPlace } from './piece.ts';

/** `blocks`: no publication until masked or justified; `warns`: to be looked at. */
export type FindingSeverity = 'blocks' | 'warns';

interface KindRow {
  readonly title: string;
  /** Who may let it stand, with ground and reason; empty: it must go (privacy-security.md §2). */
  readonly justifiedBy: readonly Role[];
  readonly source: string;
}

const OFFICE = ['disclosureOfficer', 'disclosureOfficeHead', 'leader'] as const satisfies readonly Role[];
const HEADS = ['disclosureOfficeHead', 'leader'] as const satisfies readonly Role[];
const LEADER = ['leader'] as const satisfies readonly Role[];

/** What the scan looks for; who may justify it, with the source. */
export const SCAN_KINDS = {
  idNumber: {
    title: '身份证号',
    justifiedBy: LEADER,
    source: '条例第十五条；个人信息保护法第二十五条、第二十八条',
  },
  bankCard: { title: '银行账号', justifiedBy: LEADER, source: '条例第十五条；个人信息保护法第二十八条' },
  mobile: { title: '手机号码', justifiedBy: OFFICE, source: '条例第十五条；个人信息保护法第二十五条' },
  landline: { title: '住宅电话', justifiedBy: OFFICE, source: '条例第十五条；个人信息保护法第二十五条' },
  address: {
    title: '乡镇街道以下的住址',
    justifiedBy: HEADS,
    source: '条例第十五条；个人信息保护法第二十五条',
  },
  minorName: {
    title: '未成年人姓名',
    justifiedBy: LEADER,
    source: '未成年人保护法第四条；个人信息保护法第二十八条',
  },
  secrecyMark: { title: '密级或者不公开标识', justifiedBy: HEADS, source: '保密法第三十五条；条例第十四条' },
  wording: { title: '错误或者不规范用语', justifiedBy: OFFICE, source: '条例第六条' },
  link: { title: '链接有问题', justifiedBy: OFFICE, source: '政府网站发展指引' },
  leftover: { title: '未清理的模板文字', justifiedBy: OFFICE, source: '条例第六条' },
  hiddenContent: { title: '文件里有看不见的内容', justifiedBy: OFFICE, source: '条例第十七条' },
  unreadable: { title: '附件没有能够扫描', justifiedBy: HEADS, source: '条例第十七条' },
  picture: { title: '图片须人工查看', justifiedBy: OFFICE, source: '条例第十七条' },
} as const satisfies Readonly<Record<string, KindRow>>;

export type ScanKind = keyof typeof SCAN_KINDS;

/** A stretch of a text that one detector found; offsets in the ORIGINAL text of the piece, `end` exclusive. */
export interface Hit {
  readonly kind: ScanKind;
  readonly severity: FindingSeverity;
  readonly start: number;
  readonly end: number;
  /** What should stand there instead; `null` when only a person can say. */
  readonly mask: string | null;
  /** A Chinese sentence: what it is and what to do. Never quotes personal data. */
  readonly reason: string;
}

/**
 * A hit with its place. `text` quotes what was found and `mask` part of it: both may hold personal data and must not
 * be logged, stored in audit entries or put into addresses; `findingKey` names a finding without them.
 */
export interface ScanFinding extends Hit {
  /** Index of the piece in what was scanned. */
  readonly piece: number;
  readonly place: ScanPlace;
  readonly text: string;
  /** Full identity number and account stand in one row: then neither is ever justified (publication.md §9). */
  readonly inList: boolean;
}

/** Names a finding within one scanned version: kind, piece and characters, no content. */
export const findingKey = ({ kind, piece, start, end }: ScanFinding): string =>
  `${kind}:${piece}:${start}-${end}`;
