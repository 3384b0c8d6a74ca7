import {
  isReplyLate,
  isSaidLate,
  isUnpublishedLate,
  lateReplyWords,
} from '@zhaoshi/domain/assessment/lateness';
import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { Kysely } from 'kysely';
import type { CountedRow } from '../../db/queries/assessment-counts.ts';
import {
  documentsOwed,
  documentsSaidLate,
  repliesOwed,
  voicesOwed,
} from '../../db/queries/assessment-late.ts';
import type { Schema } from '../../db/schema.ts';
import { type AssessedUnit, type CountedDays, idsOfUnits } from './assessed-unit.ts';

/** What units replied or published too late, or still owe: the registers give the dates, the rule is the domain's. */
export async function countLate(
  database: Kysely<Schema>,
  units: readonly AssessedUnit[],
  days: CountedDays,
): Promise<readonly CountedRow[]> {
  const scope = { from: days.from, to: days.to, units: idsOfUnits(units) };
  const replies = await repliesOwed(database, scope);
  const voices = await voicesOwed(database, scope);
  const documents = await documentsOwed(database, scope);
  const said = await documentsSaidLate(database, scope);
  return [
    ...replies
      .filter((reply) => isReplyLate(reply, scope))
      .map(({ organ_id, item, name, ...reply }) => {
        const words = `申请${name}${lateReplyWords(reply)}`;
        return { organ_id, counter: 'lateReplies' as const, item, words };
      }),
    ...voices
      .filter((voice) => isReplyLate(voice, scope))
      .map(({ organ_id, item, name, ...voice }) => {
        const words = `留言${name}${lateReplyWords(voice)}`;
        return { organ_id, counter: 'lateVoices' as const, item, words };
      }),
    ...documents
      .filter((document) => isUnpublishedLate(document, scope))
      .map(({ organ_id, item, name, dueOn }) => {
        const words = `${inBookMarks(name)}应在${chineseDate(dueOn)}以前公开，仍没有公开`;
        return { organ_id, counter: 'latePublication' as const, item, words };
      }),
    ...said
      .filter(({ saidOn }) => isSaidLate(saidOn, scope))
      .map(({ organ_id, item, name, saidOn }) => {
        const words = `${inBookMarks(name)}超过期限，${chineseDate(saidOn)}才办理公开`;
        return { organ_id, counter: 'latePublication' as const, item, words };
      }),
  ];
}
