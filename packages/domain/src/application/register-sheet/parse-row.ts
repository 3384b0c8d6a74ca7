import { APPLICANT_KINDS } from '../../annual-report/ids.ts';
import { type CivilDate } from '../../kernel/civil-date.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import {
  type ApplicationForm,
  identityTypeIn,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
  type SupplyForm,
  type SupplyWay,
} from '../application-form.ts';
import { INTAKE_CHANNELS, type IntakeChannel, receiptDateOf } from '../intake.ts';
import { checkIntakeDates } from '../intake-dates.ts';
import { OUTCOME_IDS, type OutcomeId } from '../outcome.ts';
import { SHEET_COLUMN_IDS, SHEET_COLUMNS, type SheetColumnId, type SheetRow } from './columns.ts';
import { parseChoice, parseSheetDate, parseYesNo } from './sheet-values.ts';

/** A row of an old register, understood. */
export interface ImportedCase {
  readonly registrationNumber: string;
  readonly channel: IntakeChannel;
  readonly sentOn: CivilDate | null;
  readonly arrivedOn: CivilDate;
  readonly receiptDate: CivilDate;
  readonly form: ApplicationForm;
  readonly result: {
    readonly outcome: OutcomeId;
    readonly on: CivilDate;
    readonly dueOn: CivilDate | null;
    readonly documentNumber: string | null;
  } | null;
}

// Characters that cannot be seen; line ends are part of a description.
const UNSEEN = /[\p{Cf}\p{Cc}]/u;

/** Far longer than the column takes, in halves of characters: not looked at any further, and never quoted. */
const isEndless = (id: SheetColumnId, value: string): boolean => value.length > SHEET_COLUMNS[id].longest * 2;

/** What is wrong with a cell by itself; `null` when nothing is. */
function faultOf(id: SheetColumnId, value: string): string | null {
  const { title, kind, required, longest, choices } = SHEET_COLUMNS[id];
  if (value === '') return required ? `${title}没有填写。` : null;
  if (isEndless(id, value)) return `${title}超过 ${longest} 字。`;
  if (kind === 'date') {
    return parseSheetDate(value) === undefined ? `${title}“${value}”不是日期，应写成 2025-03-01。` : null;
  }
  if (choices !== null) {
    const known = Object.values(choices).join('、');
    return parseChoice(value, choices) === undefined ? `${title}“${value}”不认识，可填：${known}。` : null;
  }
  if (kind === 'yesNo') return parseYesNo(value) === undefined ? `${title}应填“是”或者“否”。` : null;
  if (Array.from(value).length > longest) return `${title}超过 ${longest} 字。`;
  return UNSEEN.test(value.replaceAll(/[\r\n\t]/g, '')) ? `${title}含有看不见的字符，请重新录入。` : null;
}

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((one) => one === value);

/** The cells read: what each column means. */
function readCells(row: SheetRow) {
  const textOf = (id: SheetColumnId): string | null => (row[id] === '' ? null : row[id]);
  const dateOf = (id: SheetColumnId): CivilDate | null => parseSheetDate(row[id]) ?? null;
  const chosen = (id: SheetColumnId): string | undefined => {
    const { choices } = SHEET_COLUMNS[id];
    return choices === null ? undefined : parseChoice(row[id], choices);
  };
  return { textOf, dateOf, chosen };
}

function formOf(row: SheetRow): ApplicationForm | null {
  const { textOf, chosen } = readCells(row);
  const kind = oneOf(APPLICANT_KINDS, chosen('applicantKind'));
  if (kind === undefined) return null;
  const agentName = textOf('agentName');
  return {
    applicant: {
      kind,
      name: row.name,
      identityType: identityTypeIn(chosen('identityType')),
      identityNumber: textOf('identityNumber'),
      creditCode: textOf('creditCode'),
      legalRepresentative: textOf('legalRepresentative'),
      contactPerson: textOf('contactPerson'),
      address: textOf('address'),
      postcode: textOf('postcode'),
      phone: textOf('phone'),
      fax: textOf('fax'),
      email: textOf('email'),
    },
    agent:
      agentName === null
        ? null
        : {
            name: agentName,
            identityNumber: textOf('agentIdentityNumber'),
            phone: textOf('agentPhone'),
          },
    description: row.description,
    supplyForm: oneOf(Object.keys(SUPPLY_FORMS) as SupplyForm[], chosen('supplyForm')) ?? 'electronic',
    supplyWay: oneOf(Object.keys(SUPPLY_WAYS) as SupplyWay[], chosen('supplyWay')) ?? 'post',
    acceptsOtherWay: parseYesNo(row.acceptsOtherWay) ?? false,
    helpNeeded: null,
  };
}

