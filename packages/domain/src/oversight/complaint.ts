import type { CivilDate } from '../kernel/civil-date.ts';
import { villageComplaintLawOn } from '../village/village-items.ts';

/** What is complained of (条例47第二款、51; 村组法36). */
export const COMPLAINT_KINDS = {
  notPublished: { title: '应当公开的信息没有公开', article: '条例第四十七条第二款、第五十一条' },
  wronglyAnswered: { title: '申请没有依法答复', article: '条例第四十七条第二款、第五十一条' },
  wrongContent: { title: '公开的内容不准确、不完整', article: '条例第五十一条' },
  // A regime of its own, whose article the day decides: `complaintLawOn`.
  villageAffairs: { title: '村务公开不及时或者不真实', article: null },
} as const;

export type ComplaintKind = keyof typeof COMPLAINT_KINDS;

export const COMPLAINT_KIND_NAMES = Object.keys(COMPLAINT_KINDS) as readonly ComplaintKind[];

/** What may be complained of about a village, and about every other unit: 村务公开 is no 政府信息公开 (村组法36). */
export const complaintKindsOf = ({ isVillage }: { readonly isVillage: boolean }): readonly ComplaintKind[] =>
  COMPLAINT_KIND_NAMES.filter((kind) => (kind === 'villageAffairs') === isVillage);

/** The article of a complaint that came on a day, as people cite it. */
export const complaintLawOn = (kind: ComplaintKind, receivedOn: CivilDate): string =>
  COMPLAINT_KINDS[kind].article ?? villageComplaintLawOn(receivedOn);

/** How it came in. */
export const COMPLAINT_CHANNELS = {
  portal: '网站投诉箱',
  phone: '电话',
  counter: '当面',
  letter: '来信',
  transfer: '其他机关转来',
  voice: '报错、提问转为投诉',
} as const;

export type ComplaintChannel = keyof typeof COMPLAINT_CHANNELS;

/** Channels that an officer enters by hand. */
export const ENTERED_CHANNELS = [
  'phone',
  'counter',
  'letter',
  'transfer',
] as const satisfies readonly ComplaintChannel[];

/** What the inquiry found. */
export const COMPLAINT_FINDINGS = { true: '属实', partly: '部分属实', untrue: '不属实' } as const;

export type ComplaintFinding = keyof typeof COMPLAINT_FINDINGS;

/** The way that something belongs to which is no complaint about disclosure (oversight.md §3). */
export const OTHER_WAYS = {
  petition: '信访',
  reconsideration: '行政复议',
  litigation: '行政诉讼',
  otherOrgan: '其他机关受理',
} as const;

export type OtherWay = keyof typeof OTHER_WAYS;

/** Where a complaint stands. */
export const COMPLAINT_STATUSES = {
  received: '待受理',
  redirected: '已告知其他途径',
  accepted: '正在核查',
  found: '已经查清',
  told: '已告知结果',
  closed: '已办结',
} as const;

export type ComplaintStatus = keyof typeof COMPLAINT_STATUSES;

/** Those after which nothing is owed any more. */
export const isComplaintOver = (status: ComplaintStatus): boolean =>
  status === 'redirected' || status === 'closed';

/** What is done in a complaint, and from where, in the order in which it is usually done. An order and a circular may also follow after the result was told. */
export const COMPLAINT_ACTS = {
  accept: { title: '受理', from: ['received'], to: 'accepted' },
  find: { title: '登记核查结论', from: ['accepted'], to: 'found' },
  order: { title: '督促整改', from: ['found', 'told'], to: null },
  circular: { title: '通报批评', from: ['found', 'told'], to: null },
  refer: { title: '移送追责', from: ['found', 'told'], to: null },
  tell: { title: '告知结果', from: ['found'], to: 'told' },
  close: { title: '办结', from: ['told'], to: 'closed' },
  redirect: { title: '告知其他途径', from: ['received', 'accepted'], to: 'redirected' },
  extend: { title: '延长办理期限', from: ['received', 'accepted', 'found'], to: null },
} as const satisfies Readonly<
  Record<
    string,
    { readonly title: string; readonly from: readonly ComplaintStatus[]; readonly to: ComplaintStatus | null }
  >
