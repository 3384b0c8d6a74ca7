import { applicantKindName } from '@zhaoshi/domain/application/applicant';
import { identityTypeTitle, SUPPLY_FORMS, SUPPLY_WAYS } from '@zhaoshi/domain/application/application-form';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { REDACTION_GROUNDS } from '@zhaoshi/domain/application/redaction';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import type { SecretBox } from '../../../adapters/secret-box/secret-box.ts';
import { openForm, openTexts, type ShownCase } from '../show-case.ts';
import type { ShownFile } from '../show-case-files.ts';
import { factsTable, pageOf } from './bundle-part.ts';
import { factWords, textWords } from './event-words.ts';

type ShownEvent = ShownCase['events'][number];

/** 申请表, as the form was entered (条例29). */
export function applicationSheet({ row }: ShownCase, box: SecretBox): Buffer {
  const { applicant, agent, ...form } = openForm(box, row);
  const facts = factsTable([
    ['登记号', row.registration_number],
    ['收到机关', row.organ_name],
    ['提交方式', INTAKE_CHANNELS[row.channel].title],
    ['寄出日期', row.sent_on],
    ['到达日期', row.arrived_on],
    ['收到申请之日', row.receipt_date],
    ['登记时间', civilMinuteAt(row.entered_at)],
    ['申请人类型', applicantKindName(applicant.kind)],
    ['申请人', applicant.name],
    ['证件名称', identityTypeTitle(applicant.identityType)],
    ['证件号码', applicant.identityNumber],
    ['统一社会信用代码', applicant.creditCode],
    ['法定代表人', applicant.legalRepresentative],
    ['联系人', applicant.contactPerson],
    ['通信地址', applicant.address],
    ['邮政编码', applicant.postcode],
    ['联系电话', applicant.phone],
    ['传真', applicant.fax],
    ['电子邮箱', applicant.email],
    ['代理人', agent?.name ?? null],
    ['代理人证件号码', agent?.identityNumber ?? null],
    ['代理人电话', agent?.phone ?? null],
    ['申请公开的内容', form.description],
    ['提供形式', SUPPLY_FORMS[form.supplyForm]],
    ['获取方式', SUPPLY_WAYS[form.supplyWay]],
    ['可接受其他方式', form.acceptsOtherWay ? '是' : '否'],
    ['需要的帮助', form.helpNeeded],
  ]);
  return pageOf('政府信息公开申请表', facts);
}

const actorOf = ({ row }: ShownEvent): string =>
  row.actor === 'applicant' ? '申请人' : (row.display_name ?? '系统');

const titleOf = ({ event }: ShownEvent): string =>
  event.type === 'register' ? '登记申请' : TRANSITIONS[event.type].title;

/** The kind of the letter that went with an event; empty where none did. */
function sentKind({ letters }: ShownCase, { event }: ShownEvent): string {
  const letterId = 'letterId' in event ? event.letterId : undefined;
  return letters.find(({ letter_id }) => letter_id === letterId)?.kind ?? '';
}

function eventRow(shown: ShownCase, one: ShownEvent, box: SecretBox): SafeHtml {
  const texts = textWords(one.event, openTexts(box, one.row), sentKind(shown, one));
  const words = [factWords(one.event), ...texts].filter((text) => text !== '').join('\n');
  return html`<tr><td>${one.row.sequence}</td><td>${one.event.on}</td><td>${titleOf(one)}</td>
<td>${words}</td><td>${actorOf(one)}</td><td>${civilMinuteAt(one.row.recorded_at)}</td></tr>
`;
}

const eventTable = (
  shown: ShownCase,
  events: readonly ShownEvent[],
  box: SecretBox,
): SafeHtml => html`<table><thead><tr>
<th>序号</th><th>日期</th><th>事项</th><th>内容</th><th>办理人</th><th>记录时间</th></tr></thead><tbody>
${events.map((one) => eventRow(shown, one, box))}</tbody></table>`;

/** Everything that happened, in its order. */
export const courseSheet = (shown: ShownCase, box: SecretBox): Buffer =>
  pageOf(
    '办理过程',
    html`<p>当前状态：${STATUSES[shown.state.status]}。共${shown.events.length}项。</p>${eventTable(shown, shown.events, box)}`,
  );

/** Some of the events under a title of their own; `null`: there are none. */
export function eventSheet(
  shown: ShownCase,
  box: SecretBox,
  title: string,
  isWanted: (event: ShownEvent['event']) => boolean,
): Buffer | null {
  const wanted = shown.events.filter(({ event }) => isWanted(event));
  return wanted.length === 0 ? null : pageOf(title, eventTable(shown, wanted, box));
}

/** 检索记录: where, with which words, how long, what was found. */
export const searchSheet = (shown: ShownCase, box: SecretBox): Buffer | null =>
  eventSheet(shown, box, '检索记录', ({ type }) => type === 'logSearch');

/** 遮盖记录: what was withheld of what was given, on which ground and why (条例37). */
export function redactionSheet(files: readonly ShownFile[]): Buffer | null {
  const redacted = files.filter(({ row, redaction }) => row.use === 'released' && redaction !== null);
  if (redacted.length === 0) return null;
  return pageOf(
    '遮盖记录',
    html`${redacted.map(
      ({ name, redaction }) => html`<h2>${name}</h2>
<p>由“${redaction?.sourceName ?? ''}”遮盖。</p>
<table><thead><tr><th>编号</th><th>页</th><th>依据</th><th>理由</th></tr></thead><tbody>
${(redaction?.marks ?? []).map(
  ({ label, page, ground, reason }) => html`<tr><td>${label}</td><td>${page}</td>
<td>${REDACTION_GROUNDS[ground].title}（${REDACTION_GROUNDS[ground].article}）</td><td>${reason}</td></tr>
`,
)}</tbody></table>`,
    )}`,
  );
}

/** The events as they are kept, for programs. */
export const eventsJson = ({ events }: ShownCase, box: SecretBox): Buffer =>
  Buffer.from(
    `${JSON.stringify(
      events.map(({ row, event }) => ({
        sequence: row.sequence,
        recordedAt: row.recorded_at.toISOString(),
        actor: row.actor,
        ...event,
        texts: openTexts(box, row),
      })),
      null,
      1,
    )}\n`,
  );
