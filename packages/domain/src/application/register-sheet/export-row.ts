import type { ApplicationEvent } from '../act.ts';
import { applicantKindName } from '../applicant.ts';
import { type ApplicationForm, identityTypeTitle, SUPPLY_FORMS, SUPPLY_WAYS } from '../application-form.ts';
import { INTAKE_CHANNELS, type IntakeChannel } from '../intake.ts';
import { OUTCOMES, type OutcomeId } from '../outcome.ts';
import { STATUSES, type Status } from '../status.ts';
import { SHEET_COLUMN_IDS, SHEET_COLUMNS, type SheetRow } from './columns.ts';

/** A case as the register goes out. */
export interface ExportedCase {
  readonly registrationNumber: string;
  readonly channel: IntakeChannel;
  readonly status: Status;
  /** Days as texts. */
  readonly sentOn: string | null;
  readonly arrivedOn: string | null;
  readonly receiptDate: string | null;
  readonly enteredOn: string;
  readonly dueOn: string | null;
  readonly outcome: OutcomeId | null;
  readonly resultOn: string | null;
  readonly documentNumber: string | null;
  readonly officer: string | null;
  readonly form: ApplicationForm;
  readonly events: readonly ApplicationEvent[];
}

function rowOf({ form, ...one }: ExportedCase): SheetRow {
  const { applicant, agent } = form;
  return {
    registrationNumber: one.registrationNumber,
    channel: INTAKE_CHANNELS[one.channel].title,
    sentOn: one.sentOn ?? '',
    arrivedOn: one.arrivedOn ?? '',
    receiptDate: one.receiptDate ?? '',
    applicantKind: applicantKindName(applicant.kind),
    name: applicant.name,
    identityType: identityTypeTitle(applicant.identityType) ?? '',
    identityNumber: applicant.identityNumber ?? '',
    creditCode: applicant.creditCode ?? '',
    legalRepresentative: applicant.legalRepresentative ?? '',
    contactPerson: applicant.contactPerson ?? '',
    phone: applicant.phone ?? '',
    email: applicant.email ?? '',
    address: applicant.address ?? '',
    postcode: applicant.postcode ?? '',
    fax: applicant.fax ?? '',
    agentName: agent?.name ?? '',
    agentIdentityNumber: agent?.identityNumber ?? '',
    agentPhone: agent?.phone ?? '',
    description: form.description,
    supplyForm: SUPPLY_FORMS[form.supplyForm],
    supplyWay: SUPPLY_WAYS[form.supplyWay],
    acceptsOtherWay: form.acceptsOtherWay ? '是' : '否',
    dueOn: one.dueOn ?? '',
    outcome: one.outcome === null ? '' : OUTCOMES[one.outcome].title,
    resultOn: one.resultOn ?? '',
    documentNumber: one.documentNumber ?? '',
  };
}

type EventOf<T extends ApplicationEvent['type']> = Extract<ApplicationEvent, { readonly type: T }>;

/** What happened of one kind, in its order. */
const all = <T extends ApplicationEvent['type']>(
  { events }: ExportedCase,
  type: T,
  words: (event: EventOf<T>) => string,
): string =>
  events
    .filter((event): event is EventOf<T> => event.type === type)
    .map(words)
    .join('；');

const onDay = ({ on }: { readonly on: string }): string => on;
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Columns of the register that no old one is asked for (applications.md §15). */
const FURTHER: Readonly<Record<string, (one: ExportedCase) => string>> = {
  状态: ({ status }) => STATUSES[status],
  登记日期: ({ enteredOn }) => enteredOn,
  经办人: ({ officer }) => officer ?? '',
  补正告知: (one) => all(one, 'noticeCorrection', onDay),
  收到补正: (one) => all(one, 'acceptCorrection', onDay),
  征求意见发出: (one) => all(one, 'sendConsultation', onDay),
  征求意见结束: (one) => all(one, 'endConsultation', onDay),
  延期批准: (one) => all(one, 'approveExtension', ({ on, days }) => `${on}（${days}个工作日）`),
  '收费告知（元）': (one) => all(one, 'noticeFee', ({ on, amount }) => `${on}（${yuan(amount)}）`),
  '缴费（元）': (one) => all(one, 'recordPayment', ({ on, amount }) => `${on}（${yuan(amount)}）`),
  检索次数: ({ events }) => String(events.filter(({ type }) => type === 'logSearch').length),
  答复送达: (one) => all(one, 'deliverReply', onDay),
  答复再次送达: (one) => all(one, 'redeliverReply', onDay),
  申请人签收: (one) => all(one, 'confirmDelivery', onDay),
  重新办理: (one) => all(one, 'reopen', onDay),
  归档: (one) => all(one, 'archive', onDay),
};

/** Headings of the register as it goes out: those that can be imported again come first. */
export const EXPORT_HEADINGS: readonly string[] = [
  ...SHEET_COLUMN_IDS.map((id) => SHEET_COLUMNS[id].title),
  ...Object.keys(FURTHER),
];

/** The texts of a case's row, one for each heading. */
export function exportRow(one: ExportedCase): readonly string[] {
  const row = rowOf(one);
  return [...SHEET_COLUMN_IDS.map((id) => row[id]), ...Object.values(FURTHER).map((text) => text(one))];
}
