import { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import { LEAST_PEERS } from '@zhaoshi/domain/annual-report/analysis/peers';
import { App, Button, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { saveBlob, saveText } from '../../app/use-download.ts';
import { useRead } from '../../app/use-route.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { chartPng, chartSvg } from './chart-files.ts';
import { PeerChart } from './peer-chart.tsx';
import { measureName, PEER_COLUMNS, peersCsv } from './peer-figures.ts';
import { PeerUnits } from './peer-units.tsx';
import type { ShownOrgan, ShownPeers } from './shown-analysis.ts';
import { useWidth } from './use-width.ts';

function PeersTable({ peers }: { readonly peers: ShownPeers }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label="与同类单位比较的表格" tabIndex={0}>
      <table className="plain figures">
        <caption>{peers.kind}，四分位数按相邻两数之间的距离内插</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            {PEER_COLUMNS.map(([title]) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {peers.measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">{measureName(measure)}</th>
              {PEER_COLUMNS.map(([title, text]) => (
                <td key={title} className="figures">
                  {text(measure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const howMany = ({ list, kind, organs }: ShownPeers): string =>
  `${list}的报送单位名单上，${kind}共 ${organs} 个。`;

/** Where too few of them have figures a picture would only say so five times. */
function TooFew({ peers }: { readonly peers: ShownPeers }): ReactNode {
  return (
    <>
      <p>
        {howMany(peers)}有数字的不足 {LEAST_PEERS} 个，不作比较。
      </p>
      <PeerUnits peers={peers} />
    </>
  );
}

interface ComparedProps {
  readonly peers: ShownPeers;
  readonly organ: ShownOrgan;
  readonly titleId: string;
}

function Compared({ peers, organ, titleId }: ComparedProps): ReactNode {
  const { message } = App.useApp();
  const { ref, width } = useWidth();
  const [isTable, setTable] = useState(false);
  const id = useId();
  const name = `${organ.name}${peers.reportYear}年度与同类单位比较`;
  const told = { title: name, finding: peers.measures.map(({ finding }) => finding).join('') };
  const svg = (): void => {
    const drawn = ref.current?.querySelector('svg');
    if (drawn != null) saveText(chartSvg(drawn, told), `${name}.svg`, 'image/svg+xml');
  };
  const png = async (): Promise<void> => {
    const drawn = ref.current?.querySelector('svg');
    if (drawn == null) return;
    try {
      saveBlob(await chartPng(drawn, told), `${name}.png`);
    } catch {
      void message.error('浏览器没能画出图片，可以下载 svg 图片或者表格。');
    }
  };
  return (
    <>
      <p>{howMany(peers)}</p>
      <ul id={`${id}-text`} className="peer-findings">
        {peers.measures.map(({ id: key, finding }) => (
          <li key={key}>{finding}</li>
        ))}
      </ul>
      <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
        {isTable ? '看图：与同类单位比较' : '看表格：与同类单位比较'}
      </Button>
      <div ref={ref} className={isTable ? 'chart-place chart-hidden' : 'chart-place'}>
        {width > 0 && (
          <PeerChart
            peers={peers}
            organ={organ}
            width={Math.min(width, 720)}
            titleId={titleId}
            textId={`${id}-text`}
          />
        )}
      </div>
      {isTable && <PeersTable peers={peers} />}
      <p className="quiet chart-definition">
        方块是中间的一半（下四分位数至上四分位数），竖线是中位数，菱形是本单位。
        {peers.measures.map(({ name: what, definition }) => `${what}：${definition}`).join('')}
      </p>
      <div className="chart-files" role="group" aria-label="下载与同类单位比较">
        <span className="quiet">下载</span>
        <Button onClick={svg}>图片 svg</Button>
        <Button onClick={() => void png()}>图片 png</Button>
        <Button onClick={() => saveText(peersCsv(peers), `${name}.csv`, 'text/csv')}>表格 csv</Button>
      </div>
      <PeerUnits peers={peers} />
    </>
  );
}

interface Props {
  readonly organ: ShownOrgan;
  readonly year: number;
  readonly years: readonly number[];
  readonly onYear: (year: number) => void;
}

/** An organ beside others of its kind and level in a year. */
export function PeersCard({ organ, year, years, onYear }: Props): ReactNode {
  const id = useId();
  const { regionId, organId } = organ;
  const { data, error, isPlaceholderData } = useRead(annualReportAnalysisRoutes.peers, {
    params: { regionId, organId, reportYear: year },
  });
  // While those of another organ load, the former ones must not be taken for them.
  const peers = isPlaceholderData ? undefined : data;
  return (
    <section className="card chart-card" aria-labelledby={`${id}-head`}>
      <div className="card-head">
        <h2 id={`${id}-head`}>与同类单位比较</h2>
        <Select
          className="short-picker"
          aria-label="比较的年度"
          value={year}
          options={years.map((value) => ({ value, label: `${value}年度` }))}
          onChange={onYear}
        />
      </div>
      <ProblemAlert error={error} />
      {peers === undefined && error === null && <Loading />}
      {peers !== undefined && peers.list === null && (
        <p>没有{year}年度的报送单位名单列有本单位，没有可以比较的同类单位。</p>
      )}
      {peers !== undefined &&
        peers.list !== null &&
        (peers.measures.every(({ spread }) => spread === null) ? (
          <TooFew peers={peers} />
        ) : (
          <Compared peers={peers} organ={organ} titleId={`${id}-head`} />
        ))}
    </section>
  );
}