/** Outcome and its day belong together. */
function resultFaults(row: SheetRow, today: CivilDate): readonly string[] {
  const { dateOf, chosen } = readCells(row);
  const [on, hasOutcome] = [dateOf('resultOn'), row.outcome !== ''];
  if (hasOutcome && row.resultOn === '') return ['有办理结果的，答复日期没有填写。'];
  if (!hasOutcome && (row.resultOn !== '' || row.documentNumber !== '')) {
    return ['填写了答复日期或者答复文号，办理结果没有填写。'];
  }
  if (on !== null && on > today) return [`答复日期（${on}）不能晚于今天（${today}）。`];
  const receiptDate = dateOf('receiptDate');
  // Only a withdrawal can come before both sides have confirmed the day of receipt.
  const isEarly = on !== null && receiptDate !== null && on < receiptDate;
  return isEarly && chosen('outcome') !== 'otherHandling.withdrawn'
    ? [`答复日期（${on}）不能早于收到申请之日（${receiptDate}）。`]
    : [];
}

/** The dates of intake in their order and by the rule of the channel (条例31). */
function dateFaults(row: SheetRow, today: CivilDate): readonly string[] {
  const { dateOf, chosen } = readCells(row);
  const channel = oneOf(Object.keys(INTAKE_CHANNELS) as IntakeChannel[], chosen('channel'));
  const receiptDate = dateOf('receiptDate');
  if (channel === undefined || receiptDate === null) return [];
  const facts = {
    channel,
    sentOn: dateOf('sentOn'),
    arrivedOn: dateOf('arrivedOn') ?? receiptDate,
    confirmedOn: null,
  };
  const { awaitsConfirmation } = receiptDateOf(facts);
  const dates = {
    ...facts,
    confirmedOn: awaitsConfirmation ? receiptDate : null,
    receiptDate,
    enteredOn: today,
  };
  return [...new Set(checkIntakeDates(dates, today).map(({ message }) => message))];
}

/**
 * Understands a row of an old register, or tells everything that is wrong with it. What it says is taken as it was:
 * whether a reply came in time is not judged.
 */
export function parseRegisterRow(row: SheetRow, today: CivilDate): Result<ImportedCase, readonly string[]> {
  const cells = SHEET_COLUMN_IDS.flatMap((id) => faultOf(id, row[id]) ?? []);
  if (SHEET_COLUMN_IDS.some((id) => isEndless(id, row[id]))) return err(cells);
  const faults = [...cells, ...dateFaults(row, today), ...resultFaults(row, today)];
  const { textOf, dateOf, chosen } = readCells(row);
  const form = formOf(row);
  const channel = oneOf(Object.keys(INTAKE_CHANNELS) as IntakeChannel[], chosen('channel'));
  const receiptDate = dateOf('receiptDate');
  if (faults.length > 0 || form === null || channel === undefined || receiptDate === null) {
    return err(faults);
  }
  const outcome = oneOf(OUTCOME_IDS, chosen('outcome'));
  const on = dateOf('resultOn');
  return ok({
    registrationNumber: row.registrationNumber,
    channel,
    sentOn: dateOf('sentOn'),
    arrivedOn: dateOf('arrivedOn') ?? receiptDate,
    receiptDate,
    form,
    result:
      outcome === undefined || on === null
        ? null
        : { outcome, on, dueOn: dateOf('dueOn'), documentNumber: textOf('documentNumber') },
  });
}
