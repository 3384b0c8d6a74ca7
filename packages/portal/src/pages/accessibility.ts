import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';

/** What the site does for readers who see, hear or move less, and what it does not do yet. */
export function accessibilityPage(frame: PageFrame): SafeHtml {
  return page(frame, {
    title: '无障碍说明',
    column: '无障碍说明',
    crumbs: [{ name: '无障碍说明' }],
    main: html`<h1>无障碍说明</h1>
<div class="card prose">
<p>本站按《网页内容无障碍指南》（WCAG）2.2 AA 级制作，并参照《互联网网站适老化通用设计规范》。</p>
<h2>可以怎样使用</h2>
<ul>
<li>全部页面不用 JavaScript，关闭脚本也能阅读、下载、申请公开和查询进度；看不清、写不了的可以口头申请。</li>
<li>只用键盘即可到达每个链接；每页第一个链接是“跳到正文”。</li>
<li>页面右上方可切换“长者模式（大字）”和“高对比度”，选择记在本机浏览器的 Cookie 中，不含任何个人信息；网上申请的 Cookie 只含一个随机编号。</li>
<li>统计表格逐格标明所属的行和列，可用读屏软件逐格听读；窄屏上表格可左右滚动。</li>
<li>图表旁都有同样数字的表格；打印和高对比度下图表同样可读。</li>
<li>年度报告可下载为 Word、PDF、Excel 和 JSON 文件。</li>
</ul>
<h2>还没有做到</h2>
<ul>
<li>尚未由视力障碍人士用读屏软件实际测试。</li>
<li>已发布的报告照原文刊载，原文的用词和格式不由本站改写。</li>
</ul>
</div>
`,
  });
}
