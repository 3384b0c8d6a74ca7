import { PlusOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../../../app/session.ts';
import { usePages } from '../../../app/use-pages.ts';
import { AbilityButton } from '../../../ui/ability-button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { emptyWords } from '../../../ui/empty-words.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { BatchBar } from '../review/batch/batch-bar.tsx';
import { useChosenDocuments } from '../review/batch/use-chosen-documents.ts';
import type { DocumentRow } from '../shown-document.ts';
import { DocumentFilters } from './document-filters.tsx';
import { DocumentCard, documentColumns } from './document-list.tsx';
import { isNarrowed, type Stage, stageOf } from './document-search.ts';
import { DocumentStages } from './document-stages.tsx';
import '../../../ui/light.css';
import '../../../ui/stages.css';
import './documents.css';

const EMPTY: Readonly<Record<Stage, string>> = {
  all: '还没有文件。',
  drafts: '没有草稿。',
  waiting: '没有等待审查、签发或者发布的文件。',
  overdue: '没有逾期未公开的文件。',
  public: '没有公开中的文件。',
  notPublic: '没有认定为不主动公开的文件。',
};

/** Documents within reach, the last changed first. */
export function DocumentsPage(): ReactNode {
  const { abilities, organ } = useSession();
  const search = useSearch({ from: '/frame/documents' });
  const navigate = useNavigate();
  const pages = usePages(documentRoutes.search, { body: search });
  const { chosen, mayChoose, isFree, set, clear } = useChosenDocuments(JSON.stringify(search));
  const ticked = (row: DocumentRow): ReactNode => (
    <Checkbox
      checked={chosen.has(row.documentId)}
      aria-label={`选择${row.title}`}
      onChange={({ target }) => set([row], target.checked)}
    />
  );
  return (
    <>
      <PageHeader
        actions={
          <AbilityButton
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            needs="document.write"
            abilities={abilities}
            onClick={() => void navigate({ to: '/documents/new' })}
          >
            起草文件
          </AbilityButton>
        }
      />
      <section className="card documents">
        <DocumentStages search={search} />
        <DocumentFilters
          search={search}
          onSearch={(next) => void navigate({ to: '/documents', search: next })}
        />
        <BatchBar chosen={[...chosen.values()]} onClear={clear} />
        <DataTable
          caption="文件"
          pages={pages}
          columns={documentColumns({
            organs: pages.items?.some(({ organId }) => organId !== organ?.organId) ?? false,
          })}
          keyOf={({ documentId }) => documentId}
          empty={
            isNarrowed(search)
              ? '没有符合条件的文件。请放宽或者清除条件。'
              : emptyWords(
                  EMPTY[stageOf(search)],
                  '请点“起草文件”开始。',
                  stageOf(search) === 'all' && abilities.includes('document.write'),
                )
          }
          card={(row) => <DocumentCard row={row} select={mayChoose && isFree(row) && ticked(row)} />}
          {...(mayChoose && {
            selection: {
              columnWidth: '2.5rem',
              selectedRowKeys: [...chosen.keys()],
              getTitleCheckboxProps: () => ({ 'aria-label': '选择本页可以一并办理的文件' }),
              getCheckboxProps: (row: DocumentRow) => ({
                disabled: !isFree(row),
                'aria-label': `选择${row.title}`,
              }),
              onSelect: (row: DocumentRow, isTicked: boolean) => set([row], isTicked),
              onSelectAll: (isTicked: boolean, _all: DocumentRow[], changed: DocumentRow[]) =>
                set(changed, isTicked),
            },
          })}
        />
      </section>
    </>
  );
}
