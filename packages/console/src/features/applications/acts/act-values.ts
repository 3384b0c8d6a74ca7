import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { actCommand } from '@zhaoshi/contract/routes/application-acts';
import type { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import type { ActType } from '@zhaoshi/domain/application/act';
import type { ShownCase } from '../shown-application.ts';
import { consulteeOf, openLetters, replyLetters, type SentLetter, sentLetters } from '../workbench-case.ts';
import { ACT_FIELDS, type ActField } from './act-fields.ts';
import { type ActFacts, type EnteredTexts, textOf } from './entered.ts';

/** What the form of an act holds, everything as it is entered. */
export interface ActValues {
  readonly act: ActFacts;
  readonly texts: EnteredTexts;
}

/** An act whose form is open. */
export interface OpenedAct {
  readonly type: ActType;
  /** What its form begins with besides what the case says. */
  readonly given: ActValues;
}

export const NOTHING_GIVEN: ActValues = { act: {}, texts: {} };

/** The values with what was given; it is what the person asked for last. */
export const withGiven = (values: ActValues, given: ActValues): ActValues => ({
  act: { ...values.act, ...given.act },
  texts: { ...values.texts, ...given.texts },
});

export type ActBody = RouteRequest<typeof applicationRoutes.act>['body'];

/** "1080.5" as 分; `undefined` when it is no amount. */
export function fenOf(yuan: unknown): number | undefined {
  const [, whole, part = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(textOf(yuan).trim()) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

const yuanOf = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/** Where only one thing can be meant, it is chosen. */
const onlyOne = (ids: readonly string[]): string | undefined => (ids.length === 1 ? ids[0] : undefined);

/** What only tells the applicant something starts no period by its delivery. */
const runsPeriod = ({ kind }: SentLetter): boolean =>
  kind !== 'acknowledgement' && kind !== 'consultationNotice';

/** Of the reviews: whether it has been passed already. */
const isReviewed = ({ key }: ActField, id: string, { draft }: ShownCase): boolean =>
  key === 'review' && draft !== null && draft.reviews.includes(id);

function initialFact(field: ActField, shown: ShownCase): unknown {
  switch (field.kind) {
    case 'number':
      return field.initial;
    case 'choice':
      return (
        field.initial ?? onlyOne(Object.keys(field.options).filter((id) => !isReviewed(field, id, shown)))
      );
    case 'yuan':
      return shown.fee === null ? undefined : yuanOf(shown.fee.amount);
    case 'letter':
      return onlyOne(
        openLetters(shown)
          .filter(runsPeriod)
          .map(({ letterId }) => letterId),
      );
    case 'anyLetter':
      return onlyOne(sentLetters(shown).map(({ letterId }) => letterId));
    case 'replyLetter':
      return onlyOne(replyLetters(shown).map(({ letterId }) => letterId));
    case 'consultation':
      return onlyOne(shown.openConsultations.map(({ consultationId }) => consultationId));
    case 'overruled':
      return shown.overruled.find(({ noticeId }) => noticeId === null)?.consultationId;
    case 'assistance':
      return onlyOne(shown.openAssistance);
    case 'outcome':
      return shown.draft?.outcome;
    default:
      return undefined;
  }
}

/** Words written before that this act begins with: a draft goes on, an extension keeps the reason it was asked for. */
const GOES_ON: Readonly<Partial<Record<ActType, ActType>>> = {
  draftReply: 'draftReply',
  approveExtension: 'proposeExtension',
};

const earlierTexts = (type: ActType, { events }: ShownCase): Readonly<Record<string, string>> =>
  events.findLast((event) => event.type === GOES_ON[type])?.texts ?? {};

/** What a fact that was chosen says of the others: who does not answer has no opinion, who is told has a name. */
export function followingValues(type: ActType, chosen: Partial<ActFacts>, shown: ShownCase): ActValues {
  const { how, consultationId } = chosen;
  const consultee = type === 'notifyThirdParty' ? consulteeOf(textOf(consultationId), shown) : '';
  return {
    act: { ...(how === 'lapse' && { opinion: 'none' }) },
    texts: { ...(consultee !== '' && { consultee }) },
  };
}

/** Who fills the form in, and on which day. */
export interface Filler {
  readonly today: string;
  readonly name: string;
}

/** What the form of an act begins with. */
export function initialValues(type: ActType, shown: ShownCase, { today, name }: Filler): ActValues {
  const facts = ACT_FIELDS[type].map((field): [string, unknown] => [field.key, initialFact(field, shown)]);
  const { extensionProposed } = shown.clock;
  const following = followingValues(type, Object.fromEntries(facts), shown);
  return {
    act: {
      ...Object.fromEntries(facts),
      on: type === 'correctReceipt' ? (shown.receiptDate ?? today) : today,
      ...(type === 'noticeCorrection' && { days: shown.correctionDays }),
      ...(type === 'archive' && { retentionYears: shown.retentionYears }),
      ...(type === 'approveExtension' && extensionProposed !== null && { days: extensionProposed }),
    },
    texts: {
      ...earlierTexts(type, shown),
      ...following.texts,
      ...(type === 'logSearch' && { person: name }),
    },
  };
}

const sent = (field: ActField, act: ActFacts): unknown =>
  field.kind === 'yuan' ? fenOf(act[field.key]) : act[field.key];

const factsOf = (type: ActType, act: ActFacts): Readonly<Record<string, unknown>> => ({
  type,
  on: act['on'],
  ...Object.fromEntries(ACT_FIELDS[type].map((field) => [field.key, sent(field, act)])),
});

/** What is written, without what is empty. */
const wordsOf = (texts: EnteredTexts): EnteredTexts =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([key, value]): [string, string] => [key, textOf(value).trim()])
      .filter(([, value]) => value !== ''),
  );

/** The body that the route takes; `null` while a fact is missing or is none. */
export function bodyOf(type: ActType, values: ActValues): ActBody | null {
  const parsed = actCommand.safeParse({ act: factsOf(type, values.act), texts: wordsOf(values.texts) });
  return parsed.success ? parsed.data : null;
}
