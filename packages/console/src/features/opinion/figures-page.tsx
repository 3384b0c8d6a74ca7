import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { opinionRoutes } from '@zhaoshi/contract/routes/opinions';
import { civilDateAt, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { OPINION_STANDING_NAMES, OPINION_STANDINGS } from '@zhaoshi/domain/opinion/clocks';
import { OPINION_LEVELS } from '@zhaoshi/domain/opinion/opinion';
import { Form, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { opinionYears } from './opinions-search.ts';
import './opinion.css';

type Figures = RouteOutput<typeof opinionRoutes.figures>;

/** A line for each organ and level; each figure opens its events. */
function Table({ figures: { year, lines } }: { readonly figures: Figures }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label="政务舆情统计" tabIndex={0}>
      <table className="plain opinion-figures">
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">级别</th>
            {OPINION_STANDING_NAMES.map((standing) => (
              <th key={standing} scope="col">
                {OPINION_STANDINGS[standing]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ organId, organName, level, counts }) => (
            <tr key={`${organId} ${level}`}>
              <th scope="row">{organName}</th>
              <th scope="row">{OPINION_LEVELS[level]}</th>
              {OPINION_STANDING_NAMES.map((standing) => (
                <td key={standing} className="figures">
                  <Link
                    to="/opinions"
                    search={{ year, organId, level, standing }}
                    aria-label={`${organName}${OPINION_LEVELS[level]}${OPINION_STANDINGS[standing]} ${counts[standing]}`}
                  >
                    {counts[standing]}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The events of a year in figures. */
export function OpinionFiguresPage(): ReactNode {
  const search = useSearch({ from: '/frame/opinions/figures' });
  const navigate = useNavigate();
  const headingId = useId();
  const thisYear = yearOf(civilDateAt(new Date()));
  const year = search.year ?? thisYear;
  const { data, error } = useRead(opinionRoutes.figures, { query: { year } });
  return (
    <>
      <PageHeader actions={<Link to="/opinions">返回列表</Link>} />
      <section className="card" aria-labelledby={headingId}>
        <h2 id={headingId}>{year}年</h2>
        <Form layout="inline" className="filters" aria-label="选择年度">
          <Form.Item label="发现年度" htmlFor="opinion-figures-year">
            <Select
              id="opinion-figures-year"
              className="short-picker"
              options={opinionYears(thisYear)}
              value={year}
              onChange={(chosen: number) =>
                void navigate({ to: '/opinions/figures', search: { year: chosen } })
              }
            />
          </Form.Item>
        </Form>
        <ProblemAlert error={error} />
        {data === undefined && error === null && <Loading />}
        {data?.lines.length === 0 && <p className="quiet">这一年没有登记政务舆情。</p>}
        {data !== undefined && data.lines.length > 0 && <Table figures={data} />}
      </section>
    </>
  );
}
