import { randomBytes, randomInt } from 'node:crypto';
import { foldAnswer, makeQuestion } from '@zhaoshi/domain/application/human-question';
import { HOUR_MS } from '@zhaoshi/domain/kernel/durations';
import { z } from 'zod';
import { hashSessionToken } from '../identity/session-token.ts';
import type { ApplicantContext } from './draft.ts';

/** Slow readers need time; a question is good for one answer whenever it comes. */
export const QUESTION_LIFE_MS = 2 * HOUR_MS;
const PURPOSE = 'human-question';
const NONCE_BYTES = 16;

const ticketShape = z.object({
  answers: z.array(z.string()),
  nonce: z.string(),
  until: z.number(),
  asker: z.string(),
});

/**
 * A question for the browser of a token, with the ticket that brings it back: sealed, so that neither answer nor time
 * can be read or changed; nothing is stored until it is used.
 */
export function askHuman(
  { now, services }: Pick<ApplicantContext, 'now' | 'services'>,
  token: string,
): { readonly text: string; readonly ticket: string } {
  const { text, answers } = makeQuestion(randomInt);
  const content: z.infer<typeof ticketShape> = {
    answers: [...answers],
    nonce: randomBytes(NONCE_BYTES).toString('hex'),
    until: now().getTime() + QUESTION_LIFE_MS,
    asker: hashSessionToken(token),
  };
  return { text, ticket: services.secretBox.seal(JSON.stringify(content), PURPOSE) };
}

function openTicket({ services }: Pick<ApplicantContext, 'services'>, ticket: string) {
  try {
    return ticketShape.parse(JSON.parse(services.secretBox.open(ticket, PURPOSE)));
  } catch {
    // Not ours, or changed on the way.
    return null;
  }
}

interface Answered {
  readonly ticket: string;
  readonly answer: string;
}

/** A question that was asked here, of this browser, and whose time is not over. */
function askedInTime(
  context: Pick<ApplicantContext, 'now' | 'services'>,
  token: string,
  ticket: string,
): z.infer<typeof ticketShape> | null {
  const asked = openTicket(context, ticket);
  if (asked === null || asked.until <= context.now().getTime()) return null;
  return asked.asker === hashSessionToken(token) ? asked : null;
}

/**
 * What tells a rightly answered question from every other one; nothing of the answer is stored. Whoever takes something
 * in by it takes it in once for each question.
 *
 * @returns `null` when the answer is wrong or too late
 */
export function rightAnswerOf(
  context: Pick<ApplicantContext, 'now' | 'services'>,
  token: string,
  { ticket, answer }: Answered,
): string | null {
  const asked = askedInTime(context, token, ticket);
  return asked?.answers.includes(foldAnswer(answer)) === true ? asked.nonce : null;
}

/** Whether the answer is right, of a question that was asked here, in time, of this browser, and answered only once. */
export async function isHumanAnswer(
  context: ApplicantContext,
  token: string,
  { ticket, answer }: Answered,
): Promise<boolean> {
  const { database, now } = context;
  const at = now();
  const asked = askedInTime(context, token, ticket);
  if (asked === null) return false;
  await database.deleteFrom('used_question').where('expires_at', '<=', at).execute();
  // Right or wrong, it is used up.
  const used = await database
    .insertInto('used_question')
    .values({ question_hash: hashSessionToken(asked.nonce), expires_at: new Date(asked.until) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return used.numInsertedOrUpdatedRows === 1n && asked.answers.includes(foldAnswer(answer));
}
