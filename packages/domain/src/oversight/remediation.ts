/** What a unit is given (条例47): 督促整改, or 通报批评 with what is asked besides; of a village 责令依法公布 (村组法36) alone. */
export const ORDER_KINDS = { order: '整改通知', circular: '通报' } as const;

export type OrderKind = keyof typeof ORDER_KINDS;

/** Where a 整改通知 stands: given, its unit reported, the report was taken or sent back, opened anew. */
export const REMEDIATION_STATUSES = {
  issued: '待整改',
  reported: '已报整改情况',
  returned: '退回继续整改',
  accepted: '整改完成',
  reopened: '重新整改',
} as const;

export type RemediationStatus = keyof typeof REMEDIATION_STATUSES;

/** What is done with an order: the unit reports, whoever gave the order takes it, sends it back or opens it anew. */
export const REMEDIATION_ACTS = {
  report: { title: '报送整改情况', from: ['issued', 'returned', 'reopened'], to: 'reported' },
  accept: { title: '确认整改完成', from: ['reported'], to: 'accepted' },
  return: { title: '退回继续整改', from: ['reported'], to: 'returned' },
  reopen: { title: '重新整改', from: ['accepted'], to: 'reopened' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly title: string; readonly from: readonly RemediationStatus[]; readonly to: RemediationStatus }
  >
>;

export type RemediationActName = keyof typeof REMEDIATION_ACTS;

/** What whoever gave the order may decide about it. */
export const REMEDIATION_DECISIONS = [
  'accept',
  'return',
  'reopen',
] as const satisfies readonly RemediationActName[];

/** Those in which the unit has something to do. */
export const OWED_BY_UNIT = REMEDIATION_ACTS.report.from;

/** Why something cannot be done with an order now, in words; `null` when it can. */
export function orderHindrance(
  act: RemediationActName,
  status: RemediationStatus,
  kind: OrderKind = 'order',
): string | null {
  const { title, from }: { title: string; from: readonly RemediationStatus[] } = REMEDIATION_ACTS[act];
  return from.includes(status)
    ? null
    : `这份${ORDER_KINDS[kind]}的状态是“${REMEDIATION_STATUSES[status]}”，现在不能${title}。`;
}
