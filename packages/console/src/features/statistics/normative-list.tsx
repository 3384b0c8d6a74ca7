import { Link } from '@tanstack/react-router';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { validityWords } from '@zhaoshi/domain/disclosure/validity/validity';
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import type { RecordSubject } from './record-dialog.tsx';
import { type RegisterItem, type ShownRecord, type ShownRegister, VALIDITY_COLORS } from './register.ts';
import type { NormativeSearch } from './statistics-search.ts';

interface Acts {
  readonly onKeep: (subject: RecordSubject) => void;
  readonly onRemove: (record: ShownRecord) => void;
}

interface Props extends Acts {
  readonly shown: ShownRegister;
  readonly search: NormativeSearch;
}

function days({ dateOfDocument, validFrom, validTo, since, validity }: RegisterItem): string {
  return [
    `${shownDate(dateOfDocument)}成文`,
    ...(validFrom === dateOfDocument ? [] : [`${shownDate(validFrom)}起施行`]),
    ...(validTo === null ? [] : [`有效期至${shownDate(validTo)}`]),
    ...(since === null || validity === 'inForce' ? [] : [`${shownDate(since)}起${validityWords(validity)}`]),
  ].join('，');
}

const origin = ({ documentId, isWithdrawn }: RegisterItem): string =>
  documentId === null ? '登记' : isWithdrawn ? '本平台发布（网页已撤回，不影响效力）' : '本平台发布';

const name = ({ documentId, title }: RegisterItem, { regionId }: ShownRegister): ReactNode =>
  documentId === null ? (
    <strong>{title}</strong>
  ) : (
    <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
      {title}
    </Link>
  );

function Buttons({
  item,
  shown,
  onKeep,
  onRemove,
}: Acts & { readonly item: RegisterItem; readonly shown: ShownRegister }) {
  const { record, title, documentNumber } = item;
  const common = { size: 'small', needs: 'normative.write', abilities: shown.abilities } as const;
  if (record === null) {
    return (
      <AbilityButton
        {...common}
        hindrance={documentNumber === '' ? '这份文件没有发文字号，请在废止它的文件里写明关联。' : undefined}
        onClick={() => onKeep({ kind: 'ofPublished', item })}
      >
        登记废止、失效<span className="for-readers">：{title}</span>
      </AbilityButton>
    );
  }
  return (
    <>
      <AbilityButton {...common} onClick={() => onKeep({ kind: 'edit', record })}>
        修改登记<span className="for-readers">：{title}</span>
      </AbilityButton>
      <AbilityButton {...common} onClick={() => onRemove(record)}>
        注销登记<span className="for-readers">：{title}</span>
      </AbilityButton>
    </>
  );
}

function Row({
  item,
  shown,
  ...acts
}: Acts & { readonly item: RegisterItem; readonly shown: ShownRegister }) {
  return (
    <li>
      <span>
        {name(item, shown)}
        <small className="quiet">
          {[item.documentNumber, DOCUMENT_KINDS[item.row], origin(item)].join('，')}
        </small>
        <small className="quiet">{days(item)}</small>
        {item.because !== '' && <small className="quiet">{item.because}</small>}
      </span>
      <span className="actions">
        <Tag color={VALIDITY_COLORS[item.validity]}>{validityWords(item.validity)}</Tag>
        <Buttons item={item} shown={shown} {...acts} />
      </span>
    </li>
  );
}

/** The documents behind the chosen figure, or all of them, the newest first. */
export function NormativeList({ shown, search, ...acts }: Props): ReactNode {
  const { row, column } = search;
  const items = shown.items.filter(
    (item) =>
      (row === undefined || item.row === row) && (column === undefined || item.countsAs.includes(column)),
  );
  if (items.length === 0) {
    return (
      <p className="quiet">{shown.items.length === 0 ? '到这一天还没有登记的文件。' : '没有这样的文件。'}</p>
    );
  }
  return (
    <ul className="rows">
      {items.map((item) => (
        <Row key={item.id} item={item} shown={shown} {...acts} />
      ))}
    </ul>
  );
}
