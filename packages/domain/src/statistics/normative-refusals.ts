import { isSameDocumentNumber } from '../disclosure/document-number/document-number.ts';
import type { RegisterRow } from '../disclosure/validity/normative-register.ts';
import { inBookMarks } from '../kernel/book-marks.ts';
import type { CivilDate } from '../kernel/civil-date.ts';
import type { Level, TreeKind } from '../organ/tree.ts';
import type { RecordedDocument } from './recorded-documents.ts';

/** Who makes 规章: governments of provinces and of cities divided into districts, and their offices for them. */
const RULE_MAKERS: ReadonlySet<TreeKind> = new Set([
  'provinceGovernment',
  'cityGovernment',
  'governmentOrgan',
]);

/**
 * Whether an organ has the power to make 规章 (立法法; 规章制定程序条例2); townships, counties and departments below a
 * ministry have not (annual-report.md §4).
 *
 * @param named organs that the settings name as having it
 */
export const mayMakeRules = (
  { name, kind, level }: { readonly name: string; readonly kind: TreeKind; readonly level: Level },
  named: readonly string[],
): boolean => named.includes(name) || (RULE_MAKERS.has(kind) && (level === 'province' || level === 'city'));

/** Something wrong at a field of what was entered. */
export interface RecordFault {
  readonly field:
    | 'row'
    | 'documentNumber'
    | 'dateOfDocument'
    | 'validFrom'
    | 'validTo'
    | 'endedOn'
    | 'endGround';
  readonly message: string;
}

interface Judged {
  readonly record: RecordedDocument;
  readonly organ: { readonly name: string; readonly kind: TreeKind; readonly level: Level };
  readonly ruleMakers: readonly string[];
  /** The other records of the organ. */
  readonly others: readonly RecordedDocument[];
  readonly today: CivilDate;
}

const fault = (field: RecordFault['field'], message: string): RecordFault => ({ field, message });

const rowFault = (row: RegisterRow, { organ, ruleMakers }: Judged): readonly RecordFault[] =>
  row === 'administrativeRule' && !mayMakeRules(organ, ruleMakers)
    ? [
        fault(
          'row',
          `${organ.name}没有规章制定权，不能登记规章；若为行政规范性文件，请改选。确有制定权的，请在设置“有规章制定权的单位名称”中写明。`,
        ),
      ]
    : [];

function dayFaults({ record, today }: Judged): readonly RecordFault[] {
  const { dateOfDocument, validFrom, validTo, end } = record;
  return [
    ...(dateOfDocument > today ? [fault('dateOfDocument', '成文日期不能晚于今天。')] : []),
    ...(validFrom !== null && validFrom < dateOfDocument
      ? [fault('validFrom', `施行日期不能早于成文日期${dateOfDocument}。`)]
      : []),
    ...(validTo !== null && validTo < (validFrom ?? dateOfDocument)
      ? [fault('validTo', '有效期的最后一日不能早于施行日期。')]
      : []),
    ...(end !== null && end.on < dateOfDocument
      ? [fault('endedOn', `废止、失效的日期不能早于成文日期${dateOfDocument}。`)]
      : []),
  ];
}

/** Everything against a record of the register, all at once; empty when it may be kept. */
export function recordFaults(judged: Judged): readonly RecordFault[] {
  const { record, others } = judged;
  const same = others.find(({ documentNumber }) =>
    isSameDocumentNumber(documentNumber, record.documentNumber),
  );
  return [
    ...rowFault(record.row, judged),
    ...dayFaults(judged),
    ...(same === undefined
      ? []
      : [
          fault(
            'documentNumber',
            `${same.documentNumber}已经登记（${inBookMarks(same.title)}），请修改原登记。`,
          ),
        ]),
    ...(record.end !== null && record.end.ground === ''
      ? [fault('endGround', '请写明废止、失效的依据，如废止决定的文号。')]
      : []),
  ];
}
