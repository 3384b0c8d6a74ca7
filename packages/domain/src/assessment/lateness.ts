import { chineseDate } from '../kernel/chinese-date.ts';
import type { CivilDate } from '../kernel/civil-date.ts';

/** The days that an assessment counts, both of them. */
interface CountedSpan {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A reply with its last day, as it holds in the end. */
export interface OwedReply {
  readonly dueOn: CivilDate;
  /** `null`: not yet. */
  readonly repliedOn: CivilDate | null;
  /** Without a reply, and yet none is owed any more: withdrawn, abandoned, handed on. */
  readonly isDropped: boolean;
}

/** What was due on the last counted day still has that day. */
const hasEnded = (dueOn: CivilDate, { from, to }: CountedSpan): boolean => dueOn >= from && dueOn < to;

/** Whether a reply to an application (条例33) or to what the public said is late among the days that count. */
export const isReplyLate = ({ dueOn, repliedOn, isDropped }: OwedReply, span: CountedSpan): boolean =>
  hasEnded(dueOn, span) && (repliedOn === null ? !isDropped : repliedOn > dueOn);

/** "应在2026年11月10日以前答复，2026年11月12日才答复". */
export const lateReplyWords = ({ dueOn, repliedOn }: Pick<OwedReply, 'dueOn' | 'repliedOn'>): string =>
  `应在${chineseDate(dueOn)}以前答复，${repliedOn === null ? '仍没有答复' : `${chineseDate(repliedOn)}才答复`}`;

/** A document that is to be public by a day. */
export interface OwedDocument {
  readonly dueOn: CivilDate;
  readonly isPublic: boolean;
  /** Discarded or filed: it is not to be public any more. */
  readonly isDropped: boolean;
}

/** Whether a document is past its last day and not public (条例26). */
export const isUnpublishedLate = ({ dueOn, isPublic, isDropped }: OwedDocument, span: CountedSpan): boolean =>
  hasEnded(dueOn, span) && !isPublic && !isDropped;

/** What was published with a reason for being late was late on the day on which that was done. */
export const isSaidLate = (saidOn: CivilDate, { from, to }: CountedSpan): boolean =>
  saidOn >= from && saidOn <= to;
