import { DISPUTE_KINDS, DISPUTE_ROLES } from '@zhaoshi/domain/dispute/dispute';
import { DISPUTE_FILE_KINDS, type DisputeFileKind } from '@zhaoshi/domain/dispute/dispute-files';
import { resultTitle, STAGE_KINDS } from '@zhaoshi/domain/dispute/dispute-results';
import { LOSS_CAUSES, type LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import type { RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { DisputeEventType } from '../../db/schema/dispute.ts';
import type { plainFacts } from '../../use-cases/disputes/keep-dispute.ts';

const FIELDS: readonly (readonly [keyof RegisteredStage, string])[] = [
  ['tribunal', '机关（法院）'],
  ['number', '案号'],
  ['acceptedOn', '受理（立案）'],
  ['decidedOn', '决定（裁判）'],
  ['result', '结果'],
  ['effectiveOn', '生效'],
  ['servedOn', '收到答复通知书'],
  ['answeredOn', '提交答复'],
  ['performedOn', '履行'],
  ['opinionOn', '收到行政复议意见书'],
  ['reportedOn', '报告落实情况'],
  ['filedOn', '收到复议申请（起诉状）'],
  ['isExtended', '延长审理期限'],
  ['decisionServedOn', '送达对方'],
  ['decisionReceivedOn', '本机关收到文书'],
  ['ordersReply', '责令重新答复、履行'],
  ['performBy', '写明的履行期限'],
];

function valueWords(stage: RegisteredStage, field: keyof RegisteredStage): string {
  const value = stage[field];
  if (value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field === 'result' && stage.result !== null) return resultTitle(stage.result);
  const day = parseCivilDate(value);
  return day === undefined ? value : chineseDate(day);
}

/** What a change of a stage changed: 结果：空→维持. */
function changes(before: RegisteredStage, after: RegisteredStage): string {
  const changed = FIELDS.filter(([field]) => before[field] !== after[field]);
  return changed
    .map(([field, label]) => `${label}：${valueWords(before, field)}→${valueWords(after, field)}`)
    .join('；');
}

type Facts = ReturnType<typeof plainFacts>;

/** What stands in the history; written by `appendDisputeEvent` only. */
interface EventData {
  readonly before?: Facts & RegisteredStage;
  readonly after?: Facts & RegisteredStage & { readonly stage?: RegisteredStage };
  /** Of a paper. */
  readonly kind?: DisputeFileKind;
  /** Of a loss. */
  readonly causes?: readonly LossCause[];
  /** Of evidence that was taken out: what was not there. */
  readonly missing?: number;
}

function editWords(before: Facts, after: Facts): string {
  const kind =
    before.kind === after.kind ? [] : [`${DISPUTE_KINDS[before.kind]}→${DISPUTE_KINDS[after.kind]}`];
  const role =
    before.role === after.role ? [] : [`${DISPUTE_ROLES[before.role]}→${DISPUTE_ROLES[after.role]}`];
  const changed = [...kind, ...role];
  return changed.length === 0 ? '修改基本情况' : `修改基本情况：${changed.join('；')}`;
}

/** What was done, in a line of the history. */
export function historyWords(type: DisputeEventType, data: unknown): string {
  const { before, after, kind, causes, missing } = data as EventData;
  if (type === 'addFile' && kind !== undefined) return `登记文书：${DISPUTE_FILE_KINDS[kind].title}`;
  if (type === 'removeFile' && kind !== undefined) return `移除文书：${DISPUTE_FILE_KINDS[kind].title}`;
  if (type === 'recordLoss' && causes !== undefined) {
    return `登记纠错、败诉原因：${causes.map((cause) => LOSS_CAUSES[cause].title).join('、')}`;
  }
  if (type === 'exportEvidence' && missing !== undefined) {
    return missing === 0 ? '导出证据包' : `导出证据包，缺少${missing}项`;
  }
  if (type === 'enter' && after !== undefined) return `登记${DISPUTE_KINDS[after.kind]}案件`;
  if (type === 'addStage' && after !== undefined) return `登记${STAGE_KINDS[after.kind]}`;
  if (type === 'removeStage' && before !== undefined) return `删去${STAGE_KINDS[before.kind]}`;
  if (before === undefined || after === undefined) return '注销案件';
  if (type === 'edit') return editWords(before, after);
  const words = changes(before, after);
  return `${STAGE_KINDS[after.kind]}：${words === '' ? '没有改动' : words}`;
}
