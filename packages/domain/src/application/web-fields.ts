import { APPLICANT_KINDS, type ApplicantKind } from '../annual-report/ids.ts';
import { type ApplicantField, applicantFields } from './applicant.ts';
import { IDENTITY_TYPES } from './application-form.ts';

/** A field of a form on the web. */
export interface WebField {
  readonly name: string;
  readonly label: string;
  readonly longest: number;
  readonly required: boolean;
  /** How browsers and their helpers know the field (WCAG 1.3.5). */
  readonly autocomplete: string;
  readonly input: 'text' | 'tel' | 'email' | 'date';
  readonly help?: string;
  /** Values and their names, where it is a choice. */
  readonly choices?: Readonly<Record<string, string>>;
}

type Entry = Partial<Omit<WebField, 'name' | 'label' | 'required'>>;

/** How each of the applicant's fields is typed. */
const ENTRIES: Readonly<Record<ApplicantField, Entry>> = {
  name: { longest: 100 },
  identityType: { longest: 40, choices: IDENTITY_TYPES },
  identityNumber: { longest: 40 },
  creditCode: { longest: 40, help: '18位，见营业执照或者登记证书。' },
  legalRepresentative: { longest: 50 },
  contactPerson: { longest: 50, autocomplete: 'name' },
  phone: { longest: 40, autocomplete: 'tel', input: 'tel' },
  email: { longest: 100, autocomplete: 'email', input: 'email' },
  address: { longest: 200, autocomplete: 'street-address' },
  postcode: { longest: 10, autocomplete: 'postal-code' },
  fax: { longest: 40 },
};

const webField = (
  { name, label, required }: Pick<WebField, 'name' | 'label' | 'required'>,
  entry: Entry,
): WebField => ({ name, label, required, longest: 100, autocomplete: 'off', input: 'text', ...entry });

/** What a person or an organisation is asked on the web; nothing else may be demanded, no purpose either (条例29). */
export const webApplicantFields = (kind: ApplicantKind): readonly WebField[] =>
  applicantFields(kind).map(({ field, label, isRequired }) =>
    webField(
      { name: field, label, required: isRequired },
      field === 'name'
        ? { ...ENTRIES.name, autocomplete: kind === 'naturalPerson' ? 'name' : 'organization' }
        : ENTRIES[field],
    ),
  );

/** Of whoever acts for the applicant, with a power of attorney. */
export const AGENT_FIELDS: readonly WebField[] = [
  webField({ name: 'agentName', label: '代理人姓名', required: true }, { longest: 50 }),
  webField({ name: 'agentIdentityNumber', label: '代理人证件号码', required: true }, { longest: 40 }),
  webField({ name: 'agentPhone', label: '代理人联系电话', required: true }, { longest: 40, input: 'tel' }),
];

/** What help somebody needs who cannot read, see or hear well (条例43). */
export const HELP_FIELD: WebField = webField(
  { name: 'helpNeeded', label: '阅读、视听有困难时需要的帮助', required: false },
  { longest: 200, help: '如大字版、电话告知内容。机关应当提供必要的帮助（条例第四十三条）。' },
);

export const isApplicantKind = (text: string): text is ApplicantKind =>
  APPLICANT_KINDS.some((kind) => kind === text);
