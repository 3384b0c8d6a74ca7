import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { COMPLAINT_KINDS } from '@zhaoshi/domain/oversight/complaint';
import {
  COMPLAINT_KIND,
  COMPLAINT_NAMED,
  COMPLAINT_PHOTOS,
  COMPLAINT_TEXT,
  LARGEST_PHOTO_MEBIBYTES,
  LONGEST_COMPLAINT,
  MOST_PHOTOS,
  NAMED_FIELDS,
} from '@zhaoshi/domain/oversight/complaint-form';
import {
  errorSummary,
  fileField,
  formFrame,
  radioField,
  type ShownForm,
  textArea,
  textField,
  titleOf,
} from '../applicant/form.ts';
import type { AskedQuestion } from '../applicant/models.ts';
import { questionField } from '../applicant/question.ts';
import { receiptForm } from '../applicant/receipt-fields.ts';
import type {
  ComplaintChoice,
  ComplaintSubject,
  ComplaintVillageChoice,
  OwnComplaint,
  ShownReceipt,
} from '../complaint-views.ts';
import { type PageFrame, page } from '../layout.ts';
import { COMPLAINT, COMPLAINT_FOLLOW, complaintPath } from '../paths.ts';
import { spokenCode } from './apply-receipt.ts';

const COLUMN = '互动交流';

const PHOTO_FIELD = {
  name: COMPLAINT_PHOTOS,
  label: '照片',
  help: `可以不附。最多${MOST_PHOTOS}张 JPG、PNG 照片，每张不超过${LARGEST_PHOTO_MEBIBYTES}MB。拍摄的时间、地点、设备和文件名在接收时清除，照片加密保存；画面里能认出您的内容请先遮盖。`,
  required: false,
  multiple: true,
  accept: '.jpg,.jpeg,.png',
} as const;

const NAMED_CHOICES = [
  {
    value: 'no',
    label: '匿名',
    help: '不填姓名、联系方式和申请登记号。凭编号和查询码查看办理结果。',
  },
  {
    value: 'yes',
    label: '实名',
    help: '办理人员可以与您联系核实。姓名和联系方式加密保存，不告诉被投诉的单位。',
  },
] as const;

const LAW =
  '政府信息公开条例第四十七条、第五十一条：公民、法人和其他组织认为行政机关未按照要求主动公开政府信息或者对政府信息公开申请不依法答复处理的，可以向政府信息公开工作主管部门提出；查证属实的，应当予以督促整改或者通报批评。';

/** Of a village nothing of 条例47 holds (村组法36). */
const villageLaw = (law: string): string =>
  `${law}：村务不及时公布或者公布的事项不真实的，村民有权向乡级人民政府或者县级人民政府及其有关主管部门反映；有关人民政府或者主管部门应当负责调查核实，责令依法公布。村务公开不属于政府信息公开。`;

/** What is done so that an anonymous complaint stays one, and what only the writer can do for it. */
const anonymity =
  (): SafeHtml => html`<section class="notice" aria-labelledby="anonymity"><h2 id="anonymity">匿名投诉怎样保护您</h2>
<ul>
<li>不记录网络地址、设备、浏览器和提交的时刻，只记录日期；编号随机产生，不按先后。</li>
<li>匿名投诉先落入投诉箱，每天零时以后开箱，打乱次序后交办理人员。</li>
<li>请不要写只有您知道的细节、自己的姓名或者申请登记号。用单位的网络、电脑提交的，单位可能自行留有记录。</li>
</ul></section>
`;

/** Who handles what is typed, and what becomes of it (个人信息保护法17). */
const privacy = ({
  handlerName,
  phone,
  acknowledgeDays,
  resultDays,
  isAboutVillage,
}: ComplaintSubject): SafeHtml => html`<section class="notice" aria-labelledby="privacy"><h2 id="privacy">办理和个人信息处理告知</h2>
<ul>
<li>由${handlerName}办理${phone === '' ? '' : `，电话 ${phone}`}：${acknowledgeDays}个工作日内告知是否受理，${resultDays}个工作日内告知结果，可以依规定延长一次。</li>
<li>姓名和联系方式只用于核实情况、告知结果，加密保存，只有办理人员可以看到，不公开。</li>
${
  isAboutVillage
    ? null
    : html`<li>投诉不是行政复议，不影响申请行政复议、提起行政诉讼的期限。</li>
