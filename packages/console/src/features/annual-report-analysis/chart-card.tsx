import { annualReportAnalysisRoutes } from '@zhaoshi/contract/routes/annual-report-analysis';
import { App, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { saveBlob, saveText, useDownload } from '../../app/use-download.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ChartFigures } from './chart-figures.tsx';
import { chartCsv, chartPng, chartSvg } from './chart-files.ts';
import { PanelChart } from './panel-chart.tsx';
import { chartOf, type ShownChart, type ShownOrgan } from './shown-analysis.ts';
import { useWidth } from './use-width.ts';

interface Props {
  readonly shown: ShownChart;
  readonly organ: ShownOrgan;
}

interface FilesProps extends Props {
  /** The drawing; `null` while the table is shown. */
  readonly drawing: () => SVGSVGElement | null;
}

/** The chart to take home: as a picture, and as its table. */
function Files({ shown, organ, drawing }: FilesProps): ReactNode {
  const { message } = App.useApp();
  const file = useDownload(annualReportAnalysisRoutes.file);
  const name = `${organ.name}${shown.title}`;
  const withDrawing = (save: (drawn: SVGSVGElement) => Promise<void> | void) => async (): Promise<void> => {
    const drawn = drawing();
    if (drawn === null) return;
    try {
      await save(drawn);
    } catch {
      void message.error('浏览器没能画出图片，可以下载 svg 图片或者表格。');
    }
  };
  const svg = withDrawing((drawn) => saveText(chartSvg(drawn, shown), `${name}.svg`, 'image/svg+xml'));
  const png = withDrawing(async (drawn) => saveBlob(await chartPng(drawn, shown), `${name}.png`));
  const { regionId, organId } = organ;
  return (
    <>
      <div className="chart-files" role="group" aria-label={`下载${shown.title}`}>
        <span className="quiet">下载</span>
        <Button onClick={() => void svg()}>图片 svg</Button>
        <Button onClick={() => void png()}>图片 png</Button>
        <Button
          loading={file.isPending}
          onClick={() => file.mutate({ params: { regionId, organId }, query: { chart: shown.id } })}
        >
          表格 xlsx
        </Button>
        <Button onClick={() => saveText(chartCsv(chartOf(shown)), `${name}.csv`, 'text/csv')}>
          表格 csv
        </Button>
      </div>
      <ProblemAlert error={file.error} />
    </>
  );
}

/** A chart with what is to be seen in it, its table, how its figures are made, and its files. */
export function ChartCard({ shown, organ }: Props): ReactNode {
  const [isTable, setTable] = useState(false);
  const { ref, width } = useWidth();
  const id = useId();
  const chart = chartOf(shown);
  const drawing = (): SVGSVGElement | null => ref.current?.querySelector('svg') ?? null;
  return (
    <section className="card chart-card" aria-labelledby={`${id}-head`}>
      <div className="card-head">
        <h2 id={`${id}-head`}>{shown.title}</h2>
        {chart.series.length > 0 && (
          <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {isTable ? `看图：${shown.title}` : `看表格：${shown.title}`}
          </Button>
        )}
      </div>
      <p id={`${id}-text`} className="chart-finding">
        {shown.finding}
      </p>
      {/* The drawing stays while the table is shown: files are made of it. */}
      <div ref={ref} className={isTable ? 'chart-place chart-hidden' : 'chart-place'}>
        {width > 0 && chart.series.length > 0 && (
          <PanelChart
            chart={chart}
            organ={organ}
            width={width}
            titleId={`${id}-head`}
            textId={`${id}-text`}
          />
        )}
      </div>
      {isTable && <ChartFigures chart={chart} organ={organ} />}
      <p className="quiet chart-definition">{shown.definition}</p>
      {chart.series.length > 0 && <Files shown={shown} organ={organ} drawing={drawing} />}
    </section>
  );
}
