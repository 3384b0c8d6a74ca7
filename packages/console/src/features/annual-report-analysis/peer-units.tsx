import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { saveText } from '../../app/use-download.ts';
import { FigureLink } from './figure-link.tsx';
import { measureName, measureWords, unitsCsv } from './peer-figures.ts';
import type { ShownPeers } from './shown-analysis.ts';

/** The organs of the kind by name, in the order of the list; shown to those who receive their reports. */
export function PeerUnits({ peers }: { readonly peers: ShownPeers }): ReactNode {
  const { units, measures, reportYear, kind } = peers;
  if (units === null || units.length === 0) return null;
  return (
    <details className="peer-units">
      <summary>各单位的数字（{units.length} 个，只有审核接收报告的主管部门看得到）</summary>
      <Button
        onClick={() => saveText(unitsCsv(peers, units), `${kind}${reportYear}年度年报数字.csv`, 'text/csv')}
      >
        下载各单位的数字 csv
      </Button>
      <div className="table-scroll" role="region" aria-label="各单位的数字" tabIndex={0}>
        <table className="plain figures">
          <caption>
            {kind}
            {reportYear}年度，按名单的顺序
          </caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              {measures.map((measure) => (
                <th key={measure.id} scope="col">
                  {measureName(measure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={`${unit.regionId} ${unit.organId}`}>
                <th scope="row">
                  <Link
                    to="/annual-reports/analysis"
                    search={{ regionId: unit.regionId, organId: unit.organId, year: reportYear }}
                  >
                    {unit.name}
                  </Link>
                </th>
                {measures.map((measure, index) => {
                  const value = unit.values[index] ?? null;
                  return (
                    <td key={measure.id} className="figures">
                      {value === null ? (
                        measureWords(measure, value)
                      ) : (
                        <FigureLink
                          organ={unit}
                          reportYear={reportYear}
                          cell={measure.cell}
                          className="chart-figure"
                        >
                          {measureWords(measure, value)}
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
    </details>
  );
}
