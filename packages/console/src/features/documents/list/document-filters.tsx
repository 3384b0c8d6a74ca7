import { DISCLOSURE_CLASSES } from '@zhaoshi/domain/disclosure/disclosure-class';
import { DOCUMENT_KINDS } from '@zhaoshi/domain/disclosure/document-kind';
import { DOCUMENT_STATUSES } from '@zhaoshi/domain/disclosure/document-status';
import { DOCUMENT_DUTIES } from '@zhaoshi/domain/disclosure/reminders/duties';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { ChoiceFilter } from '../../../ui/choice-filter.tsx';
import { type DocumentSearch, documentSearch, isNarrowed } from './document-search.ts';

const optionsOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

const CHOICES = [
  { name: 'status', label: '状态', options: optionsOf(DOCUMENT_STATUSES) },
  { name: 'kind', label: '文件种类', options: optionsOf(DOCUMENT_KINDS) },
  {
    name: 'disclosureClass',
    label: '公开属性',
    options: Object.entries(DISCLOSURE_CLASSES).map(([value, { title }]) => ({ value, label: title })),
  },
  { name: 'owes', label: '公开后的问题', options: optionsOf(DOCUMENT_DUTIES) },
] as const;

interface Props {
  readonly search: DocumentSearch;
  readonly onSearch: (search: DocumentSearch) => void;
}

/** What the list is narrowed to. */
export function DocumentFilters({ search, onSearch }: Props): ReactNode {
  const { q = '' } = search;
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  // A value that is taken back or means nothing is left out.
  const set = (name: string, value: string | undefined): void =>
    onSearch(documentSearch({ ...search, [name]: value }));
  return (
    <Form layout="inline" className="filters" aria-label="筛选文件" role="search">
      <Form.Item label="关键词" htmlFor="documents-q">
        <Input.Search
          id="documents-q"
          className="word-search"
          allowClear
          maxLength={100}
          autoComplete="off"
          placeholder="标题、文号或者正文"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onSearch={(words) => set('q', words.trim())}
        />
      </Form.Item>
      {CHOICES.map(({ name, label, options }) => (
        <ChoiceFilter<string>
          key={name}
          id={`documents-${name}`}
          label={label}
          options={options}
          value={search[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
      {isNarrowed(search) && (
        <Button
          type="link"
          onClick={() => onSearch(search.stage === undefined ? {} : { stage: search.stage })}
        >
          清除条件
        </Button>
      )}
    </Form>
  );
}
