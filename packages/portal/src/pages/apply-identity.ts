import { hasAgent, kindOf } from '@zhaoshi/domain/application/web-form';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { fileField, formFrame, type ShownForm } from '../applicant/form.ts';
import type { ApplyPlace, AskedQuestion, DraftFile } from '../applicant/models.ts';
import { applicationProcessing, privacyNotice } from '../applicant/privacy.ts';
import { questionField } from '../applicant/question.ts';
import { stepPage } from '../applicant/steps.ts';
import type { PageFrame } from '../layout.ts';
import { applyStepPath } from '../paths.ts';

const KINDS = 'PDF、JPG 或者 PNG 文件';

function uploaded(files: readonly DraftFile[], use: DraftFile['use']): SafeHtml | null {
  const file = files.find((one) => one.use === use);
  if (file === undefined) return null;
  return html`<p class="uploaded">已上传：${file.name}（${file.size}）。再选择文件可以替换。</p>
`;
}

/** 4: who one is (身份证明, 条例29), that a person sends it, and what happens with what was written. */
export function applyIdentityPage(
  frame: PageFrame,
  organ: ApplyPlace,
  form: ShownForm,
  {
    files,
    question,
    megabytes,
  }: {
    readonly files: readonly DraftFile[];
    readonly question: AskedQuestion | null;
    readonly megabytes: number;
  },
): SafeHtml {
  const isPerson = kindOf(form.values) === 'naturalPerson';
  const has = (use: DraftFile['use']): boolean => files.some((file) => file.use === use);
  const content = html`${questionField(form, question)}${uploaded(files, 'identity')}${fileField(form, {
    name: 'identity',
    label: isPerson ? '申请人的身份证件（扫描件或者照片）' : '单位的登记证书或者营业执照（扫描件或者照片）',
    help: `${KINDS}，不超过 ${megabytes} MB。${hasAgent(form.values) ? '代理人的身份证件请放在同一个文件中。' : ''}`,
    required: !has('identity'),
  })}${
    hasAgent(form.values)
      ? html`${uploaded(files, 'powerOfAttorney')}${fileField(form, {
          name: 'powerOfAttorney',
          label: '授权委托书',
          help: `申请人签名或者盖章；${KINDS}，不超过 ${megabytes} MB。`,
          required: !has('powerOfAttorney'),
        })}`
      : null
  }${privacyNotice(organ, applicationProcessing(organ))}`;
  return stepPage(
    frame,
    organ,
    'identity',
    form,
    formFrame(form, { action: applyStepPath('identity'), button: '保存，下一步', upload: true }, content),
  );
}
