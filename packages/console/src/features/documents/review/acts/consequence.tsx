import {
  type DocumentActType,
  WITHDRAWAL_KINDS,
  type WithdrawalKind,
} from '@zhaoshi/domain/disclosure/document-act';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import type { ReactNode } from 'react';
import { shownMoment } from '../../../../app/moments.ts';
import type { ShownDocument } from '../../shown-document.ts';
import { type ActValues, momentOfMinute } from './act-values.ts';

/** What follows from an act, where it does not follow from its name. */
const CONSEQUENCES: Readonly<Partial<Record<DocumentActType, string>>> = {
  submit: '提交以后内容不能再改；要改的先撤回送审。提交的人不能审查、签发同一文件。',
  takeBack: '回到草稿继续修改，已经做过的审查作废，重新提交后重新审查。',
  sendBack: '退回给起草的人修改，已经做过的审查作废；退回理由显示在办理经过里。',
  passReview: '送签发。',
  report: '等待主管部门或者保密行政管理部门确定，在此以前不能公开。',
  approve: '主动公开的送发布，不主动公开的归档备查并定期评估。',
  publish:
    '立即对外公开：页面、栏目、检索、订阅同时更新。公开以后不能改回，只能修改出新的一版，或者撤回并公告。',
  cancelSchedule: '不再到时公开，回到待发布。',
  publishUrgently: '不经审查、签发，立即对外公开；由起草人和您以外的第三人补审，不同意的撤回并公告。',
  approveAfterwards: '紧急发布有效，不再等待补审。',
  declineAfterwards: '立即撤回，原地址显示公告和您写的理由。',
  followUpLeak: '记入办理经过；两项都登记以后，待办里不再提醒。请不要写出个人信息。',
  revise: '开始新的一版；新的一版公开以前，原来的一版一直在网上。',
  discard: '草稿作废，已公开的版本不受影响。',
};

interface Props {
  readonly shown: ShownDocument;
  readonly values: ActValues;
}

/** What stands at the address after a withdrawal. */
function WithdrawalPreview({ shown: { organName }, values: { act, texts } }: Props): ReactNode {
  const kind = act['kind'];
  const isKind = (value: unknown): value is WithdrawalKind =>
    typeof value === 'string' && Object.hasOwn(WITHDRAWAL_KINDS, value);
  if (act['hidesExistence'] === true) {
    return (
      <p className="consequence">原地址显示“没有找到”，不留公告；只在信息的存在本身就是秘密时这样办。</p>
    );
  }
  return (
    <section className="notice-preview" aria-label="撤回以后原地址显示的公告（预览）">
      <p className="quiet">撤回以后原地址显示（预览）：</p>
      <h3>信息已撤回</h3>
      <p>{texts['notice'] || '（还没有填写公告）'}</p>
      <p className="quiet">
        撤回原因：{isKind(kind) ? WITHDRAWAL_KINDS[kind] : '（还没有选择）'}；发布机构：{organName}
      </p>
    </section>
  );
}

/** Acts after which the interpretation of a policy is the nearer owed. */
const LEADS_ON: ReadonlySet<DocumentActType> = new Set(['submit', 'approve', 'publish']);

/** A policy that goes on without its interpretation (publication.md §7). */
function InterpretationOwed({ shown: { interpretation } }: Pick<Props, 'shown'>): ReactNode {
  if (interpretation === null || interpretation.linked.some(({ isPublic }) => isPublic)) return null;
  const [drafted] = interpretation.linked;
  return (
    <p className="consequence">
      {drafted === undefined
        ? '这份文件公开以后应当有解读，现在还没有；可以在上面“起草解读”，与这份文件一起送审、签发。'
        : `解读“${drafted.title}”还在“${DOCUMENT_STATUSES[drafted.status]}”，请与这份文件一起办理，同步公开。`}
    </p>
  );
}

/** What follows from an act with what is entered, before it is done. */
export function Consequence({ type, shown, values }: Props & { readonly type: DocumentActType }): ReactNode {
  if (type === 'withdraw') {
    return (
      <>
        <p className="consequence">
          立即从页面、栏目、检索、附件下载和订阅中撤下；已公开过的各版都不再显示。
        </p>
        <WithdrawalPreview shown={shown} values={values} />
      </>
    );
  }
  if (type === 'schedule') {
    const moment = momentOfMinute(values.act['minute']);
    return (
      <>
        <p className="consequence">
          {moment === null
            ? '选定时间以后，到时自动对外公开，不需要有人在场。'
            : `将于${shownMoment(moment)}（北京时间）自动对外公开，在此以前任何出口都看不到，可以取消。`}
        </p>
        <InterpretationOwed shown={shown} />
      </>
    );
  }
  const words = CONSEQUENCES[type];
  return (
    <>
      {words !== undefined && <p className="consequence">{words}</p>}
      {LEADS_ON.has(type) && <InterpretationOwed shown={shown} />}
    </>
  );
}
