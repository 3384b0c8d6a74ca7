import type { RouteRequest } from '@zhaoshi/contract/define-route';
import type { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { ApplicantKind } from '@zhaoshi/domain/annual-report/ids';
import { type ApplicantField, applicantFields, checkApplicant } from '@zhaoshi/domain/application/applicant';
import {
  type ApplicantDetails,
  identityTypeIn,
  type SupplyForm,
  type SupplyWay,
} from '@zhaoshi/domain/application/application-form';
import { type IntakeChannel, receiptDateOf } from '@zhaoshi/domain/application/intake';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';

export type IntakeBody = RouteRequest<typeof applicationRoutes.register>['body'];
export type FileUse = IntakeBody['fileIds'][number]['use'];

/** A scan that is uploaded and not yet in a case. */
export interface UploadedFile {
  readonly fileId: string;
  readonly use: FileUse;
  readonly name: string;
}

/** What the form holds; what is not typed yet is missing. */
export interface IntakeValues {
  readonly channel?: IntakeChannel;
  readonly isMisaddressed?: boolean;
  readonly sentOn?: string;
  readonly arrivedOn?: string;
  readonly confirmedOn?: string;
  readonly summary?: string;
  readonly form?: {
    readonly applicant?: Readonly<Partial<Record<ApplicantField, string>>> & {
      readonly kind?: ApplicantKind;
    };
    readonly agent?: { readonly name?: string; readonly identityNumber?: string; readonly phone?: string };
    readonly description?: string;
    readonly supplyForm?: SupplyForm;
    readonly supplyWay?: SupplyWay;
    readonly acceptsOtherWay?: boolean;
    readonly helpNeeded?: string;
  };
  readonly hasAgent?: boolean;
  readonly files?: readonly UploadedFile[];
}

/** A new form: handed in by a citizen, who in most cases also takes the information another way. */
export const EMPTY_INTAKE: IntakeValues = {
  isMisaddressed: false,
  hasAgent: false,
  form: {
    applicant: { kind: 'naturalPerson', identityType: 'residentCard' },
    acceptsOtherWay: true,
  },
  files: [],
};

const given = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** A day; half-typed ones are none. */
const dayOf = (text: string | undefined): string | null =>
  text === undefined ? null : (parseCivilDate(text) ?? null);

const BY_POST: ReadonlySet<string> = new Set(['registeredMail', 'ordinaryMail']);

/** A letter may have gone to another unit first; what is handed over at the counter was never under way. */
export const isByPost = (channel: IntakeChannel | undefined): boolean =>
  channel !== undefined && BY_POST.has(channel);

export const isHandedIn = (channel: IntakeChannel): boolean => channel === 'counter' || channel === 'oral';

/** Whether the channel's rule takes the day of a confirmation. */
export function needsConfirmation({ channel, isMisaddressed = false }: IntakeValues): boolean {
  if (channel === undefined) return false;
  const none = { sentOn: null, arrivedOn: null, confirmedOn: null };
  return receiptDateOf({ ...none, channel, isMisaddressed }).awaitsConfirmation;
}

/** The dates that the channel asks for; those of another channel that was chosen before count no more. */
export function factsOf(values: IntakeValues & { readonly channel: IntakeChannel }) {
  const { channel, isMisaddressed = false } = values;
  return {
    channel,
    isMisaddressed: isByPost(channel) && isMisaddressed,
    sentOn: isHandedIn(channel) ? null : dayOf(values.sentOn),
    arrivedOn: dayOf(values.arrivedOn),
    confirmedOn: needsConfirmation(values) ? dayOf(values.confirmedOn) : null,
  };
}

/** The applicant with exactly the fields of its kind. */
export function applicantOf(values: IntakeValues): ApplicantDetails {
  const { kind = 'naturalPerson', ...typed } = values.form?.applicant ?? {};
  const shown = new Set(applicantFields(kind).map(({ field }) => field));
  const text = (field: ApplicantField): string | null => (shown.has(field) ? given(typed[field]) : null);
  return {
    kind,
    name: given(typed.name) ?? '',
    identityType: text('identityNumber') === null ? null : identityTypeIn(text('identityType')),
    identityNumber: text('identityNumber'),
    creditCode: text('creditCode'),
    legalRepresentative: text('legalRepresentative'),
    contactPerson: text('contactPerson'),
    address: text('address'),
    postcode: text('postcode'),
    phone: text('phone'),
    fax: text('fax'),
    email: text('email'),
  };
}

/** What of the applicant is missing or looks mistyped; neither hinders the registration. */
export function applicantNotes(values: IntakeValues) {
  const details = applicantOf(values);
  const identityType = details.identityType ?? identityTypeIn(values.form?.applicant?.identityType);
  const { missing, warnings } = checkApplicant({ ...details, identityType });
  // Without a name nothing can be registered at all; the field itself says so.
  return { missing: missing.filter(({ field }) => field !== 'name'), warnings };
}

/** What is sent; the form has seen to what must be there. */
export function intakeBody(values: IntakeValues & { readonly channel: IntakeChannel }): IntakeBody {
  const { form = {}, hasAgent = false, files = [] } = values;
  const { agent = {} } = form;
  return {
    ...factsOf(values),
    summary: given(values.summary),
    form: {
      applicant: applicantOf(values),
      agent: hasAgent
        ? {
            name: agent.name?.trim() ?? '',
            identityNumber: given(agent.identityNumber),
            phone: given(agent.phone),
          }
        : null,
      description: form.description ?? '',
      supplyForm: form.supplyForm ?? 'electronic',
      supplyWay: form.supplyWay ?? 'online',
      acceptsOtherWay: form.acceptsOtherWay ?? false,
      helpNeeded: given(form.helpNeeded),
    },
    fileIds: files.map(({ fileId, use }) => ({ fileId, use })),
  };
}
