import { timingSafeEqual } from 'node:crypto';
import type { FormValues } from '@zhaoshi/domain/application/web-form';
import type { SafeHtml } from '@zhaoshi/domain/kernel/html';
import { TOKEN_FIELD } from '@zhaoshi/portal/applicant/form';
import type { PageFrame } from '@zhaoshi/portal/layout';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../services.ts';
import type { UseCaseContext } from '../../use-cases/context.ts';
import { displayOf } from '../display.ts';
import { type PortalSource, siteOf } from '../portal-pages-site.ts';
import { HTML } from '../public-document.ts';

/** What the pages for applicants are made with. */
export interface ApplicantTools {
  readonly context: UseCaseContext & { readonly services: Services };
  readonly portal: PortalSource;
  /** Whether cookies are bound to HTTPS. */
  readonly secure: boolean;
  /** Path of the script that suggests what is public already. */
  readonly suggestScript: string;
}

/** For one reader, kept by nobody: neither a cache nor the browser's history brings it back. */
export const PRIVATE_CACHING = { 'cache-control': 'private, no-store' } as const;

/** @param path of a page to come back to after a change of the display */
export async function show(
  { portal }: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { path, code = 200 }: { readonly path: string | null; readonly code?: number },
  make: (frame: PageFrame) => SafeHtml,
): Promise<FastifyReply> {
  const frame = { site: await siteOf(portal), display: displayOf(request.headers.cookie), path };
  return await reply.code(code).type(HTML).headers(PRIVATE_CACHING).send(make(frame).markup);
}

/** After a form: a GET, so that going back or loading again sends nothing twice. */
export const goTo = (reply: FastifyReply, path: string): FastifyReply =>
  reply.headers(PRIVATE_CACHING).redirect(path, 303);

/** Bound to the browser's own cookie: a page of another site cannot know it. */
export const formToken = ({ context }: ApplicantTools, cookieToken: string): string =>
  context.services.secretBox.keyedHash(cookieToken, 'applicant-form');

/** Whether the form was made by this site for this browser. */
export function isOwnForm(tools: ApplicantTools, cookieToken: string, sent: FormValues): boolean {
  const expected = Buffer.from(formToken(tools, cookieToken));
  const given = Buffer.from(sent[TOKEN_FIELD] ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Whether another site sent it, as far as the browser says; old ones say it by `Origin` alone. */
export function isCrossSite({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}
