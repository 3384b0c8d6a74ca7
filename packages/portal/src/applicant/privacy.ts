import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ApplyPlace } from './models.ts';

/** What is asked for, and by which article. */
export interface Processing {
  readonly purpose: string;
  readonly article: string;
  readonly kinds: string;
  /** How long what is not sent yet is kept; empty where nothing is kept before it is sent. */
  readonly before: string;
}

export const applicationProcessing = ({ draftDays }: ApplyPlace): Processing => ({
  purpose: '登记、办理和答复您的申请',
  article: '政府信息公开条例第二十九条',
  kinds: '您填写的姓名或者名称、证件类型和号码、联系方式、申请内容，上传的身份证明',
  before: `没有提交的草稿${draftDays}天后清除；`,
});

export const AMENDMENT_PROCESSING: Processing = {
  purpose: '核实、更正您要求更正的信息并告知您',
  article: '政府信息公开条例第四十一条',
  kinds: '您填写的姓名或者名称、证件号码、联系电话、要求更正的内容，上传的证据和身份证件',
  before: '提交以前不保存；',
};

/** Who, what for, which kinds, how long, which rights (个人信息保护法17, 35); no consent is asked, because a duty is done (13(3)). */
export function privacyNotice(
  { name, phone }: ApplyPlace,
  { purpose, article, kinds, before }: Processing,
): SafeHtml {
  return html`<section class="notice" aria-labelledby="privacy"><h2 id="privacy">个人信息处理告知</h2>
<ul>
<li>处理者：${name}${phone === '' ? '' : `，电话 ${phone}`}。</li>
<li>目的和依据：${purpose}，履行法定职责（${article}，个人信息保护法第十三条第三项），不用于其他目的。</li>
<li>种类：${kinds}。</li>
<li>保存：${before}提交后随案卷保存，期限为案卷的保管期限。</li>
<li>保护：加密保存，只有办理人员可以查看；不对外公开，不写入网址、搜索和统计。</li>
<li>权利：您可以查询、复制、更正、补充本人信息，或者就处理提出意见，向处理者提出即可（个人信息保护法第四十四条至第五十条）。</li>
</ul></section>
`;
}
