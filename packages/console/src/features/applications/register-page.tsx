import { useNavigate, useSearch } from '@tanstack/react-router';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import './register.css';
import { RegisterActions } from './register-actions.tsx';
import { type ChosenCases, RegisterAssign } from './register-assign.tsx';
import { filterOf, isNarrowed, stageOf } from './register-filter.ts';
import { RegisterFilters } from './register-filters.tsx';
import { RegisterCard, registerColumns } from './register-list.tsx';
import type { Stage } from './register-search.ts';
import { RegisterStages } from './register-stages.tsx';
import { SavedViews } from './saved-views.tsx';
import type { RegisterRow } from './shown-application.ts';

const EMPTY: Readonly<Record<Stage, string>> = {
  open: '没有在办的申请。',
  dueSoon: '没有即将到期的申请。',
  overdue: '没有逾期的申请。',
  concluded: '还没有办结的申请。',
  all: '登记簿还是空的。',
};

interface Asked {
  readonly stage: Stage;
  readonly isFiltered: boolean;
  readonly isApplicant: boolean;
}

function wordsOfEmpty({ stage, isFiltered, isApplicant }: Asked, mayEnter: boolean): string {
  if (isApplicant) return '没有找到这位申请人的申请。请核对填写的是否完整，或者换到“全部”查找。';
  if (isFiltered) return '没有符合条件的申请。请放宽或者清除条件，或者换到“全部”查找。';
  const isBeginning = stage === 'open' || stage === 'all';
  return emptyWords(EMPTY[stage], '收到申请后，请点“登记申请”。', mayEnter && isBeginning);
}

const NONE: ChosenCases = new Map();

/**
 * The cases that are ticked for assignment: of one's own organ, and in a status that takes it. What was ticked under
 * another filter is out of sight and counts no more.
 */
function useChosen(asked: string) {
  const { abilities, organ } = useSession();
  const [ticked, setTicked] = useState({ asked, cases: NONE });
  const chosen = ticked.asked === asked ? ticked.cases : NONE;
  const setChosen = (cases: ChosenCases): void => setTicked({ asked, cases });
  const mayAssign = abilities.includes('application.assign');
  const isFree = (row: RegisterRow): boolean =>
    row.organId === organ?.organId && TRANSITIONS.assign.from.includes(row.status);
  const set = (rows: readonly RegisterRow[], isTicked: boolean): void => {
    const next = new Map(chosen);
    for (const row of rows) {
      if (isTicked && isFree(row)) next.set(row.applicationId, row);
      else next.delete(row.applicationId);
    }
    setChosen(next);
  };
  return { chosen, set, isFree, mayAssign, clear: () => setChosen(NONE) };
}

/** The register of applications: what is narrowed to, and the cases in the order of their last days. */
export function RegisterPage(): ReactNode {
  const { abilities, organ } = useSession();
  const search = useSearch({ from: '/frame/applications' });
  const navigate = useNavigate();
  const [applicant, setApplicant] = useState('');
  const stage = stageOf(search);
  const body = { ...filterOf(search), ...(applicant !== '' && { applicant }) };
  const { chosen, set, isFree, mayAssign, clear } = useChosen(JSON.stringify(body));
  const pages = usePages(applicationRoutes.search, { body });
  const ticked = (row: RegisterRow): ReactNode => (
    <Checkbox
      checked={chosen.has(row.applicationId)}
      disabled={!isFree(row)}
      aria-label={`选择${row.registrationNumber}号申请`}
      onChange={({ target }) => set([row], target.checked)}
    />
  );
  return (
    <>
      <PageHeader actions={<RegisterActions />} />
      <section className="card register">
        <RegisterStages search={search} />
        <RegisterFilters
          search={search}
          applicant={applicant}
          onSearch={(next) => void navigate({ to: '/applications', search: next })}
          onApplicant={setApplicant}
        />
        <SavedViews search={search} />
        <RegisterAssign chosen={chosen} onClear={clear} />
        <DataTable
          caption="申请"
          pages={pages}
          columns={registerColumns({
            outcomes: stage === 'concluded' || stage === 'all',
            organs: pages.items?.some(({ organId }) => organId !== organ?.organId) ?? false,
          })}
          keyOf={({ applicationId }) => applicationId}
          empty={wordsOfEmpty(
            { stage, isFiltered: isNarrowed(search), isApplicant: applicant !== '' },
            abilities.includes('application.register'),
          )}
          card={(row) => <RegisterCard row={row} select={mayAssign && ticked(row)} />}
          {...(mayAssign && {
            selection: {
              columnWidth: '2.5rem',
              selectedRowKeys: [...chosen.keys()],
              getTitleCheckboxProps: () => ({ 'aria-label': '选择本页的申请' }),
              getCheckboxProps: (row: RegisterRow) => ({
                disabled: !isFree(row),
                'aria-label': `选择${row.registrationNumber}号申请`,
              }),
              onSelect: (row: RegisterRow, isTicked: boolean) => set([row], isTicked),
              onSelectAll: (isTicked: boolean, _all: RegisterRow[], changed: RegisterRow[]) =>
                set(changed, isTicked),
            },
          })}
        />
      </section>
    </>
  );
}
