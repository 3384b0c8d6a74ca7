import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { Receipt } from '../applicant/models.ts';
import { type PageFrame, page } from '../layout.ts';
import { FOLLOW } from '../paths.ts';

/** A code in groups that can be read aloud. */
export const spokenCode = (code: string): string => code.replace(/^(.{5})(.+)$/, '$1-$2');

export interface ReceiptWords {
  readonly title: string;
  readonly numberName: string;
  readonly next: readonly string[];
}

export const APPLICATION_RECEIPT: ReceiptWords = {
  title: '申请已提交',
  numberName: '登记号',
  next: [
    '机关会通过您留下的联系方式与您确认，以确认之日为收到申请之日；您也可以凭登记号和查询码在网上确认（条例第三十一条第（三）项）。',
    '内容不明确的，机关在收到申请之日起7个工作日内告知补正（条例第三十条）。',
    '机关在收到申请之日起20个工作日内答复；需要延长的，最多再延长20个工作日并告知您（条例第三十三条）。',
    '办理进度、文书和答复都可以凭登记号和查询码在网上查看。',
  ],
};

/** Number and code, to be printed or written down; they are shown here only. */
export function receiptPage(frame: PageFrame, receipt: Receipt, words: ReceiptWords): SafeHtml {
  const { organName, number, code, at } = receipt;
  return page(frame, {
    title: words.title,
    column: '依申请公开',
    noIndex: true,
    crumbs: [{ name: words.title }],
    main: html`<h1>${words.title}</h1>
<section class="card" aria-labelledby="receipt"><h2 id="receipt">回执</h2>
<dl class="details receipt">
<dt>受理机关</dt><dd>${organName}</dd>
<dt>${words.numberName}</dt><dd><strong>${number}</strong></dd>
<dt>查询码</dt><dd><strong>${spokenCode(code)}</strong></dd>
<dt>提交时间</dt><dd>${at}</dd>
</dl>
<p>请打印本页或者抄下${words.numberName}和查询码：查询码只在这里显示一次，本页一小时后不能再打开。知道这两项的人都能查看本件，请妥善保管。</p></section>
<section class="card" aria-labelledby="next"><h2 id="next">接下来</h2>
<ol>${words.next.map((text) => html`<li>${text}</li>`)}</ol>
<p><a href="${FOLLOW}">查询办理进度</a></p></section>
`,
  });
}
