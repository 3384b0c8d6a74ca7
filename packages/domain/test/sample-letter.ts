import type { Fen } from '../src/fee/tariff.ts';
import type { CivilDate } from '../src/kernel/civil-date.ts';
import { composeLetter } from '../src/letter/compose-letter.ts';
import type { Letter } from '../src/letter/letter.ts';
import type { LetterFacts } from '../src/letter/letter-facts.ts';
import type { LetterField, LetterFieldValues } from '../src/letter/letter-field.ts';
import { type LetterKind, templateOf } from '../src/letter/letter-kinds.ts';
import { REMEDY_READINGS } from '../src/remedy/remedy.ts';

export const day = (text: string): CivilDate => text as CivilDate;

/** The facts of a case of a county's office; nothing in it is real. */
export const sampleFacts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  organ: '昭和县人民政府办公室',
  contact: ['联系单位：昭和县政务公开办公室', '联系电话：0000-1234567', '地址：昭和县城中路1号'],
  documentNumber: '昭府办公复〔2026〕第12号',
  date: day('2026-03-20'),
  addressee: '陈某某',
  application: {
    registrationNumber: '2026-000123',
    receiptDate: day('2026-03-02'),
    receiptRule: '当面提交，以提交之日为收到申请之日，条例第三十一条第（一）项',
    applicant: '陈某某',
    isOrganization: false,
    asked: '2024年昭和县城中路改造工程的征收补偿方案',
    corrected: '',
    form: '纸质',
    way: '邮寄',
  },
  due: { date: day('2026-03-30'), provisional: false },
  fee: {
    basis: 'perPage',
    lines: ['第1至30页，每页0.00元，计0.00元', '第31至72页，每页10.00元，计420.00元'],
    total: 420_00 as Fen,
  },
  givenBefore: false,
  remedyPlaces: { reviewOrgan: '昭和县人民政府', court: '昭和县人民法院', reviewAddress: null },
  readings: REMEDY_READINGS,
  byInternet: false,
  excludesReasons: false,
  restartsAfterPayment: true,
  reliefDays: 15,
  othersSeeApplicant: false,
  ...more,
});

const KIND_VALUES = {
  line: (label: string) => `【${label}】`,
  text: (label: string) => `【${label}】。`,
  list: (label: string) => `【${label}一】（3页）\n【${label}二】（5页）`,
  date: () => '2026-03-10',
  number: () => '15',
  yuan: () => '420',
} as const;

const valueOf = (field: LetterField): string => {
  if (field.kind === 'choice') return Object.keys(field.options).slice(0, 1).join();
  return KIND_VALUES[field.kind](field.label);
};

/** A value for every field of the wording, or only for the required ones. */
export const sampleFields = (kind: LetterKind, on: CivilDate, onlyRequired = false): LetterFieldValues =>
  Object.fromEntries(
    templateOf(kind, on)
      .fields.filter(({ required }) => required || !onlyRequired)
      .map((field) => [field.key, valueOf(field)]),
  );

/** A whole letter of a kind. @throws when something is missing. */
export function sampleLetter(kind: LetterKind, more: Partial<LetterFacts> = {}): Letter {
  const facts = sampleFacts(more);
  const composed = composeLetter(kind, facts, sampleFields(kind, facts.date));
  if (!composed.ok) throw new Error(`${kind}: ${JSON.stringify(composed.error)}`);
  return composed.value;
}
