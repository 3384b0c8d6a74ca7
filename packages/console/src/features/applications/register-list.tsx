import { Link } from '@tanstack/react-router';
import { applicantKindName } from '@zhaoshi/domain/application/applicant';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { StatusTag } from './pieces/status-tag.tsx';
import { RegisterDue } from './register-due.tsx';
import type { RegisterRow } from './shown-application.ts';

interface RowProps {
  readonly row: RegisterRow;
}

function CaseLink({ row: { regionId, applicationId, registrationNumber } }: RowProps): ReactNode {
  return (
    <Link
      to="/applications/$regionId/$applicationId"
      params={{ regionId, applicationId }}
      className="figures"
      aria-label={`办理${registrationNumber}号申请`}
    >
      {registrationNumber}
    </Link>
  );
}

const Applicant = ({ row: { applicant, applicantKind, channel } }: RowProps): ReactNode => (
  <>
    {applicant}（{applicantKindName(applicantKind)}）· {INTAKE_CHANNELS[channel].title}
  </>
);

const received = ({ receiptDate }: RegisterRow): ReactNode =>
  receiptDate === null ? <span className="quiet">待确认</span> : shownDate(receiptDate);

const officer = (row: RegisterRow): ReactNode =>
  row.officer?.displayName ?? <span className="quiet">未指定</span>;

function Outcome({ row: { outcome, resultOn } }: RowProps): ReactNode {
  if (outcome === null || resultOn === null) return <span className="quiet">未办结</span>;
  return (
    <>
      {OUTCOMES[outcome].title}
      <small className="under quiet figures">{shownDate(resultOn)}</small>
    </>
  );
}

const COLUMNS: TableColumnsType<RegisterRow> = [
  {
    title: '登记号',
    width: '7.5rem',
    render: (_value, row) => (
      <>
        <CaseLink row={row} />
        <span className="under">
          <StatusTag status={row.status} />
        </span>
      </>
    ),
  },
  {
    title: '申请内容',
    render: (_value, row) => (
      <>
        {row.summary}
        <small className="under quiet">
          <Applicant row={row} />
        </small>
      </>
    ),
  },
  { title: '收到申请之日', width: '9.75rem', className: 'figures', render: (_value, row) => received(row) },
  { title: '答复期限', width: '10rem', render: (_value, row) => <RegisterDue row={row} /> },
  { title: '经办人', width: '6rem', render: (_value, row) => officer(row) },
];

const ORGAN_COLUMN: TableColumnsType<RegisterRow>[number] = {
  title: '机关',
  width: '9rem',
  render: (_value, { organName }) => organName,
};

const OUTCOME_COLUMN: TableColumnsType<RegisterRow>[number] = {
  title: '办理结果',
  width: '9rem',
  render: (_value, row) => <Outcome row={row} />,
};

/** The columns; results where there may be some, organs where there are several. */
export const registerColumns = (shows: {
  readonly outcomes: boolean;
  readonly organs: boolean;
}): TableColumnsType<RegisterRow> => [
  ...COLUMNS,
  ...(shows.outcomes ? [OUTCOME_COLUMN] : []),
  ...(shows.organs ? [ORGAN_COLUMN] : []),
];

/** A row on a phone. */
export function RegisterCard({ row, select }: RowProps & { readonly select: ReactNode }): ReactNode {
  return (
    <article className="register-card" aria-label={`${row.registrationNumber}号申请`}>
      <p className="register-card-head">
        {select}
        <CaseLink row={row} />
        <StatusTag status={row.status} />
      </p>
      <p className="register-card-what">{row.summary}</p>
      <p className="quiet">
        <Applicant row={row} />
      </p>
      <div className="register-card-due">
        <RegisterDue row={row} />
      </div>
      <p className="quiet figures">
        收到申请：{received(row)} · 经办：{officer(row)}
      </p>
      {row.outcome !== null && (
        <div>
          <Outcome row={row} />
        </div>
      )}
    </article>
  );
}
