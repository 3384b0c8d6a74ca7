import { APPLICANT_KINDS, TABLE_THREE_COLUMN_NAMES } from '@zhaoshi/domain/annual-report/ids';
import { SUPPLY_FORMS, SUPPLY_WAYS } from '@zhaoshi/domain/application/application-form';
import { AGENT_FIELDS, HELP_FIELD, webApplicantFields } from '@zhaoshi/domain/application/web-fields';
import { hasAgent, kindOf, LONGEST_DESCRIPTION } from '@zhaoshi/domain/application/web-form';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { checkBox, formFrame, radioField, type ShownForm, textArea, textField } from '../applicant/form.ts';
import type { ApplyPlace } from '../applicant/models.ts';
import { stepPage } from '../applicant/steps.ts';
import type { PageFrame } from '../layout.ts';
import { applyStepPath } from '../paths.ts';

const NEXT = '保存，下一步';

const KIND_HELP: Readonly<Record<(typeof APPLICANT_KINDS)[number], string>> = {
  naturalPerson: '以本人名义申请。',
  commercialEnterprise: '公司、个体工商户等。',
  researchInstitution: '高等学校、科研院所等。',
  publicWelfareOrganization: '社会团体、基金会、社会服务机构等。',
  legalServiceInstitution: '律师事务所、公证机构等。',
  otherOrganization: '以上各类以外的组织。',
};

/** 1: who applies, which decides what is asked next. */
export function applyKindPage(frame: PageFrame, organ: ApplyPlace, form: ShownForm): SafeHtml {
  const choices = APPLICANT_KINDS.map((kind) => ({
    value: kind,
    label:
      kind === 'naturalPerson'
        ? '自然人（公民）'
        : `${TABLE_THREE_COLUMN_NAMES[kind]}${kind === 'otherOrganization' ? '组织' : ''}`,
    help: KIND_HELP[kind],
  }));
  const content = html`${radioField(form, { name: 'kind', label: '谁要申请', choices })}${checkBox(form, {
    name: 'hasAgent',
    label: '由代理人代为申请',
    help: '代理人须提交申请人签名的授权委托书和双方的身份证明。',
  })}`;
  return stepPage(
    frame,
    organ,
    'kind',
    form,
    formFrame(form, { action: applyStepPath('kind'), button: NEXT }, content),
  );
}

/** 2: the fields of its kind, and nothing else (条例29). */
export function applyApplicantPage(frame: PageFrame, organ: ApplyPlace, form: ShownForm): SafeHtml {
  const fields = webApplicantFields(kindOf(form.values) ?? 'naturalPerson').map((field) =>
    textField(form, field),
  );
  const agent = hasAgent(form.values)
    ? html`<h2>代理人</h2>
${AGENT_FIELDS.map((field) => textField(form, field))}`
    : null;
  const content = html`<p class="help">联系电话、电子邮箱、联系地址至少填写一种，机关用它与您确认申请、送达文书（条例第二十九条）。</p>
${fields}${agent}`;
  return stepPage(
    frame,
    organ,
    'applicant',
    form,
    formFrame(form, { action: applyStepPath('applicant'), button: NEXT }, content),
  );
}

const choicesOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** 3: what, in which form, by which way; what for is nobody's business. */
export function applyRequestPage(frame: PageFrame, organ: ApplyPlace, form: ShownForm): SafeHtml {
  const content = html`${textArea(form, {
    name: 'description',
    label: '所需信息的内容描述',
    help: '写明名称、文号，或者时间、事项等便于查找的特征。不需要说明用途；请不要写与查找无关的个人信息。',
    longest: LONGEST_DESCRIPTION,
    rows: 8,
    required: true,
  })}${radioField(form, { name: 'supplyForm', label: '需要的形式', choices: choicesOf(SUPPLY_FORMS) })}${radioField(
    form,
    { name: 'supplyWay', label: '获取的方式', choices: choicesOf(SUPPLY_WAYS) },
  )}${checkBox(form, {
    name: 'acceptsOtherWay',
    label: '若无法按指定方式提供，可接受其他方式',
    help: '按指定的形式提供可能危及文件安全或者费用过高的，机关可以用其他适当的形式提供（条例第四十条）。',
  })}${textField(form, HELP_FIELD)}`;
  return stepPage(
    frame,
    organ,
    'request',
    form,
    formFrame(form, { action: applyStepPath('request'), button: NEXT }, content),
  );
}
