import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { AssessmentResultRow, AssessmentsPage, PublishedAssessmentView } from '../assessment-views.ts';
import { endedNotice } from '../ending.ts';
import { type PageFrame, page } from '../layout.ts';
import { blockNavigation, organCrumbs } from './block.ts';

const TITLE = '政府信息公开工作考核结果';

const LAW =
  '条例第四十六条：各级人民政府应当建立健全政府信息公开工作考核制度、社会评议制度和责任追究制度，定期对政府信息公开工作进行考核、评议。';

const NO_VERDICT =
  '名次按得分排列，有单项否决的列在后面。没有评定的指标不扣分，也不计零分；有否决项没有评定的，不能评为合格。';

const row = ({ place, name, total, verdict, because, unrated }: AssessmentResultRow): SafeHtml => {
  const said = [
    ...(because === '' ? [] : [because]),
    ...(unrated === null || unrated === 0 ? [] : [`${unrated}个指标没有评定`]),
  ];
  const why = said.length === 0 ? '' : html`<br><small>${said.join('；')}</small>`;
  return html`<tr><td>${place}</td><th scope="row">${name}</th><td class="score">${total}</td><td class="why">${verdict}${why}</td></tr>
`;
};

const card = (
  { title, days, earlyReason, publishedOn, results }: PublishedAssessmentView,
  index: number,
): SafeHtml =>
  html`<section class="card" aria-labelledby="assessment-${index}"><h2 id="assessment-${index}">${title}</h2>
<p>考核${days}的工作，${results.length}个单位；${chineseDate(publishedOn)}公布。</p>
${earlyReason === '' ? '' : html`<p>提前结束的理由：${earlyReason}</p>`}
<div class="table" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col" class="score">名次</th><th scope="col">单位</th><th scope="col" class="score">得分</th><th scope="col">等次</th></tr></thead>
<tbody>${results.map(row)}</tbody></table></div>
<p class="law">${NO_VERDICT}</p></section>
`;

/** The results that an organ published of its assessments. */
export const assessmentsPage = (frame: PageFrame, { organ, assessments }: AssessmentsPage): SafeHtml =>
  page(frame, {
    title: `${organ.name}${TITLE}`,
    column: '政府信息公开',
    columnType: '政府信息公开',
    description: LAW,
    crumbs: [...organCrumbs(organ, true), { name: TITLE }],
    main: html`<h1>${organ.name}<br>${TITLE}</h1>
${endedNotice(organ)}${blockNavigation(frame, organ.path, null)}${assessments.map(card)}<p class="law">${LAW}</p>
`,
  });
