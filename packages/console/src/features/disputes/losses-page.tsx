import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { disputeRoutes } from '@zhaoshi/contract/routes/disputes';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { Form, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { DisputeLink, stateWords } from './dispute-marks.tsx';
import { type LossesSearch, yearOptions } from './disputes-search.ts';
import type { ShownLosses } from './shown-dispute.ts';
import './disputes.css';

interface Figure {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly group?: string;
}

interface TableProps {
  readonly title: string;
  readonly by: NonNullable<LossesSearch['by']>;
  readonly figures: readonly Figure[];
  readonly search: LossesSearch;
}

/** Counts of one kind; each figure opens its cases. */
function Counts({ title, by, figures, search }: TableProps): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      {figures.length === 0 && <p className="quiet">没有登记。</p>}
      <ul className="rows">
        {figures.map(({ key, title: name, count, group }) => (
          <li key={key}>
            <span>
              {name}
              {group !== undefined && <small className="quiet">{group}</small>}
            </span>
            <Link
              to="/disputes/losses"
              search={{ ...search, by, key }}
              className="loss-figure figures"
              aria-label={`${name} ${count}件`}
              {...(search.by === by && search.key === key && { 'aria-current': true })}
            >
              {count}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Cases({ shown }: { readonly shown: ShownLosses }): ReactNode {
  const headingId = useId();
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>所计的案件（{shown.cases.length + shown.leftOut} 件）</h2>
      <ul className="rows">
        {shown.cases.map((row) => (
          <li key={row.disputeId}>
            <span>
              <DisputeLink row={row} />
              <small>
                {row.organName}
                {row.unit !== '' && `，${row.unit}`}；{row.ground}
              </small>
              <small className="quiet">
                {row.causes.length === 0 ? '还没有登记原因' : row.causes.join('；')}
              </small>
            </span>
            <span className="quiet">{stateWords(row)}</span>
          </li>
        ))}
      </ul>
      {shown.leftOut > 0 && <p className="quiet">另有 {shown.leftOut} 件没有列出，请按机关查看。</p>}
    </section>
  );
}

function Overview({ shown, search }: { readonly shown: ShownLosses; readonly search: LossesSearch }) {
  const { year, upTo, total, unexplained } = shown;
  const { key: _key, ...rest } = search;
  return (
    <p className="loss-overview">
      {year}年截至{shownDate(upTo)}，
      <Link to="/disputes/losses" search={{ ...rest, by: 'all' }}>
        被纠正 {total} 件
      </Link>
      {unexplained > 0 && (
        <>
          ，其中
          <Link to="/disputes/losses" search={{ ...rest, by: 'unexplained' }}>
            {unexplained} 件还没有登记原因
          </Link>
        </>
      )}
      。与年报表四的“结果纠正”相同；一件可以有几项原因。
    </p>
  );
}

/** Why acts within reach did not stand in a year, by cause, ground, organ and unit. */
export function LossesPage(): ReactNode {
  const search = useSearch({ from: '/frame/disputes/losses' });
  const navigate = useNavigate();
  const headingId = useId();
  const thisYear = yearOf(civilDateAt(new Date()));
  const year = search.year ?? thisYear;
  const { by, key } = search;
  const { data, error } = useRead(disputeRoutes.losses, {
    query: { year, ...(by !== undefined && { by }), ...(key !== undefined && { key }) },
  });
  return (
    <>
      <PageHeader actions={<Link to="/disputes">返回台账</Link>} />
      <ProblemAlert error={error} />
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <section className="card" aria-labelledby={headingId}>
            <h2 id={headingId}>{data.year}年</h2>
            <Form layout="inline" className="filters" aria-label="查看范围">
              <Form.Item label="年度" htmlFor="losses-year">
                <Select
                  id="losses-year"
                  className="short-picker"
                  value={year}
                  options={yearOptions(thisYear)}
                  onChange={(picked: number) =>
                    void navigate({ to: '/disputes/losses', search: { year: picked } })
                  }
                />
              </Form.Item>
            </Form>
            <Overview shown={data} search={search} />
          </section>
          {by !== undefined && <Cases shown={data} />}
          {data.total > 0 && (
            <div className="loss-tables">
              <Counts title="按原因" by="cause" figures={data.causes} search={search} />
              <Counts title="按答复理由" by="ground" figures={data.grounds} search={search} />
              <Counts title="按机关" by="organ" figures={data.organs} search={search} />
              <Counts title="按责任内设机构" by="unit" figures={data.units} search={search} />
            </div>
          )}
        </>
      )}
    </>
  );
}
