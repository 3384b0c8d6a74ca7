import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import {
  type GazetteNumber,
  gazetteName,
  gazetteNumberWords,
  gazetteTotalWords,
  refuseGazette,
} from '@zhaoshi/domain/disclosure/channels/gazette';
import { type DocumentBody, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import { withoutTitle } from '@zhaoshi/domain/disclosure/without-title';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { type CivilDate, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { type GazetteIssue, writeGazettePdf } from '@zhaoshi/report-files/gazettes/write-gazette-pdf';
import { type StoredFile, takeIn } from '../../adapters/files/take-in.ts';
import { contentOf } from '../../db/queries/documents.ts';
import { chosenForGazette } from '../../db/queries/gazettes.ts';
import { findOrgan, type OrganIds } from '../../db/queries/organs.ts';
import type { PublicEdition } from '../../db/queries/public-editions.ts';
import type { Services } from '../../services.ts';
import type { ChangeContext } from '../context.ts';
import { insertDocument } from '../documents/insert-document.ts';
import { rejectionOfFile } from '../files/rejection-of-file.ts';
import { insertFile } from '../files/upload-file.ts';
import { signatureOf } from './poster-of.ts';

export interface MakeGazette extends OrganIds, GazetteNumber {
  readonly datedOn: CivilDate;
  /** In the order of printing. */
  readonly documentIds: readonly string[];
}

function issueOf(organName: string, command: MakeGazette, editions: readonly PublicEdition[]): GazetteIssue {
  return {
    name: gazetteName(organName),
    numberWords: gazetteNumberWords(command),
    totalWords: gazetteTotalWords(command),
    imprint: [`主办：${organName}`, chineseDate(command.datedOn)],
    items: editions.map((edition) => {
      const content = contentOf(edition);
      return {
        title: edition.title,
        documentNumber: edition.document_number,
        body: withoutTitle(content.body, edition.title),
        attachments: content.attachments.map(({ name }) => name),
        signature: signatureOf(content, edition.organ_name),
        record: `索引号：${edition.index_number}　发布日期：${civilMinuteAt(edition.visible_from)}　核验码：${edition.check_code}`,
      };
    }),
  };
}

const contentsBody = (editions: readonly PublicEdition[]): DocumentBody => ({
  type: 'doc',
  content: [
    paragraphOf('本期目录：'),
    ...editions.map(({ title, document_number }, index) =>
      paragraphOf(`${index + 1}．${title}${document_number === '' ? '' : `（${document_number}）`}`),
    ),
  ],
});

/** The draft that publishes the issue; who reviews it may change all of it. */
const draftOf = (
  issue: GazetteIssue,
  { datedOn }: MakeGazette,
  editions: readonly PublicEdition[],
  fileId: string,
): DocumentContent => ({
  ...EMPTY_CONTENT,
  kind: 'other',
  title: `${issue.name}${issue.numberWords}`,
  createdOn: datedOn,
  dateOfDocument: datedOn,
  abstract: `本期登载文件${editions.length}件。`,
  subjectCategory: '综合政务\\政务公开',
  keywords: ['政府公报'],
  disclosureClass: 'proactive',
  catalogCode: 'a20.15',
  body: contentsBody(editions),
  attachments: [{ fileId, name: `${issue.name}${issue.numberWords}.pdf` }],
});

/** The chosen documents in their order; a rejection names none that is not the government's own and public. */
async function chosen(
  { database }: Pick<ChangeContext, 'database'>,
  command: MakeGazette,
): Promise<Result<readonly PublicEdition[], Rejection>> {
  const found = new Map(
    (await chosenForGazette(database, command, command.documentIds)).map((row) => [row.document_id, row]),
  );
  const editions = [...new Set(command.documentIds)].map((documentId) => found.get(documentId));
  if (editions.some((edition) => edition === undefined)) {
    const detail =
      '公报只登载本级政府及其办公厅（室）已经公开的规章、行政规范性文件；所选文件中有不符合的，或者已经撤回。没有生成公报，请刷新后重新选择。';
    return err({ code: 'state-refuses', detail });
  }
  return ok(editions.filter((edition) => edition !== undefined));
}

type MakeContext = ChangeContext & { readonly services: Pick<Services, 'files' | 'secretBox'> };

async function keep(
  context: MakeContext,
  command: MakeGazette,
  given: {
    readonly issue: GazetteIssue;
    readonly editions: readonly PublicEdition[];
    readonly stored: StoredFile;
  },
) {
  const { change, caller, now, newId } = context;
  const { regionId, organId, year, number, total, datedOn } = command;
  const { issue, editions, stored } = given;
  return await change(async (transaction) => {
    const organ = await findOrgan(transaction, { regionId, organId });
    if (organ === undefined || !context.reaches(organ.path)) return err({ code: 'not-found' });
    const same = await transaction
      .selectFrom('gazette_issue')
      .select('issue_id')
      .where('region_id', '=', regionId)
      .where('organ_id', '=', organId)
      .where('issue_year', '=', year)
      .where('number', '=', number)
      .executeTakeFirst();
    if (same !== undefined)
      return err({ code: 'conflict', detail: `${issue.numberWords}已经编过，请换一个期号。` });
    const at = now();
    const fileId = await insertFile(transaction, { regionId, organId }, stored, context);
    const documentId = newId();
    const inserted = await insertDocument(transaction, {
      ids: { regionId, organId, documentId },
      path: organ.path,
      content: draftOf(issue, command, editions, fileId),
      writer: caller.accountId,
      at,
    });
    if (!inserted.ok) return inserted;
    const issueId = newId();
    await transaction
      .insertInto('gazette_issue')
      .values({
        region_id: regionId,
        issue_id: issueId,
        organ_id: organId,
        issue_year: year,
        number,
        total,
        dated_on: datedOn,
        file_id: fileId,
        document_id: documentId,
        made_by: caller.accountId,
        made_at: at,
      })
      .execute();
    await transaction
      .insertInto('gazette_item')
      .values(
        editions.map(({ document_id, edition }, place) => ({
          region_id: regionId,
          issue_id: issueId,
          place: place + 1,
          document_id,
          edition,
        })),
      )
      .execute();
    return ok({
      value: { regionId, issueId, documentId, storageKey: stored.storageKey },
      subject: `gazetteIssue/${issueId}`,
      organPath: organ.path,
      details: { year, number, documents: editions.length, document: documentId },
    });
  });
}

/**
 * Sets an issue of the gazette and keeps it as a draft with the file attached, which goes through the usual review:
 * nothing of it is public before (publication.md §12).
 */
export async function makeGazette(
  context: MakeContext,
  command: MakeGazette,
): Promise<
  Result<{ readonly regionId: string; readonly issueId: string; readonly documentId: string }, Rejection>
> {
  const { database, reaches, services } = context;
  const organ = await findOrgan(database, command);
  if (organ === undefined || !reaches(organ.path)) return err({ code: 'not-found' });
  const refused = refuseGazette(organ.kind);
  if (refused !== null) return err({ code: 'state-refuses', detail: refused });
  const editions = await chosen(context, command);
  if (!editions.ok) return editions;
  const issue = issueOf(organ.name, command, editions.value);
  const bytes = await writeGazettePdf(issue);
  const upload = {
    name: `${issue.name}${issue.numberWords}.pdf`,
    stream: Readable.from([Buffer.from(bytes)]),
  };
  const taken = await takeIn(services.files, upload);
  if (!taken.ok) return err(rejectionOfFile(taken.error));
  const kept = await keep(context, command, { issue, editions: editions.value, stored: taken.value });
  // Refused, or a repetition of a call that was answered before: then these bytes have no row, and never will.
  if (!kept.ok || kept.value.storageKey !== taken.value.storageKey) {
    await services.files.storage.remove(taken.value.storageKey);
  }
  if (!kept.ok) return kept;
  const { regionId, issueId, documentId } = kept.value;
  return ok({ regionId, issueId, documentId });
}