`
}</ul></section>
`;

/** What is complained of; of a village there is but one thing, which is said and not asked. */
function kindField(form: ShownForm, { kinds, villagesPath }: ComplaintSubject): SafeHtml {
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0)
    return html`<p>投诉的事项：${COMPLAINT_KINDS[only].title}。</p>
`;
  const choices = kinds.map((value) => ({ value, label: COMPLAINT_KINDS[value].title }));
  return html`${radioField(form, { name: COMPLAINT_KIND, label: '投诉的事项', choices })}${
    villagesPath === null
      ? null
      : html`<p class="help">村务公开不及时、不真实的，请<a href="${villagesPath}">选择村</a>。</p>
`
  }`;
}

/** The form of the box. */
export function complaintFormPage(
  frame: PageFrame,
  subject: ComplaintSubject,
  form: ShownForm,
  question: AskedQuestion,
): SafeHtml {
  const { unitName, path, law, isAboutVillage } = subject;
  const content = html`${kindField(form, subject)}${textArea(form, {
    name: COMPLAINT_TEXT,
    label: '事实',
    help: isAboutVillage
      ? '写明哪一期、什么事项没有公布，或者公布的哪里不真实。'
      : '写明什么信息、在哪里、有什么问题。',
    longest: LONGEST_COMPLAINT,
    rows: 8,
    required: true,
  })}${radioField(form, { name: COMPLAINT_NAMED, label: '实名还是匿名', choices: NAMED_CHOICES })}<fieldset class="field"><legend>实名的填写（匿名的留空）</legend>
${NAMED_FIELDS.filter(({ name }) => !isAboutVillage || name !== 'applicationNumber').map((field) => textField(form, field))}</fieldset>
${anonymity()}${privacy(subject)}${questionField(form, question)}${fileField(form, PHOTO_FIELD)}`;
  return page(frame, {
    title: titleOf(form, `投诉 - ${unitName}`),
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '投诉箱', path: COMPLAINT }, { name: unitName }],
    main: html`<h1>投诉箱</h1>
<p class="lead">投诉的${isAboutVillage ? '村' : '单位'}：<a href="${path}">${unitName}</a>。</p>
${errorSummary(form)}${formFrame(form, { action: complaintPath(path), button: '提交投诉', upload: true }, content)}<p class="law">${isAboutVillage ? villageLaw(law) : LAW}</p>
`,
  });
}

function regionLinks({ regions }: ComplaintChoice): SafeHtml | null {
  if (regions.length < 2) return null;
  const items = regions.map(({ name, slug, isChosen }) =>
    isChosen
      ? html`<li><a href="${COMPLAINT}?region=${slug}" aria-current="true">${name}</a></li>`
      : html`<li><a href="${COMPLAINT}?region=${slug}">${name}</a></li>`,
  );
  return html`<nav class="tabs" aria-label="行政区域"><ul>${items}</ul></nav>
`;
}

/** About whom: every unit of a region that somebody on the platform supervises. */
export function complaintChoosePage(frame: PageFrame, choice: ComplaintChoice): SafeHtml {
  const { regionName, units } = choice;
  return page(frame, {
    title: '投诉箱：选择单位',
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '投诉箱' }],
    main: html`<h1>投诉箱</h1>
<div class="card"><p>投诉行政机关没有依法公开政府信息、没有依法答复申请，或者村务公开不及时、不真实。请选择被投诉的单位，由它的主管部门或者上一级机关办理；投诉村务公开的，选择村，由乡镇办理。</p>
<p>已经投诉的，可以<a href="${COMPLAINT_FOLLOW}">查看办理结果</a>。</p></div>
${regionLinks(choice)}<section class="card" aria-labelledby="units"><h2 id="units">${regionName}：选择单位</h2>
${
  units.length === 0
    ? html`<p class="none">没有可以选择的单位。</p>`
    : html`<ul class="reports">
${units.map(
  ({ name, path, villagesPath }) => html`<li><a href="${complaintPath(path)}">${name}</a>${
    villagesPath === null ? null : html`（<a href="${villagesPath}">投诉各村的村务公开</a>）`
  }</li>
`,
)}</ul>`
}</section>
<p class="law">${LAW}</p>
`,
  });
}

