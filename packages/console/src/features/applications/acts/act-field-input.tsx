import { Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../../app/moments.ts';
import type { ShownCase } from '../shown-application.ts';
import {
  consulteeOf,
  openLetters,
  placeOf,
  replyLetters,
  type SentLetter,
  sentLetters,
} from '../workbench-case.ts';
import { type ActField, CONSULTATION_KINDS } from './act-fields.ts';
import { CasePicker } from './case-picker.tsx';
import { type InputProps, textOf } from './entered.ts';
import { JointCases } from './joint-cases.tsx';
import { OfficerPicker } from './officer-picker.tsx';
import { OutcomePicker } from './outcome-picker.tsx';

interface Props extends InputProps {
  readonly field: ActField;
  readonly shown: ShownCase;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const letterOption = ({ letterId, title, issuedOn }: SentLetter): Option => ({
  value: letterId,
  label: `${title}（${shownDate(issuedOn)}）`,
});

/** What of the case can be picked. */
function pickOptions(kind: ActField['kind'], shown: ShownCase): readonly Option[] {
  switch (kind) {
    case 'letter':
      return openLetters(shown).map(letterOption);
    case 'replyLetter':
      return replyLetters(shown).map(letterOption);
    case 'anyLetter':
      return sentLetters(shown).map(letterOption);
    case 'consultation':
      return shown.openConsultations.map(({ consultationId, kind: whom, sentOn }) => ({
        value: consultationId,
        label: `第${placeOf('sendConsultation', consultationId, shown)}次：${CONSULTATION_KINDS[whom] ?? whom}，${shownDate(sentOn)}发出`,
      }));
    case 'overruled':
      return shown.overruled.map(({ consultationId, noticeId }) => {
        const place = `第${placeOf('sendConsultation', consultationId, shown)}次征求意见`;
        const name = [place, consulteeOf(consultationId, shown)].filter((words) => words !== '').join('：');
        return { value: consultationId, label: noticeId === null ? name : `${name}（已告知）` };
      });
    case 'assistance':
      return shown.openAssistance.map((id) => ({
        value: id,
        label: `第${placeOf('requestAssistance', id, shown)}份协办函`,
      }));
    default:
      return [];
  }
}

const YES = [true, false] as const;

/** The most answers that are shown side by side; more of them open as a list. */
const SIDE_BY_SIDE = 5;

function Choice({
  options,
  label,
  ...input
}: InputProps & { readonly options: readonly Option[]; readonly label: string }): ReactNode {
  const { id, value, onChange } = input;
  if (options.length > SIDE_BY_SIDE || options.length === 0)
    return (
      <Select
        {...(id !== undefined && { id })}
        value={value}
        onChange={(picked: unknown) => onChange?.(picked)}
        options={[...options]}
        placeholder="请选择"
        notFoundContent="现在没有可选的。"
      />
    );
  return (
    <Radio.Group
      {...(id !== undefined && { id })}
      className="choices"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange?.(target.value)}
      options={[...options]}
    />
  );
}

type PlainField = Extract<ActField, { readonly kind: 'date' | 'number' | 'yuan' }>;

/** A day, a number or an amount, as it is typed. */
function PlainInput({
  field,
  value,
  onChange,
  ...input
}: InputProps & { readonly field: PlainField }): ReactNode {
  if (field.kind === 'number')
    return (
      <InputNumber
        {...input}
        className="short-number"
        value={typeof value === 'number' ? value : null}
        onChange={(number) => onChange?.(number ?? undefined)}
        precision={0}
        {...(field.unit !== '' && { suffix: field.unit })}
      />
    );
  const kind =
    field.kind === 'date'
      ? { type: 'date', className: 'date' }
      : { className: 'short-search', inputMode: 'decimal' as const, suffix: '元' };
  return (
    <Input
      {...input}
      {...kind}
      autoComplete="off"
      value={textOf(value)}
      onChange={({ target }) => onChange?.(target.value)}
    />
  );
}

function YesNo({
  field,
  onChange,
  ...input
}: InputProps & { readonly field: Extract<ActField, { readonly kind: 'yesNo' }> }): ReactNode {
  return (
    <Radio.Group
      {...input}
      className="choices"
      aria-label={field.label}
      onChange={({ target }) => onChange?.(target.value)}
      options={YES.map((answer) => ({ value: answer, label: answer ? field.yes : field.no }))}
    />
  );
}

/** The input of one field of an act. */
export function ActFieldInput({ field, shown, ...input }: Props): ReactNode {
  switch (field.kind) {
    case 'date':
    case 'number':
    case 'yuan':
      return <PlainInput {...input} field={field} />;
    case 'choice':
      return (
        <Choice
          {...input}
          label={field.label}
          options={Object.entries(field.options).map(([option, label]) => ({ value: option, label }))}
        />
      );
    case 'yesNo':
      return <YesNo {...input} field={field} />;
    case 'outcome':
      return <OutcomePicker {...input} />;
    case 'officer':
      return <OfficerPicker {...input} shown={shown} />;
    case 'joint':
      return <JointCases {...input} shown={shown} label={field.label} />;
    case 'case':
      return <CasePicker {...input} shown={shown} />;
    case 'counted':
    case 'charge':
      return null;
    default:
      return <Choice {...input} label={field.label} options={pickOptions(field.kind, shown)} />;
  }
}
