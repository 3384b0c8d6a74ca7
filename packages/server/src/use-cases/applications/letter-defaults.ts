import { SUPPLY_FORMS, SUPPLY_WAYS } from '@zhaoshi/domain/application/application-form';
import { addWorkingDays } from '@zhaoshi/domain/calendar/working-days';
import { fieldsOfDraft } from '@zhaoshi/domain/letter/act-letters';
import { courseWords } from '@zhaoshi/domain/letter/course-words';
import type { LetterFieldValues } from '@zhaoshi/domain/letter/letter-field';
import { LETTER_KINDS, type LetterKind } from '@zhaoshi/domain/letter/letter-kinds';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { closingFields, type PlanningSource } from './planned-letters.ts';
import { openTexts, type ShownCase } from './show-case.ts';
import { letterFieldsOf, showCaseFiles } from './show-case-files.ts';

const isReply = (kind: LetterKind): boolean => LETTER_KINDS[kind].clock === 'stop';

const given = (fields: Readonly<Record<string, string | null | undefined>>): LetterFieldValues =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]): readonly [string, string][] =>
      value === null || value === undefined || value === '' ? [] : [[key, value]],
    ),
  );

/** Of a repeated application: when and by which letter the earlier one was answered. */
async function earlierReply(database: Kysely<Schema>, { row, state }: ShownCase): Promise<LetterFieldValues> {
  const link = state.links.findLast(({ relation }) => relation === 'duplicateOf');
  if (link === undefined) return {};
  const earlier = await database
    .selectFrom('application')
    .select(['result_on', 'letter_number'])
    .where('region_id', '=', row.region_id)
    .where('application_id', '=', link.otherId)
    .executeTakeFirst();
  return given({ repliedOn: earlier?.result_on, earlierNumber: earlier?.letter_number });
}

/** What a reply says that the file holds: the course, the way of supply, what goes with it and what is withheld. */
async function replyDefaults(
  database: Kysely<Schema>,
  shown: ShownCase,
  { form }: PlanningSource,
  kind: LetterKind,
  box: SecretBox,
): Promise<LetterFieldValues> {
  const { enclosures, ...withheld } = letterFieldsOf(await showCaseFiles(database, shown.row, box));
  const you = form.applicant.kind === 'naturalPerson' ? '您' : '贵单位';
  return given({
    course: courseWords(
      shown.events.map(({ event }) => event),
      you,
    ),
    suppliedAs: `${SUPPLY_FORMS[form.supplyForm]}，${SUPPLY_WAYS[form.supplyWay]}`,
    enclosures,
    // Other replies have reasons of their own (条例37 is about parts).
    ...(kind === 'replyLetter.partiallyGranted' && withheld),
  });
}

/** What was written for the same purpose before. */
function earlierWords(shown: ShownCase, { act }: PlanningSource, box: SecretBox): LetterFieldValues {
  if (act.type !== 'approveExtension') return {};
  const proposed = shown.events.findLast(({ event }) => event.type === 'proposeExtension');
  return given({
    days: shown.state.extensionProposed?.toString(),
    reason: proposed && openTexts(box, proposed.row)['reason'],
  });
}

function periods({ act, rules }: PlanningSource): LetterFieldValues {
  const { settings, calendar } = rules;
  if (act.type === 'noticeCorrection') return { days: String(settings('application.correctionDays')) };
  if (act.type === 'tellDue') return { reason: '国务院办公厅公布了节假日安排，工作日随之变动。' };
  const days = settings('application.organConsultationDays');
  if (act.type !== 'sendConsultation' || act.kind !== 'organConsultation' || days === 0) return {};
  return { replyBy: addWorkingDays(calendar, act.on, days).date };
}

/** What the case, its draft and the settings say already for the fields of a letter. */
export async function letterDefaults(
  database: Kysely<Schema>,
  shown: ShownCase,
  source: PlanningSource,
  kind: LetterKind,
  box: SecretBox,
): Promise<LetterFieldValues> {
  return {
    ...periods(source),
    ...closingFields(source),
    ...earlierWords(shown, source, box),
    ...(isReply(kind) && {
      ...(await replyDefaults(database, shown, source, kind, box)),
      ...(await earlierReply(database, shown)),
    }),
    // What was written into the draft goes before what the machine proposes.
    ...(source.act.type === 'draftReply' && fieldsOfDraft(source.draftTexts)),
  };
}
