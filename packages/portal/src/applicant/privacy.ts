import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { ApplyPlace } from './models.ts';

/** Who, what for, which kinds, how long, which rights (个人信息保护法17, 35); no consent is asked, because a duty is done (13(3)). */
export function privacyNotice({ name, phone, draftDays }: ApplyPlace): SafeHtml {
  return html`<section class="notice" aria-labelledby="privacy"><h2 id="privacy">个人信息处理告知</h2>
<ul>
<li>处理者：${name}${phone === '' ? '' : `，电话 ${phone}`}。</li>
<li>目的和依据：登记、办理和答复您的申请，履行法定职责（政府信息公开条例第二十九条，个人信息保护法第十三条第三项），不用于其他目的。</li>
<li>种类：您填写的姓名或者名称、证件名称和号码、联系方式、申请内容，上传的身份证明。</li>
<li>保存：没有提交的草稿${draftDays}天后清除；提交后随案卷保存，身份证明在救济期限届满一年后移除（机关另有规定的从其规定）。</li>
<li>保护：加密保存，只有办理人员可以查看；不对外公开，不写入网址、搜索和统计。</li>
<li>权利：您可以查询、复制、更正、补充本人信息，或者就处理提出意见，向处理者提出即可（个人信息保护法第四十四条至第五十条）。</li>
</ul></section>
`;
}
