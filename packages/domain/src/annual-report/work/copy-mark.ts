import { chineseDate } from '../../kernel/chinese-date.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { isEditable, type ReportStatus } from './report-status.ts';

/**
 * The texts of a report that somebody may take away: as it is being written, as it was frozen and waits, as the public
 * has it; `former` was frozen and stands for nothing any more.
 */
export const COPY_KINDS = {
  draft: '工作稿',
  inSignature: '待签发稿',
  submitted: '已报送稿',
  accepted: '已接收稿',
  published: '已公布文本',
  former: '以前封存的文本',
} as const;

export type CopyKind = keyof typeof COPY_KINDS;

export const COPY_KIND_IDS = Object.keys(COPY_KINDS) as readonly CopyKind[];

/** A text of a report; `submission` `null`: as it stands now. */
export interface ReportCopy {
  readonly kind: CopyKind;
  readonly submission: number | null;
}

const OF_STATUS: Readonly<Record<ReportStatus, CopyKind>> = {
  drafting: 'draft',
  returned: 'draft',
  inSignature: 'inSignature',
  submitted: 'submitted',
  accepted: 'accepted',
  published: 'published',
};

/** How the report stands of which it is a copy: which frozen state holds, and which one is public. */
interface CopiedReport {
  readonly status: ReportStatus;
  readonly frozen: { readonly submission: number } | null;
  readonly published: { readonly submission: number } | null;
}

/** What a frozen state, or the report as it stands now (`null`), is to whoever takes it away. */
export function copyOf({ status, frozen, published }: CopiedReport, submission: number | null): ReportCopy {
  if (submission === null) return { kind: OF_STATUS[status], submission };
  if (submission === published?.submission) return { kind: 'published', submission };
  const holds = submission === frozen?.submission && !isEditable(status);
  return { kind: holds ? OF_STATUS[status] : 'former', submission };
}

/** How a file name tells the copy from the published report; the public text has the name of the report alone. */
export function copySuffix({ kind, submission }: ReportCopy, today: CivilDate): string {
  if (kind === 'published') return '';
  if (kind === 'draft') return `（${COPY_KINDS.draft}${today}）`;
  return submission === null ? `（${COPY_KINDS[kind]}）` : `（${COPY_KINDS[kind]}，第${submission}次封存）`;
}

/** Every line that marks a copy begins so; whoever reads such a file again leaves the lines out. */
export const COPY_MARK = '【不是公布的文本】';

const SAID: Readonly<Record<Exclude<CopyKind, 'draft' | 'published'>, string>> = {
  inSignature: '提请签发时封存，尚未签发、报送和公布。',
  submitted: '签发报送时的文本，尚未公布。',
  accepted: '主管部门已经接收，尚未公布。',
  former: '封存以后已经撤回、退回或者更正，不再使用。',
};

/**
 * What a copy says on each of its pages, so that nobody takes it for the published report (条例50: the report is what is
 * made public); nothing on the published text itself.
 *
 * @param cellsSha256 hash of the figures of a frozen state; of a draft nothing holds it
 */
export function copyMark(
  { kind, submission }: ReportCopy,
  { today, cellsSha256 }: { readonly today: CivilDate; readonly cellsSha256: string },
): readonly string[] {
  if (kind === 'published') return [];
  if (kind === 'draft') {
    return [`${COPY_MARK}${COPY_KINDS.draft}：${chineseDate(today)}的内容，尚未封存和签发，数字还会变化。`];
  }
  const number = submission === null ? '' : `（第${submission}次封存）`;
  return [
    `${COPY_MARK}${COPY_KINDS[kind]}${number}：${SAID[kind]}`,
    `${COPY_MARK}表格数据校验值：${cellsSha256}`,
  ];
}
