import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { WORK_KIND_NAMES, WORK_KINDS } from '@zhaoshi/domain/work-register/work-kinds';
import { Form, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import type { WorkRow } from './shown-work.ts';
import { TotalsCard } from './totals-card.tsx';
import { StateMark, WorkLink } from './work-marks.tsx';
import { SHOWN_STATES, type WorkSearch } from './work-search.ts';
import './work-records.css';

const KINDS = WORK_KIND_NAMES.map((value) => ({ value, label: WORK_KINDS[value].title }));
const STATES = Object.entries(SHOWN_STATES).map(([value, label]) => ({ value, label }));
const YEARS_BACK = 10;

const dayWords = ({ plannedOn, doneOn }: WorkRow): string => {
  const day = doneOn ?? plannedOn;
  return day === null ? '' : shownDate(day);
};

const COLUMNS: TableColumnsType<WorkRow> = [
  { title: '工作', render: (_value, row) => <WorkLink row={row} /> },
  { title: '类别', width: '12rem', render: (_value, { kind }) => WORK_KINDS[kind].title },
  { title: '机关', width: '14rem', render: (_value, { organName }) => organName },
  { title: '日期', width: '10rem', render: (_value, row) => dayWords(row) },
  { title: '状态', width: '7rem', render: (_value, { state }) => <StateMark state={state} /> },
];

const card = (row: WorkRow): ReactNode => (
  <>
    <WorkLink row={row} />
    <p>
      {WORK_KINDS[row.kind].title}，{dayWords(row)} <StateMark state={row.state} />
    </p>
    <p className="quiet">{row.organName}</p>
  </>
);

function Filters({
  search,
  thisYear,
}: {
  readonly search: WorkSearch;
  readonly thisYear: number;
}): ReactNode {
  const navigate = useNavigate();
  // What is no value of the register is left out by the address itself.
  const go = (changed: Readonly<Record<string, string | number | undefined>>): void => {
    const entries = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/work-records', search: Object.fromEntries(entries) });
  };
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, back) => ({
    value: thisYear + 1 - back,
    label: `${thisYear + 1 - back}年`,
  }));
  return (
    <Form layout="inline" className="filters" aria-label="筛选工作记录">
      <ChoiceFilter
        id="work-kind"
        label="类别"
        className="work-kind-picker"
        options={KINDS}
        value={search.kind}
        onChange={(kind) => go({ kind })}
      />
      <ChoiceFilter
        id="work-year"
        label="年度"
        options={years}
        value={search.year}
        onChange={(year) => go({ year })}
      />
      <ChoiceFilter<string>
        id="work-state"
        label="状态"
        options={STATES}
        value={search.state}
        onChange={(state) => go({ state })}
      />
    </Form>
  );
}

/** The registers of work within reach. */
export function WorkRecordsPage(): ReactNode {
  const search = useSearch({ from: '/frame/work-records' });
  const { abilities, organ } = useSession();
  const navigate = useNavigate();
  const pages = usePages(workRecordRoutes.list, { query: search });
  const thisYear = yearOf(civilDateAt(new Date()));
  const { kind } = search;
  return (
    <>
      <PageHeader
        actions={
          <>
            <Link to="/work-records/trainings">我的培训</Link>
            <AbilityButton
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              needs="work.write"
              abilities={abilities}
              onClick={() =>
                void navigate({ to: '/work-records/new', search: kind === undefined ? {} : { kind } })
              }
            >
              登记工作
            </AbilityButton>
          </>
        }
      />
      {organ !== null && <TotalsCard organ={organ} year={search.year ?? thisYear} />}
      <section className="card">
        <Filters search={search} thisYear={thisYear} />
        <DataTable
          caption="工作记录"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ recordId }) => recordId}
          card={card}
          empty={
            Object.keys(search).length === 0
              ? emptyWords(
                  '台账里还没有记录。',
                  '点“登记工作”，把今年的工作要点任务、培训计划登记进来。',
                  abilities.includes('work.write'),
                )
              : '没有符合条件的记录。'
          }
        />
      </section>
    </>
  );
}
