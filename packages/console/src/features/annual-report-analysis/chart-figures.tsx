import { type AnalysisChart, pointWords } from '@zhaoshi/domain/annual-report/analysis/chart';
import { NO_FIGURE } from '@zhaoshi/domain/annual-report/analysis/share';
import type { ReactNode } from 'react';
import { FigureLink } from './figure-link.tsx';
import type { ShownOrgan } from './shown-analysis.ts';

/** The figures of a chart as a table; each opens the report at its cell. */
export function ChartFigures({
  chart,
  organ,
}: {
  readonly chart: AnalysisChart;
  readonly organ: ShownOrgan;
}): ReactNode {
  const { title, measure, heads, years, series } = chart;
  const kind = measure === 'count' ? heads.count : `${heads.share}，括号内为${heads.count}/${heads.of}`;
  return (
    <div className="table-scroll" role="region" aria-label={`${title}的表格`} tabIndex={0}>
      <table className="plain figures">
        <caption>
          {title}（{kind}）
        </caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {years.map(({ reportYear, label }) => (
              <th key={reportYear} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(({ id, name, points }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {points.map((point) => {
                const words = pointWords(measure, point);
                return (
                  <td key={point.reportYear} className="figures">
                    {words === NO_FIGURE ? (
                      words
                    ) : (
                      <FigureLink
                        organ={organ}
                        reportYear={point.reportYear}
                        cell={point.cell}
                        className="chart-figure"
                      >
                        {words}
                      </FigureLink>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