>;

export type ComplaintActName = keyof typeof COMPLAINT_ACTS;

export const COMPLAINT_ACT_NAMES = Object.keys(COMPLAINT_ACTS) as readonly ComplaintActName[];

/** What an act is called: of a village what follows is 责令依法公布 (村组法36), not 督促整改 (条例47). */
export const actTitle = (act: ComplaintActName, kind: ComplaintKind): string =>
  kind === 'villageAffairs' && act === 'order' ? '责令依法公布' : COMPLAINT_ACTS[act].title;

/** As far as what may be done with it depends on it. */
export interface ComplaintState {
  readonly kind: ComplaintKind;
  /** The day in China on which it came. */
  readonly receivedOn: CivilDate;
  readonly status: ComplaintStatus;
  readonly finding: ComplaintFinding | null;
  readonly isExtended: boolean;
  readonly orders: number;
  readonly circulars: number;
}

/** What was found true and is not followed by anything yet. */
export const owesOrder = ({
  kind,
  finding,
  orders,
  circulars,
}: Pick<ComplaintState, 'kind' | 'finding' | 'orders' | 'circulars'>): boolean =>
  finding !== null && finding !== 'untrue' && orders + (kind === 'villageAffairs' ? 0 : circulars) === 0;

/** What has to be done first, with its article. */
export const owedOrderWords = ({ kind, receivedOn }: Pick<ComplaintState, 'kind' | 'receivedOn'>): string =>
  kind === 'villageAffairs'
    ? `查证属实的，应当责令依法公布（${complaintLawOn(kind, receivedOn)}）。请先下达整改通知，再办结。`
    : '查证属实的，应当督促整改或者通报批评（条例第四十七条第二款）。请先下达整改通知或者通报，再办结。';

/**
 * Why something cannot be done now, in words; `null` when it can. What was found true is followed by 督促整改 or
 * 通报批评, without choice (条例47第二款: 查证属实的，应当予以督促整改或者通报批评); of village affairs by 责令依法公布 alone
 * (村组法36), because 条例47 does not hold for a village.
 */
export function hindranceOf(act: ComplaintActName, state: ComplaintState): string | null {
  const { from }: { from: readonly ComplaintStatus[] } = COMPLAINT_ACTS[act];
  const { kind, status, finding, isExtended } = state;
  const title = actTitle(act, kind);
  if (!from.includes(status)) return `这件投诉${COMPLAINT_STATUSES[status]}，现在不能${title}。`;
  if (act === 'extend' && isExtended) return '办理期限已经延长过一次，不能再延长。';
  if ((act === 'order' || act === 'circular' || act === 'refer') && finding === 'untrue')
    return `核查结论是不属实，不能${title}。`;
  if (act === 'circular' && kind === 'villageAffairs')
    return '村务公开不适用条例第四十七条的通报批评，请责令依法公布。';
  return act === 'close' && owesOrder(state) ? owedOrderWords(state) : null;
}

/** Where it stands after an act that nothing hinders. */
export const statusAfter = (act: ComplaintActName, status: ComplaintStatus): ComplaintStatus =>
  COMPLAINT_ACTS[act].to ?? status;

/** The step that leads on to the end; after what was found true, first what has to follow it. */
function leadingAct(state: ComplaintState): ComplaintActName {
  const { status } = state;
  if (status === 'received') return 'accept';
  if (status === 'accepted') return 'find';
  if (owesOrder(state)) return 'order';
  return status === 'found' ? 'tell' : 'close';
}

/** What may be done now, the step that leads on first. */
export function openActs(state: ComplaintState): readonly ComplaintActName[] {
  const open = COMPLAINT_ACT_NAMES.filter((act) => hindranceOf(act, state) === null);
  const leading = leadingAct(state);
  return [...open.filter((act) => act === leading), ...open.filter((act) => act !== leading)];
}
