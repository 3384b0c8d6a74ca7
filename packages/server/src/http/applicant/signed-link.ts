import { timingSafeEqual } from 'node:crypto';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import type { ApplicantTools } from './tools.ts';

/** How long a link to a file can be used. */
const LIFE_MS = 15 * MINUTE_MS;

const signatureOf = ({ context }: ApplicantTools, path: string, session: string, until: number): string =>
  context.services.secretBox.keyedHash(JSON.stringify([path, session, until]), 'applicant-link');

/** The path with the end of its life and a signature, good for this session alone. */
export function signedLink(tools: ApplicantTools, path: string, session: string): string {
  const until = tools.context.now().getTime() + LIFE_MS;
  return `${path}?until=${until}&sign=${signatureOf(tools, path, session, until)}`;
}

/** Whether the link was made here for this session and is not over. */
export function isSignedLink(
  tools: ApplicantTools,
  path: string,
  session: string,
  { until, sign }: { readonly until?: unknown; readonly sign?: unknown },
): boolean {
  if (typeof until !== 'string' || typeof sign !== 'string' || !/^\d{1,15}$/.test(until)) return false;
  if (Number(until) <= tools.context.now().getTime()) return false;
  const expected = Buffer.from(signatureOf(tools, path, session, Number(until)));
  const given = Buffer.from(sign);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
