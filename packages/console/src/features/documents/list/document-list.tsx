import { Link } from '@tanstack/react-router';
import { DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { type TableColumnsType, Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate, shownMoment } from '../../../app/moments.ts';
import type { DocumentRow } from '../shown-document.ts';

interface RowProps {
  readonly row: DocumentRow;
}

/** Until when it is to be public: how near that is, by colour and in words. */
function DocumentDue({
  row: { dueOn, light, isPublic, isProvisional },
}: {
  readonly row: Pick<DocumentRow, 'dueOn' | 'light' | 'isPublic' | 'isProvisional'>;
}): ReactNode {
  if (light === null || dueOn === null) {
    return (
      <span className="quiet">{isPublic ? '已公开' : dueOn === null ? '期限未起算' : '期限已结束'}</span>
    );
  }
  return (
    <>
      <span className={`light light-${light.colour}`}>{light.words}</span>
      <small className="under quiet figures">
        {shownDate(dueOn)}
        {isProvisional && '（暂定）'}
      </small>
    </>
  );
}

const titleOf = ({ title }: DocumentRow): string => (title === '' ? '（还没有标题）' : title);

function DocumentLink({ row }: RowProps): ReactNode {
  const { regionId, documentId } = row;
  return (
    <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
      {titleOf(row)}
    </Link>
  );
}

function State({ row: { status, edition, isPublic, scheduledFor, awaitsThirdPerson } }: RowProps): ReactNode {
  return (
    <>
      <Tag>{DOCUMENT_STATUSES[status]}</Tag>
      {isPublic && status !== 'published' && <small className="under quiet">第{edition - 1}版公开中</small>}
      {scheduledFor !== null && <small className="under quiet figures">{shownMoment(scheduledFor)}</small>}
      {awaitsThirdPerson && <small className="under late">紧急发布，等待补办审批</small>}
    </>
  );
}

const facts = ({ kind, documentNumber, disclosureClass }: DocumentRow): string =>
  [
    DOCUMENT_KINDS[kind],
    documentNumber,
    disclosureClass === null ? '公开属性未定' : DISCLOSURE_CLASSES[disclosureClass].title,
  ]
    .filter((text) => text !== '')
    .join(' · ');

const COLUMNS: TableColumnsType<DocumentRow> = [
  {
    title: '标题',
    render: (_value, row) => (
      <>
        <DocumentLink row={row} />
        <small className="under quiet">{facts(row)}</small>
      </>
    ),
  },
  { title: '状态', width: '13rem', render: (_value, row) => <State row={row} /> },
  { title: '公开期限', width: '10rem', render: (_value, row) => <DocumentDue row={row} /> },
  {
    title: '最近改动',
    width: '11rem',
    className: 'figures',
    render: (_value, { updatedAt, lastWriterName }) => (
      <>
        {shownMoment(updatedAt)}
        <small className="under quiet">{lastWriterName}</small>
      </>
    ),
  },
];

const ORGAN_COLUMN: TableColumnsType<DocumentRow>[number] = {
  title: '机关',
  width: '9rem',
  render: (_value, { organName }) => organName,
};

/** The columns; organs where there are several. */
export const documentColumns = (shows: { readonly organs: boolean }): TableColumnsType<DocumentRow> => [
  ...COLUMNS,
  ...(shows.organs ? [ORGAN_COLUMN] : []),
];

/** A row on a phone. */
export function DocumentCard({ row, select }: RowProps & { readonly select?: ReactNode }): ReactNode {
  return (
    <article className="document-card" aria-label={titleOf(row)}>
      <p>
        {select}
        <DocumentLink row={row} />
      </p>
      <p className="quiet">{facts(row)}</p>
      <p>
        <State row={row} />
      </p>
      <p>
        <DocumentDue row={row} />
      </p>
      <p className="quiet figures">
        {shownMoment(row.updatedAt)}，{row.lastWriterName}
      </p>
    </article>
  );
}
