import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ApplyCheck } from '../applicant/models.ts';
import { applyCrumbs, helpCard } from '../applicant/steps.ts';
import { LONGEST_QUERY, type PageFrame, page } from '../layout.ts';
import { APPLY_SUGGESTIONS, applyToPath } from '../paths.ts';
import { searchResults } from './search.ts';

function searchForm({ organ, query }: ApplyCheck): SafeHtml {
  return html`<form class="card entry" role="search" aria-label="查找已经公开的信息" action="${applyToPath(organ.path)}" method="get">
<div class="field"><label for="subject">想要什么信息</label><p class="help" id="subject-help">写几个词就够，如文件名称、事项、年份。请不要写姓名、证件号码等个人信息。</p>
<input type="search" id="subject" name="q" value="${query}" maxlength="${LONGEST_QUERY}" autocomplete="off" aria-describedby="subject-help" data-suggestions="${APPLY_SUGGESTIONS}"></div>
<div id="suggestions" aria-live="polite"></div>
<p class="actions"><button type="submit">查找</button></p>
</form>
`;
}

function goOn({ organ, query, found }: ApplyCheck): SafeHtml {
  const words = found === null ? '不查找，直接申请' : '没有我要的，继续申请';
  return html`<form class="card entry" action="${applyToPath(organ.path)}" method="post">
<input type="hidden" name="subject" value="${query}">
<p>已经主动公开的信息，机关会告知获取的方式和途径（条例第三十六条第（一）项）；查不到的，可以继续申请。</p>
<p class="actions"><button type="submit">${words}</button></p>
</form>
`;
}

/** Before the form: perhaps it is public already, then nobody has to wait for it. */
export function applyCheckPage(frame: PageFrame, check: ApplyCheck): SafeHtml {
  const { organ, found, script } = check;
  return page(frame, {
    title: `先看看是否已经公开 - 向${organ.name}申请公开信息`,
    column: '依申请公开',
    noIndex: true,
    crumbs: applyCrumbs(organ),
    script,
    main: html`<h1>向${organ.name}申请公开信息<br>先看看是否已经公开</h1>
${searchForm(check)}${found === null ? null : searchResults(found)}${goOn(check)}${helpCard(organ, applyToPath(organ.path))}`,
  });
}
