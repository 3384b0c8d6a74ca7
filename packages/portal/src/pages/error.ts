import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';
import { APPLY, HOME } from '../paths.ts';

function errorPage(frame: PageFrame, title: string, text: SafeHtml): SafeHtml {
  return page(frame, {
    title,
    column: title,
    noIndex: true,
    crumbs: [{ name: title }],
    main: html`<h1>${title}</h1>
<div class="card prose">
${text}<p><a href="${HOME}">回到首页，从机关列表查找</a></p>
</div>
`,
  });
}

export function notFoundPage(frame: PageFrame): SafeHtml {
  return errorPage(
    frame,
    '没有找到这个页面',
    html`<p>地址可能写错了，或者这项内容没有在本站公开。可以在页面上方搜索；没有公开的政府信息，可以<a href="${APPLY}">依法申请公开</a>。</p>
`,
  );
}

/** @param requestId by which the operator finds the fault in the log */
export function faultPage(frame: PageFrame, requestId: string): SafeHtml {
  return errorPage(
    frame,
    '页面暂时不能显示',
    html`<p>本站出现故障，已经记录。请稍后再试。</p>
<p>如需向网站管理人员反映，请告知编号：<code>${requestId}</code></p>
`,
  );
}

/** For a mirror without the server behind it: what cannot be done now, and what can. */
export function unavailablePage(frame: PageFrame): SafeHtml {
  return errorPage(
    frame,
    '这项功能暂时不能使用',
    html`<p>搜索、网上申请、进度查询和显示方式的切换暂时不能使用，公开的内容可以照常阅读、下载。请稍后再试。</p>
`,
  );
}
