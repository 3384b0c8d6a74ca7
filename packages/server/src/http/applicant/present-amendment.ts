import { AMENDMENT_STATUSES } from '@zhaoshi/domain/application/record-amendment';
import { toldDateText } from '@zhaoshi/domain/calendar/provisional-words';
import type { OwnAmendment, OwnLetter } from '@zhaoshi/portal/applicant/own-case';
import { followLetterFilePath, followLetterPath } from '@zhaoshi/portal/paths';
import { amendmentLetter, findAmendment } from '../../db/queries/record-amendments.ts';
import type { Followed } from '../../use-cases/applicants/find-own-case.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { openDecision, openRequest } from '../../use-cases/record-amendments/amendment-seal.ts';
import { LETTER_FORMATS } from './present-own-case.ts';
import { signedLink } from './signed-link.ts';
import type { ApplicantTools } from './tools.ts';

interface Following {
  readonly followed: Followed;
  readonly token: string;
}

const idsOf = ({ regionId, id }: Followed) => ({ regionId, amendmentId: id });

type LetterRow = NonNullable<Awaited<ReturnType<typeof amendmentLetter>>>;

const presentLetterRow = (tools: ApplicantTools, row: LetterRow, token: string): OwnLetter => ({
  title: openLetter(tools.context.services.secretBox, row).title,
  documentNumber: row.document_number,
  issuedOn: row.issued_on,
  path: followLetterPath(row.letter_id),
  downloads: LETTER_FORMATS.map(({ format, name }) => ({
    name,
    path: signedLink(tools, followLetterFilePath(row.letter_id, format), token),
  })),
  confirm: null,
});

/** A request to have one's own record put right, as whoever made it sees it. */
export async function loadAmendment(
  tools: ApplicantTools,
  { followed, token }: Following,
): Promise<OwnAmendment> {
  const { database, services } = tools.context;
  const row = await findAmendment(database, idsOf(followed));
  if (row === undefined) throw new Error('a request that is followed is there');
  const letter = await amendmentLetter(database, idsOf(followed));
  return {
    number: row.receipt_number,
    organName: row.organ_name,
    status: AMENDMENT_STATUSES[row.status],
    receivedOn: row.received_on,
    due: toldDateText({ date: row.due_on, provisional: row.is_provisional }),
    record: openRequest(services.secretBox, row).record,
    organInCharge: openDecision(services.secretBox, row)?.texts.organInCharge ?? null,
    letter: letter === undefined ? null : presentLetterRow(tools, letter, token),
  };
}

/** The letter of a request with how it is listed, and keeps when it was first opened; `null` when it is none of it. */
export async function seenAmendmentLetter(tools: ApplicantTools, { followed, token }: Following, id: string) {
  const { database, services, now } = tools.context;
  const row = await amendmentLetter(database, idsOf(followed));
  if (row === undefined || row.letter_id !== id) return null;
  await database
    .updateTable('record_amendment_letter')
    .set({ seen_at: now() })
    .where('region_id', '=', row.region_id)
    .where('letter_id', '=', id)
    .where('seen_at', 'is', null)
    .execute();
  return { letter: openLetter(services.secretBox, row), listed: presentLetterRow(tools, row, token) };
}
