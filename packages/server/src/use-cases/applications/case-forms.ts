import { REVIEWS } from '@zhaoshi/domain/application/act';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { DELIVERY_WAYS, type DeliveryWay } from '@zhaoshi/domain/delivery/delivery';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { Result } from '@zhaoshi/domain/kernel/result';
import type { MissingField } from '@zhaoshi/domain/letter/check-letter';
import { composeLetter } from '@zhaoshi/domain/letter/compose-letter';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { LetterFieldValues } from '@zhaoshi/domain/letter/letter-field';
import type { Kysely } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { Schema } from '../../db/schema.ts';
import { wantsElectronic } from './letter-facts.ts';
import { factsToday } from './letter-source.ts';
import { openForm, openTexts, type ShownCase } from './show-case.ts';

interface FormContext {
  readonly box: SecretBox;
  readonly now: Date;
}

type ShownEvent = ShownCase['events'][number];

/** An opinion with who gave it and when; the rest is signed by hand. */
function opinionOf(box: SecretBox, found: ShownEvent | undefined, agreed: string): string {
  if (found === undefined) return '';
  const { row, event } = found;
  const words = openTexts(box, row)['opinion']?.trim() || agreed;
  return `${words}（${row.display_name ?? '系统'}，${chineseDate(event.on)}）`;
}

/** What the sheet says of the draft: what is proposed, on which ground, and what each review found. */
function sheetFields({ events, state }: ShownCase, box: SecretBox): LetterFieldValues | null {
  if (state.draft === null) return null;
  const { title, article } = OUTCOMES[state.draft.outcome];
  const drafted = events.findLastIndex(({ event }) => event.type === 'draftReply');
  const since = events.slice(drafted);
  const texts = since[0] === undefined ? {} : openTexts(box, since[0].row);
  const review = (kind: keyof typeof REVIEWS): ShownEvent | undefined =>
    since.findLast(({ event }) => event.type === 'reviewReply' && event.review === kind);
  const submitted = since.findLast(({ event }) => event.type === 'submitReply');
  const opinion = submitted === undefined ? '' : (openTexts(box, submitted.row)['opinion'] ?? '');
  const approval = since.findLast(({ event }) => event.type === 'approveReply');
  const reason = texts['letter.reason']?.trim() ?? '';
  return {
    proposal: [title, reason, texts['note'] ?? '', opinion]
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .join('\n'),
    // Practice only: the regulation has no article for it, and the officer names the rule in the letter.
    article: article || texts['letter.basis']?.trim() || '由承办人填写',
    legalReview: opinionOf(box, review('legal'), '合法性审核通过。'),
    secrecyReview: opinionOf(box, review('secrecy'), '保密审查通过。'),
    decision: opinionOf(box, approval, '同意。'),
  };
}

/** 审查呈批单 of the reply as it is drafted; `null` while there is none. */
export async function approvalSheet(
  database: Kysely<Schema>,
  shown: ShownCase,
  context: FormContext,
): Promise<Result<Letter, readonly MissingField[]> | null> {
  const fields = sheetFields(shown, context.box);
  if (fields === null) return null;
  const facts = await factsToday(database, shown, context);
  return composeLetter('approvalSheet', { ...facts, documentNumber: null, addressee: '' }, fields);
}

/** The way that the applicant's form asks for; how it went is written when it is delivered. */
function wayTitle(delivered: DeliveryWay | null, shown: ShownCase, box: SecretBox): string {
  if (delivered !== null) return DELIVERY_WAYS[delivered].title;
  const form = openForm(box, shown.row);
  if (wantsElectronic(form)) return DELIVERY_WAYS.electronic.title;
  return form.supplyWay === 'post' ? DELIVERY_WAYS.post.title : DELIVERY_WAYS.direct.title;
}

/** 送达回证 of a letter, to be signed on receipt. */
export async function proofOfDelivery(
  database: Kysely<Schema>,
  shown: ShownCase,
  sent: { readonly letter: Letter; readonly way: DeliveryWay | null },
  context: FormContext,
): Promise<Result<Letter, readonly MissingField[]>> {
  const { letter, way } = sent;
  const facts = await factsToday(database, shown, context);
  return composeLetter(
    'proofOfDelivery',
    { ...facts, documentNumber: null, addressee: '' },
    {
      letterName: letter.title,
      letterNumber: letter.documentNumber ?? '',
      recipient: letter.addressee ?? '',
      deliveryWay: wayTitle(way, shown, context.box),
    },
  );
}
