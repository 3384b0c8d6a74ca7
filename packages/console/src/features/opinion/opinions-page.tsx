import { PlusOutlined } from '@ant-design/icons';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { OPINION_STANDING_NAMES, OPINION_STANDINGS } from '@zhaoshi/domain/opinion/clocks';
import { OPINION_LEVEL_NAMES, OPINION_LEVELS, OPINION_STEPS } from '@zhaoshi/domain/opinion/opinion';
import { Form, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownMoment } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { usePages } from '../../app/use-pages.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { Clocks, OpinionLink } from './opinion-marks.tsx';
import { OPINION_STATES, type OpinionsSearch, opinionYears } from './opinions-search.ts';
import type { OpinionRow } from './shown-opinion.ts';

const LEVELS = OPINION_LEVEL_NAMES.map((value) => ({ value, label: OPINION_LEVELS[value] }));
const STATES = Object.entries(OPINION_STATES).map(([value, label]) => ({ value, label }));
const STANDINGS = OPINION_STANDING_NAMES.map((value) => ({ value, label: OPINION_STANDINGS[value] }));

const COLUMNS: TableColumnsType<OpinionRow> = [
  { title: '舆情', render: (_value, row) => <OpinionLink row={row} /> },
  {
    title: '级别、步骤',
    width: '9.5rem',
    render: (_value, { level, step }) => (
      <>
        {OPINION_LEVELS[level]}
        <small className="under quiet">{OPINION_STEPS[step]}</small>
      </>
    ),
  },
  { title: '时限', width: '11rem', render: (_value, { clocks }) => <Clocks clocks={clocks} /> },
  {
    title: '发现',
    width: '12rem',
    className: 'figures',
    render: (_value, { foundAt }) => shownMoment(foundAt),
  },
  {
    title: '机关、负责人',
    width: '9rem',
    render: (_value, { organName, ownerName }) => (
      <>
        {organName}
        <small className="under quiet">{ownerName ?? '没有指定负责人'}</small>
      </>
    ),
  },
];

const card = (row: OpinionRow): ReactNode => (
  <>
    <OpinionLink row={row} />
    <p>
      {OPINION_LEVELS[row.level]}，{OPINION_STEPS[row.step]}
    </p>
    <Clocks clocks={row.clocks} />
    <p className="quiet">
      {shownMoment(row.foundAt)}发现；{row.organName}，{row.ownerName ?? '没有指定负责人'}
    </p>
  </>
);

function Filters({ search }: { readonly search: OpinionsSearch }): ReactNode {
  const navigate = useNavigate();
  // What is no value of the register is left out by the address itself.
  const go = (changed: Readonly<Record<string, string | number | undefined>>): void => {
    const entries = Object.entries({ ...search, ...changed }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/opinions', search: Object.fromEntries(entries) });
  };
  const years = opinionYears(yearOf(civilDateAt(new Date())));
  return (
    <Form layout="inline" className="filters" aria-label="筛选舆情">
      <ChoiceFilter
        id="opinion-level"
        label="级别"
        options={LEVELS}
        value={search.level}
        onChange={(level) => go({ level })}
      />
      <ChoiceFilter
        id="opinion-state"
        label="状态"
        options={STATES}
        value={search.state}
        onChange={(state) => go({ state })}
      />
      <ChoiceFilter
        id="opinion-standing"
        label="时限"
        options={STANDINGS}
        value={search.standing}
        onChange={(standing) => go({ standing })}
      />
      <ChoiceFilter
        id="opinion-year"
        label="发现年度"
        options={years}
        value={search.year}
        onChange={(year) => go({ year })}
      />
    </Form>
  );
}

/** The register of public opinion within reach. */
export function OpinionsPage(): ReactNode {
  const search = useSearch({ from: '/frame/opinions' });
  const { abilities, organ } = useSession();
  const navigate = useNavigate();
  const pages = usePages(opinionRoutes.list, { query: search });
  const [isImporting, setImporting] = useState(false);
  return (
    <>
      <PageHeader
        actions={
          <>
            <Link to="/opinions/figures">统计</Link>
            {abilities.includes('opinion.configure') && <Link to="/opinions/sources">监测来源</Link>}
            <AbilityButton
              needs="opinion.write"
              abilities={abilities}
              hindrance={organ === null ? '没有任职机关。' : undefined}
              onClick={() => setImporting(true)}
            >
              导入表格
            </AbilityButton>
            <AbilityButton
              type="primary"
              icon={<PlusOutlined aria-hidden />}
              needs="opinion.write"
              abilities={abilities}
              onClick={() => void navigate({ to: '/opinions/new' })}
            >
              登记舆情
            </AbilityButton>
          </>
        }
      />
      <section className="card">
        <Filters search={search} />
        <DataTable
          caption="政务舆情"
          pages={pages}
          columns={COLUMNS}
          keyOf={({ opinionId }) => opinionId}
          card={card}
          empty={
            Object.keys(search).length === 0
              ? emptyWords(
                  '还没有舆情。监测平台推送的会自动列在这里。',
                  '发现涉及本机关的舆情后，点“登记舆情”。',
                  abilities.includes('opinion.write'),
                )
              : '没有符合条件的舆情。'
          }
        />
      </section>
      {isImporting && organ !== null && <ImportDialog organ={organ} onClose={() => setImporting(false)} />}
    </>
  );
}
