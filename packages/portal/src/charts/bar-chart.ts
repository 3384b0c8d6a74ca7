import { barLength } from '@zhaoshi/domain/chart/bar-length';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';

/** One bar; `null` where the report has no figure, which is never drawn as zero. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

export interface BarChart {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** Head of the column of labels in the table beside the chart. */
  readonly labels: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
}

const ROW = 30;
const BAR = 18;
/** Of a label's sign; the drawing is as narrow as it can be, because a narrow screen shrinks its letters with it. */
const SIGN = 15;
const LEAST_LABEL = 5;
const BAR_WIDTH = 180;
const VALUE_WIDTH = 70;
const GAP = 8;

const NO_FIGURE = '未填';

const figureText = (value: number | null): string => (value === null ? NO_FIGURE : String(value));

/** Room for the longest label. */
const labelWidth = (bars: readonly Bar[]): number =>
  SIGN * Math.max(LEAST_LABEL, ...bars.map(({ label }) => label.length)) + GAP;

interface Room {
  readonly largest: number;
  readonly labels: number;
}

function drawBar({ label, value }: Bar, index: number, { largest, labels }: Room): SafeHtml {
  const top = index * ROW;
  const middle = top + ROW / 2;
  const length = value === null ? 0 : barLength(value, largest, BAR_WIDTH);
  const rect =
    length === 0
      ? null
      : html`<rect class="bar" x="${labels}" y="${top + (ROW - BAR) / 2}" width="${length}" height="${BAR}"/>`;
  return html`<text class="label" x="${labels - GAP}" y="${middle}" text-anchor="end" dominant-baseline="central">${label}</text>${rect}<text class="${value === null ? 'value missing' : 'value'}" x="${labels + length + GAP}" y="${middle}" dominant-baseline="central">${figureText(value)}</text>
`;
}

/** What a screen reader says of the whole drawing. */
function describe({ bars, unit }: BarChart): string {
  return bars.map(({ label, value }) => `${label}${value === null ? '未填' : `${value}${unit}`}`).join('，');
}

/** The drawing alone. Lines and colours come from the style sheet, so that contrast modes and print hold. */
export function barChartSvg(chart: BarChart): SafeHtml {
  const { id, title, bars } = chart;
  const largest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const height = bars.length * ROW;
  const labels = labelWidth(bars);
  const width = labels + BAR_WIDTH + VALUE_WIDTH;
  return html`<svg class="chart" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${title}</title><desc id="${id}-text">${describe(chart)}。</desc>
<line class="axis" x1="${labels}" y1="0" x2="${labels}" y2="${height}"/>
${bars.map((bar, index) => drawBar(bar, index, { largest, labels }))}</svg>`;
}

/** A chart with the same figures in a table beside it; nothing at all when no bar has a figure. */
export function chartFigure(chart: BarChart): SafeHtml | null {
  if (chart.bars.every(({ value }) => value === null)) return null;
  const rows = chart.bars.map(
    ({ label, value }) => html`<tr><th scope="row">${label}</th><td>${figureText(value)}</td></tr>
`,
  );
  return html`<figure class="figures"><figcaption>${chart.title}（${chart.unit}）</figcaption>
<div class="drawing">${barChartSvg(chart)}</div>
<table><thead><tr><th scope="col">${chart.labels}</th><th scope="col">${chart.unit}</th></tr></thead>
<tbody>
${rows}</tbody></table>
</figure>
`;
}
