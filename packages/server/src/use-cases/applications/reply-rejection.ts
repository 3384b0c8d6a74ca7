import type { Rejection } from '@zhaoshi/contract/problems';
import type { ApplicationAct } from '@zhaoshi/domain/application/act';

/** A refusal of a reply for what its draft says or lacks, with where that is mended; no field of this act does. */
export const ofDraft = ({ type }: Pick<ApplicationAct, 'type'>, rejection: Rejection): Rejection => ({
  ...rejection,
  advice:
    type === 'approveReply'
      ? '请先“退回修改”，由拟写人在“拟写答复”中改正后重新提交审核；没有做任何改动。'
      : '请点“拟写答复”改正后再提交审核，拟好的稿子还在；没有做任何改动。',
});
