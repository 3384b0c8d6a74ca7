import { TABLE_THREE_COLUMN_NAMES } from '@zhaoshi/domain/annual-report/ids';
import {
  type ApplicationForm,
  SUPPLY_FORMS,
  SUPPLY_WAYS,
} from '@zhaoshi/domain/application/application-form';
import { AGENT_FIELDS, type WebField, webApplicantFields } from '@zhaoshi/domain/application/web-fields';
import { doubtsOf, type FormValues, hasAgent, valueOf } from '@zhaoshi/domain/application/web-form';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { formFrame, type ShownForm } from '../applicant/form.ts';
import type { ApplyPlace, DraftFile } from '../applicant/models.ts';
import { stepPage } from '../applicant/steps.ts';
import type { PageFrame } from '../layout.ts';
import { type ApplyStepId, applyStepPath } from '../paths.ts';

type Line = readonly [name: string, value: string];

function part(step: ApplyStepId, title: string, lines: readonly Line[]): SafeHtml {
  const rows = lines.map(
    ([name, value]) => html`<dt>${name}</dt><dd class="typed">${value}</dd>
`,
  );
  return html`<section class="card" aria-labelledby="part-${step}"><h2 id="part-${step}">${title} <a class="count" href="${applyStepPath(step)}">修改<span class="unseen">${title}</span></a></h2>
<dl class="details">
${rows}</dl></section>
`;
}

const filled = (values: FormValues, fields: readonly WebField[]): readonly Line[] =>
  fields.flatMap(({ name, label, choices }): readonly Line[] => {
    const value = valueOf(values, name);
    return value === '' ? [] : [[label, choices?.[value] ?? value]];
  });

const FILE_NAMES: Readonly<Record<DraftFile['use'], string>> = {
  identity: '身份证明',
  powerOfAttorney: '授权委托书',
};

/** What looks mistyped: told, and left as it is if that is right. */
function doubts(values: FormValues): SafeHtml | null {
  const found = doubtsOf(values);
  if (found.length === 0) return null;
  return html`<section class="card ended" aria-labelledby="doubts"><h2 id="doubts">请再核对</h2>
<ul>${found.map(({ message }) => html`<li>${message}</li>`)}</ul></section>
`;
}

/** 5: everything once more, before it is sent. */
export function applyConfirmPage(
  frame: PageFrame,
  organ: ApplyPlace,
  form: ShownForm,
  { application, files }: { readonly application: ApplicationForm; readonly files: readonly DraftFile[] },
): SafeHtml {
  const { values } = form;
  const { kind } = application.applicant;
  const content = html`${doubts(values)}${part('kind', '申请人类型', [
    ['受理机关', organ.name],
    ['申请人', TABLE_THREE_COLUMN_NAMES[kind]],
    ['代理人', hasAgent(values) ? '有' : '无'],
  ])}${part('applicant', '申请人信息', filled(values, [...webApplicantFields(kind), ...(hasAgent(values) ? AGENT_FIELDS : [])]))}${part(
    'request',
    '申请内容',
    [
      ['内容描述', application.description],
      ['形式', SUPPLY_FORMS[application.supplyForm]],
      ['方式', SUPPLY_WAYS[application.supplyWay]],
      ['其他方式', application.acceptsOtherWay ? '可接受' : '不接受'],
      ...(application.helpNeeded === null ? [] : [['需要的帮助', application.helpNeeded] as const]),
    ],
  )}${part(
    'identity',
    '身份证明',
    files.map(({ use, name, size }): Line => [FILE_NAMES[use], `${name}（${size}）`]),
  )}${formFrame(
    form,
    { action: applyStepPath('confirm'), button: '提交申请' },
    html`<p>提交后得到登记号和查询码。机关与您确认后，以确认之日为收到申请之日（条例第三十一条第（三）项），从次日起20个工作日内答复（条例第三十三条）。</p>
`,
  )}`;
  return stepPage(frame, organ, 'confirm', form, content);
}