/** Which village: complaints about 村务公开 are the township's to handle. */
export function complaintVillagesPage(
  frame: PageFrame,
  { townshipName, villages }: ComplaintVillageChoice,
): SafeHtml {
  return page(frame, {
    title: `投诉箱：选择${townshipName}的村`,
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '投诉箱', path: COMPLAINT }, { name: `${townshipName}的村` }],
    main: html`<h1>投诉箱</h1>
<section class="card" aria-labelledby="villages"><h2 id="villages">${townshipName}：选择村（居）民委员会</h2>
<p>村务不及时公布或者公布的不真实的，由${townshipName}调查核实。</p>
<ul class="reports">
${villages.map(
  ({ name, path }) => html`<li><a href="${complaintPath(path)}">${name}</a></li>
`,
)}</ul></section>
`,
  });
}

/** Number and code; they are shown here only. */
export function complaintReceiptPage(frame: PageFrame, receipt: ShownReceipt): SafeHtml {
  const { handlerName, number, code, isNamed } = receipt;
  return page(frame, {
    title: '投诉已经收到',
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '投诉箱', path: COMPLAINT }, { name: '已经收到' }],
    main: html`<h1>投诉已经收到</h1>
<section class="card" aria-labelledby="receipt"><h2 id="receipt">回执</h2>
<dl class="details receipt">
<dt>办理机关</dt><dd>${handlerName}</dd>
<dt>编号</dt><dd><strong>${number}</strong></dd>
<dt>查询码</dt><dd><strong>${spokenCode(code)}</strong></dd>
</dl>
<p>请抄下编号和查询码，凭这两项<a href="${COMPLAINT_FOLLOW}">查看办理结果</a>。只在这里显示一次，离开本页以后找不回来。</p>
${isNamed ? null : html`<p>匿名投诉明天开箱后交办理人员。</p>`}</section>
`,
  });
}

/** Asks for number and code. */
export function complaintFollowPage(frame: PageFrame, form: ShownForm): SafeHtml {
  return page(frame, {
    title: titleOf(form, '查看投诉的办理结果'),
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '投诉箱', path: COMPLAINT }, { name: '查看办理结果' }],
    main: html`<h1>查看投诉的办理结果</h1>
<p class="lead">凭回执上的编号和查询码查看。查看不留记录。</p>
${receiptForm(form, COMPLAINT_FOLLOW)}`,
  });
}

/** What was said, and what came of it. */
export function ownComplaintPage(frame: PageFrame, own: OwnComplaint): SafeHtml {
  const { number, kind, unitName, handlerName, receivedOn, status, due, told, text, photos } = own;
  return page(frame, {
    title: `投诉 ${number}`,
    column: COLUMN,
    noIndex: true,
    crumbs: [{ name: '查看办理结果', path: COMPLAINT_FOLLOW }, { name: number }],
    main: html`<h1>投诉 ${number}</h1>
<section class="card" aria-labelledby="course"><h2 id="course">办理情况：${status}</h2>
${due === '' ? null : html`<p>${due}</p>`}
${told.map(
  ({ on, words }) => html`<div class="entry"><p><strong>${chineseDate(on)}</strong></p>
${words.map((one) => html`<p class="typed">${one}</p>`)}</div>
`,
)}</section>
<section class="card" aria-labelledby="said"><h2 id="said">您提交的内容</h2>
<dl class="details"><dt>投诉的${kind === 'villageAffairs' ? '村' : '单位'}</dt><dd>${unitName}</dd><dt>事项</dt><dd>${COMPLAINT_KINDS[kind].title}</dd><dt>办理机关</dt><dd>${handlerName}</dd><dt>收到日期</dt><dd>${chineseDate(receivedOn)}</dd></dl>
<p class="typed">${text}</p>${photos === 0 ? null : html`<p>附了 ${photos} 张照片。</p>`}</section>
`,
  });
}
