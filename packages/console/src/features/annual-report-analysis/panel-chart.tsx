import {
  type AnalysisChart,
  type ChartPoint,
  type ChartYear,
  drawnValue,
  pointWords,
} from '@zhaoshi/domain/annual-report/analysis/chart';
import {
  PANEL_BAR,
  PANEL_ROW,
  type PanelLayout,
  type PanelRow,
  panelLayout,
} from '@zhaoshi/domain/chart/panel-layout';
import type { ReactNode } from 'react';
import { FigureLink } from './figure-link.tsx';
import type { ShownOrgan } from './shown-analysis.ts';

/** Rooms for the words of a line, in pixels at the size of the text. */
const YEAR_ROOM = 118;
const WORDS_ROOM = { count: 44, share: 116 } as const;
const TITLE_LINE = 18;

interface Props {
  readonly chart: AnalysisChart;
  readonly organ: ShownOrgan;
  /** Of the place where it is drawn, in pixels. */
  readonly width: number;
  /** Of the elements that name it and tell what is to be seen. */
  readonly titleId: string;
  readonly textId: string;
}

interface LineProps extends Pick<Props, 'chart' | 'organ'> {
  readonly name: string;
  readonly year: ChartYear;
  readonly point: ChartPoint;
  readonly row: PanelRow;
  readonly x: number;
  readonly layout: PanelLayout;
}

/** A year of a panel: its name, the bar, the figure; all of it opens the report. */
function Line({ chart, organ, name, year, point, row, x, layout }: LineProps): ReactNode {
  const words = pointWords(chart.measure, point);
  const { labelEnd, barStart, panelWidth } = layout;
  const drawn = (
    <>
      <rect className="panel-line" x={x} y={row.y} width={panelWidth} height={PANEL_ROW} />
      <text
        className="panel-label"
        x={x + labelEnd}
        y={row.middle}
        textAnchor="end"
        dominantBaseline="central"
      >
        {year.label}
      </text>
      {row.length > 0 && (
        <rect
          className={year.isSettled ? 'panel-bar' : 'panel-bar panel-open'}
          x={x + barStart}
          y={row.barY}
          width={row.length}
          height={PANEL_BAR}
        />
      )}
      <text
        className="panel-words"
        x={x + barStart + row.length + 6}
        y={row.middle}
        textAnchor="start"
        dominantBaseline="central"
      >
        {words}
      </text>
    </>
  );
  if (drawnValue(chart.measure, point) === null) return <g>{drawn}</g>;
  return (
    <FigureLink
      organ={organ}
      reportYear={year.reportYear}
      cell={point.cell}
      className="panel-link"
      label={`${name}，${year.label}：${words}。打开年度报告的这一格`}
    >
      {drawn}
    </FigureLink>
  );
}

/** The series of a chart as panels of bars over the years, all on one scale; each figure is written beside its bar. */
export function PanelChart({ chart, organ, width, titleId, textId }: Props): ReactNode {
  const { measure, series, years } = chart;
  const layout = panelLayout(
    series.map(({ points }) => ({ values: points.map((point) => drawnValue(measure, point)) })),
    { width, label: YEAR_ROOM, words: WORDS_ROOM[measure], mostColumns: 3 },
  );
  return (
    <svg
      className="panel-chart"
      role="group"
      aria-labelledby={titleId}
      aria-describedby={textId}
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      {series.map(({ id: key, name, points }, index) => {
        const panel = layout.panels[index];
        if (panel === undefined) return null;
        return (
          <g key={key}>
            <text className="panel-title" x={panel.x} y={panel.y + TITLE_LINE}>
              {name}
            </text>
            <line
              className="panel-axis"
              x1={panel.x + layout.barStart}
              x2={panel.x + layout.barStart}
              y1={panel.rows[0]?.y}
              y2={(panel.rows.at(-1)?.y ?? panel.y) + PANEL_ROW}
            />
            {points.map((point, line) => {
              const [row, year] = [panel.rows[line], years[line]];
              if (row === undefined || year === undefined) return null;
              return (
                <Line
                  key={point.reportYear}
                  {...{ chart, organ, name, year, point, row, layout }}
                  x={panel.x}
                />
              );
            })}
          </g>
        );
      })}
    </svg>
  );
}
