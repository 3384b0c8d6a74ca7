import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { cellsHashWords } from '../../cells-hash.ts';
import { type DocumentSection, reportToDocument } from '../report-to-document.ts';
import { COLUMN_WIDTHS_CSS, tableHtml } from './table-html.ts';

/** Small on purpose: the page is made to be pasted into a portal, which brings its own style. */
const STYLE = html`
:root { color-scheme: light; }
body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff;
  font: 1.125rem/1.8 "FangSong_GB2312", FangSong, STFangsong, "Noto Serif SC", "Songti SC", SimSun, serif; }
h1 { font: 1.75rem/1.4 "方正小标宋简体", FZXiaoBiaoSong-B05S, "Noto Serif SC", "Songti SC", SimSun, serif; text-align: center; }
h2 { font: 1.25rem/1.6 SimHei, "Noto Sans SC", "Heiti SC", sans-serif; margin: 1.5em 0 .5em; }
p { margin: 0; text-indent: 2em; }
p.note, p.mark, footer p { text-indent: 0; }
p.mark { color: #c00000; font: bold 1rem/1.6 SimHei, "Noto Sans SC", "Heiti SC", sans-serif; overflow-wrap: anywhere; }
p.note { font-size: .9rem; }
footer { margin-top: 2em; text-align: right; }
.table { overflow-x: auto; margin: .5em 0; }
table { width: 100%; min-width: 44rem; border-collapse: collapse; font-size: .875rem; line-height: 1.4; }
caption { font-size: 1rem; padding: .25em; }
caption h2 { text-align: left; }
th, td { border: 1px solid #333; padding: .25em .375em; text-align: center; vertical-align: middle; }
h1, th { text-wrap: balance; }
th { font-weight: normal; background: #f2f4f7; }
th[scope=row] { text-align: left; }
td { font-variant-numeric: tabular-nums; }
@media print { body { max-width: none; margin: 0; } table { min-width: 0; } th { background: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
${COLUMN_WIDTHS_CSS}
`;

const paragraph = (text: string): SafeHtml => html`<p>${text}</p>
`;

const markLine = (text: string): SafeHtml => html`<p class="mark">${text}</p>
`;

const note = (text: string): SafeHtml => html`<p class="note">${text}</p>
`;

function sectionHtml(section: DocumentSection): SafeHtml {
  const { table, paragraphs, closing } = section;
  const heading = section.heading === null ? null : html`<h2>${section.heading}</h2>`;
  const headsTable = table !== null && paragraphs.length === 0;
  return html`<section id="${section.id}">
${headsTable ? null : heading}${paragraphs.map(paragraph)}${
  table && tableHtml(table, headsTable ? heading : null)
}${table?.notes.map(note) ?? null}${closing.map(note)}</section>
`;
}

/**
 * The body of a report under its title: preamble, parts with their tables, signature. For pages that bring their
 * own frame and style; the column widths need `COLUMN_WIDTHS_CSS`.
 */
export function reportBodyHtml(report: AnnualReport): SafeHtml {
  const { preamble, sections, signature } = reportToDocument(report);
  const closing =
    signature.length === 0
      ? null
      : html`<footer>
${signature.map(paragraph)}</footer>
`;
  return html`${preamble.map(paragraph)}${sections.map(sectionHtml)}${closing}`;
}

/**
 * A whole accessible page: Chinese, no script, no outside resource, tables with caption, scopes and header ids.
 * Every text of the report is escaped.
 *
 * @param mark said above the title of a copy that is not the published report
 */
export function writeHtml(report: AnnualReport, mark: readonly string[] = []): string {
  const { title } = reportToDocument(report);
  const heading =
    title === null
      ? null
      : html`<h1>${title}</h1>
`;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${cellsHashWords(report)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title ?? '政府信息公开工作年度报告'}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${mark.map(markLine)}${heading}${reportBodyHtml(report)}</main>
</body>
</html>
`.markup;
}
