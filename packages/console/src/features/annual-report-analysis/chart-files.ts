import type { AnalysisChart } from '@zhaoshi/domain/annual-report/analysis/chart';
import { chartTable } from '@zhaoshi/domain/annual-report/analysis/charts';
import { csvOf } from '../../ui/csv.ts';

/** The table of a chart as a file that spreadsheets open; what has no figure stays empty. */
export function chartCsv(chart: AnalysisChart): string {
  const { columns, rows } = chartTable(chart);
  return csvOf([columns, ...rows.map((row) => row.map((value) => (value === null ? '' : String(value))))]);
}

const FONT = '"Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';

/**
 * How the parts of a picture look in a file, where no style sheet of the page is: as on paper, whatever contrast the
 * reader has chosen for the screen.
 */
const LOOKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'panel-title': { fill: '#1f2329', 'font-size': '14', 'font-weight': '600', 'font-family': FONT },
  'panel-label': { fill: '#5b626d', 'font-size': '13', 'font-family': FONT },
  'panel-words': { fill: '#1f2329', 'font-size': '13', 'font-family': FONT },
  'panel-bar': { fill: '#0b4f9e', stroke: '#0b4f9e', 'stroke-width': '1.5' },
  'panel-open': { fill: '#ffffff', 'stroke-dasharray': '4 2' },
  'panel-line': { fill: 'none' },
  'panel-axis': { stroke: '#8a919c' },
  'peer-box': { fill: '#c9dbf0', stroke: '#5b626d' },
  'peer-median': { stroke: '#1f2329', 'stroke-width': '3' },
  'peer-own': { fill: '#0b4f9e', stroke: '#ffffff', 'stroke-width': '1.5' },
};

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const HEAD_LINE = 22;

/** Lines of at most so many Chinese characters. */
function linesOf(words: string, longest: number): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < words.length; at += longest) lines.push(words.slice(at, at + longest));
  return lines;
}

function textElement(words: string, y: number, looks: Readonly<Record<string, string>>): SVGTextElement {
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('x', '0');
  text.setAttribute('y', String(y));
  for (const [name, value] of Object.entries(looks)) text.setAttribute(name, value);
  text.textContent = words;
  return text;
}

/** A copy that needs nothing of the page: looks as attributes, no links, title and finding above. */
function standalone(drawn: SVGSVGElement, { title, finding }: Pick<AnalysisChart, 'title' | 'finding'>) {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const link of copy.querySelectorAll('a')) {
    const group = document.createElementNS(SVG, 'g');
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
  for (const element of copy.querySelectorAll('[class]')) {
    const names = (element.getAttribute('class') ?? '').split(' ');
    for (const [name, value] of names.flatMap((one) => Object.entries(LOOKS[one] ?? {})))
      element.setAttribute(name, value);
    element.removeAttribute('class');
  }
  const { width, height } = drawn.viewBox.baseVal;
  const lines = linesOf(finding, Math.max(10, Math.floor(width / 14)));
  const head = (lines.length + 1) * HEAD_LINE + 10;
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('transform', `translate(0 ${head})`);
  group.append(...copy.querySelectorAll(':scope > g'));
  copy.append(
    textElement(title, 16, { ...LOOKS['panel-title'], 'font-size': '16' }),
    ...lines.map((line, index) =>
      textElement(line, 16 + (index + 1) * HEAD_LINE, LOOKS['panel-words'] ?? {}),
    ),
    group,
  );
  const ground = document.createElementNS(SVG, 'rect');
  const box = { x: -MARGIN, y: -MARGIN, width: width + 2 * MARGIN, height: height + head + 2 * MARGIN };
  for (const [name, value] of Object.entries({ ...box, fill: '#ffffff' }))
    ground.setAttribute(name, String(value));
  copy.prepend(ground);
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  for (const name of ['class', 'aria-labelledby', 'aria-describedby']) copy.removeAttribute(name);
  copy.setAttribute('role', 'img');
  copy.setAttribute('aria-label', `${title}。${finding}`);
  return { markup: new XMLSerializer().serializeToString(copy), width: box.width, height: box.height };
}

/** The picture as a file of its own. */
export const chartSvg = (drawn: SVGSVGElement, chart: Pick<AnalysisChart, 'title' | 'finding'>): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${standalone(drawn, chart).markup}\n`;

/** So many dots to a pixel of the screen, for paper. */
const SHARPNESS = 2;

/** The picture as dots. @throws when the browser cannot draw it */
export async function chartPng(
  drawn: SVGSVGElement,
  chart: Pick<AnalysisChart, 'title' | 'finding'>,
): Promise<Blob> {
  const { markup, width, height } = standalone(drawn, chart);
  const address = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SHARPNESS;
    canvas.height = height * SHARPNESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { promise, resolve, reject } = Promise.withResolvers<Blob>();
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture was not drawn')) : resolve(blob)));
    return await promise;
  } finally {
    URL.revokeObjectURL(address);
  }
}
