import type { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { AMENDMENT_CHANNELS, AMENDMENT_STATUSES } from '@zhaoshi/domain/application/record-amendment';
import { DELIVERY_WAYS } from '@zhaoshi/domain/delivery/delivery';
import { civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { html } from '@zhaoshi/domain/kernel/html';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import {
  type AmendmentIds,
  type AmendmentRow,
  amendmentFiles,
  amendmentLetter,
  amendmentSubject,
  findAmendment,
} from '../../db/queries/record-amendments.ts';
import type { Services } from '../../services.ts';
import { areThere, GONE } from '../applications/case-file/are-there.ts';
import { factsTable, fromBytes, pageOf } from '../applications/case-file/bundle-part.ts';
import { letterParts, numbered, type Unnumbered } from '../applications/case-file/numbered-parts.ts';
import { writeBundle } from '../applications/case-file/write-bundle.ts';
import { openLetter } from '../applications/letter-seal.ts';
import type { ChangeContext } from '../context.ts';
import { fileFacts, openContent, type StoredColumns } from '../files/sealed-file.ts';
import { openDecision, openRequest } from './amendment-seal.ts';

type ExportContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };
type LetterRow = NonNullable<Awaited<ReturnType<typeof amendmentLetter>>>;

export interface ExportedAmendment {
  readonly number: string;
  readonly content: Readable;
}

interface Source {
  readonly row: AmendmentRow;
  readonly files: readonly { readonly row: StoredColumns }[];
  readonly letter: LetterRow | undefined;
  readonly services: ExportContext['services'];
  readonly at: Date;
}

function page(
  { at }: Source,
  { section, title }: Pick<Unnumbered, 'section' | 'title'>,
  content: Parameters<typeof pageOf>[1],
): Unnumbered {
  const open = () => Promise.resolve(fromBytes(pageOf(title, content)));
  return { section, kind: title, name: 'x.html', title, on: civilDateAt(at), open };
}

function requestPage(source: Source): Unnumbered {
  const { row, services } = source;
  const request = openRequest(services.secretBox, row);
  const { title, received } = AMENDMENT_CHANNELS[row.channel];
  const facts = factsTable([
    ['受理号', row.receipt_number],
    ['受理机关', row.organ_name],
    ['提交方式', title],
    [`收到日期（${received}）`, row.received_on],
    ['申请人', request.name],
    ['证件号码', request.identityNumber],
    ['联系电话', request.phone],
    ['哪一项信息', request.record],
    ['不准确的内容，正确的内容', request.fault],
  ]);
  return page(source, { section: 'application', title: '更正申请表' }, facts);
}

/** The decision, the letter's deliveries on paper, and when the applicant opened it on the portal. */
function recordPage(source: Source): Unnumbered {
  const { row, letter, services } = source;
  const kept = openDecision(services.secretBox, row);
  const deliveries = kept?.deliveries ?? [];
  const seen = letter?.seen_at ?? null;
  const facts = factsTable([
    ['办理期限', row.due_on],
    ['办理结果', AMENDMENT_STATUSES[row.status]],
    ['决定日期', row.decided_on],
    ['决定人', row.decided_by_name],
    ['审核情况', kept?.texts.reason ?? null],
    ['有权更正的行政机关', kept?.texts.organInCharge ?? null],
    ['该机关的联系方式', kept?.texts.organContact ?? null],
    ['申请人第一次在网上查看文书', seen === null ? '没有查看' : civilMinuteAt(seen)],
  ]);
  const rows = deliveries.map(
    ({
      way,
      on,
      evidence,
    }) => html`<tr><td>${DELIVERY_WAYS[way].title}</td><td>${on}</td><td>${evidence}</td></tr>
`,
  );
  const table = html`<h2>纸质送达</h2><table><thead><tr><th>方式</th><th>日期</th><th>凭证</th></tr></thead><tbody>
${rows}</tbody></table>`;
  return page(
    source,
    { section: 'record', title: '办理和送达记录' },
    deliveries.length === 0 ? facts : html`${facts}${table}`,
  );
}

function evidence({ row, files, services }: Source): readonly Unnumbered[] {
  return files.map(({ row: file }) => {
    const { name } = fileFacts(services.secretBox, file);
    const open = async (): Promise<Readable> => {
      const content = await openContent(services, file);
      if (content === null) throw new Error('the evidence of a request is missing from the storage');
      return content;
    };
    const kind = '证据材料';
    return { section: 'application', kind, name, title: `${kind}：${name}`, on: row.received_on, open };
  });
}

function letters({ letter: row, services }: Source): readonly Unnumbered[] {
  if (row === undefined) return [];
  const letter = openLetter(services.secretBox, row);
  return letterParts('letters', letter, `${letter.title}${row.document_number ?? ''}`);
}

/** Hands out all of a decided request as one file (一申请一卷, applications.md §15); the trail says so before it leaves. */
export async function exportAmendment(
  context: ExportContext,
  ids: AmendmentIds,
): Promise<Result<ExportedAmendment, Rejection>> {
  const { database, services, reaches, now, change } = context;
  const row = await findAmendment(database, ids);
  if (row === undefined || !reaches(row.path)) return err({ code: 'not-found' });
  if (row.status === 'received')
    return err({ code: 'state-refuses', detail: '这件更正申请还没有决定，决定以后才能导出案卷。' });
  const files = (await amendmentFiles(database, ids)).map((file) => ({ row: file }));
  if (!(await areThere(services, files))) return err(GONE);
  const source = { row, files, letter: await amendmentLetter(database, ids), services, at: now() };
  const parts = numbered([requestPage(source), ...evidence(source), ...letters(source), recordPage(source)]);
  const subject = amendmentSubject(ids.amendmentId);
  const noted = await change(() =>
    Promise.resolve(ok({ value: null, subject, organPath: row.path, details: { parts: parts.length } })),
  );
  if (!noted.ok) return noted;
  const head = { registrationNumber: row.receipt_number, organName: row.organ_name, exportedAt: source.at };
  return ok({ number: row.receipt_number, content: writeBundle(head, parts) });
}
