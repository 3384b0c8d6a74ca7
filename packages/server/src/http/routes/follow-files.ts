import { Readable } from 'node:stream';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import type { OwnLetter } from '@zhaoshi/portal/applicant/own-case';
import { messagePage } from '@zhaoshi/portal/applicant/steps';
import { followLetterPage } from '@zhaoshi/portal/pages/follow-letter';
import { FOLLOW_CASE, followFilePath, followLetterFilePath, followLetterPath } from '@zhaoshi/portal/paths';
import { writeLetterDocx } from '@zhaoshi/report-files/letters/write-letter-docx';
import { writeLetterPdf } from '@zhaoshi/report-files/letters/write-letter-pdf';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findFile } from '../../db/queries/files.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { fileFacts, openContent } from '../../use-cases/files/sealed-file.ts';
import { sendBytes } from '../api/bytes-answer.ts';
import { attachmentHeader } from '../api/content-disposition.ts';
import { type FollowedCase, openCase, openSession, showNothing } from '../applicant/followed-case.ts';
import { seenAmendmentLetter } from '../applicant/present-amendment.ts';
import { filesToShow, lettersToShow, presentLetters } from '../applicant/present-own-case.ts';
import { isSignedLink } from '../applicant/signed-link.ts';
import { type ApplicantTools, show } from '../applicant/tools.ts';
import { createFairGate } from '../fair-gate.ts';

interface Writer {
  readonly type: string;
  readonly write: (letter: Letter) => Promise<Uint8Array>;
}

const WRITERS: ReadonlyMap<string, Writer> = new Map([
  [
    'docx',
    {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      write: writeLetterDocx,
    },
  ],
  ['pdf', { type: 'application/pdf', write: writeLetterPdf }],
]);

/** Setting a letter takes the processor for a while. */
const LIMITS = { atOnce: 2, perAsker: 1, waiting: 20, waitingPerAsker: 3 };

const BUSY = {
  title: '请稍后再试',
  words: ['同时下载的人较多，文件这一次没有生成。请稍等几秒，回到您的申请重新下载。'],
  path: FOLLOW_CASE,
  link: '返回我的申请',
};

interface Link {
  readonly until?: unknown;
  readonly sign?: unknown;
}

/** The case, if the link was made for this session and is not over. */
async function openByLink(
  tools: ApplicantTools,
  request: FastifyRequest<{ Querystring: Link }>,
  reply: FastifyReply,
  path: string,
): Promise<FollowedCase | null> {
  const open = await openCase(tools, request, reply, null);
  if (open === null || isSignedLink(tools, path, open.token, request.query)) return open;
  await showNothing(tools, request, reply);
  return null;
}

function letterIn({ context }: ApplicantTools, { shown }: FollowedCase, id: string): Letter | null {
  const row = lettersToShow(shown).find(({ letter_id }) => letter_id === id);
  return row === undefined ? null : openLetter(context.services.secretBox, row);
}

/** A letter with how its case lists it. */
interface FoundLetter {
  readonly letter: Letter;
  readonly listed: OwnLetter;
}

/** A letter of what is followed; otherwise answers that there is none, or that following is over. */
async function findLetter(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FoundLetter | null> {
  const session = await openSession(tools, request, reply, null);
  if (session === null) return null;
  if (session.followed.kind === 'recordAmendment') {
    const found = await seenAmendmentLetter(tools, session, id);
    if (found === null) await showNothing(tools, request, reply);
    return found;
  }
  const open = await openCase(tools, request, reply, null);
  if (open === null) return null;
  const letter = letterIn(tools, open, id);
  const letters = presentLetters(tools, open.shown, open.token);
  const listed = letters.find(({ path }) => path === followLetterPath(id));
  if (letter !== null && listed !== undefined) return { letter, listed };
  await showNothing(tools, request, reply);
  return null;
}

/** A letter to be read on the screen. */
function letterRoute(app: FastifyInstance, tools: ApplicantTools): void {
  app.get<{ Params: { readonly letter: string } }>(followLetterPath(':letter'), async (request, reply) => {
    const found = await findLetter(tools, request, reply, request.params.letter);
    if (found === null) return reply;
    return await show(tools, request, reply, { path: FOLLOW_CASE }, (frame) =>
      followLetterPage(frame, found.letter, found.listed),
    );
  });
}

/** A letter as a file. */
function letterFileRoute(app: FastifyInstance, tools: ApplicantTools): void {
  const gate = createFairGate(LIMITS);
  app.get<{ Params: { readonly letter: string; readonly format: string }; Querystring: Link }>(
    followLetterFilePath(':letter', ':format'),
    async (request, reply) => {
      const { letter: id, format } = request.params;
      const session = await openSession(tools, request, reply, null);
      if (session === null) return reply;
      const writer = WRITERS.get(format);
      const isSigned = isSignedLink(tools, followLetterFilePath(id, format), session.token, request.query);
      if (!isSigned || writer === undefined) return await showNothing(tools, request, reply);
      const found = await findLetter(tools, request, reply, id);
      if (found === null) return reply;
      const { letter } = found;
      const bytes = await gate.run(request.ip, () => writer.write(letter));
      if (bytes === null) {
        reply.header('retry-after', '5');
        return await show(tools, request, reply, { path: null, code: 503 }, (frame) =>
          messagePage(frame, BUSY),
        );
      }
      return sendBytes(reply, {
        status: 200,
        headers: {
          'content-type': writer.type,
          'content-length': String(bytes.length),
          'content-disposition': attachmentHeader(`${letter.title}.${format}`),
        },
        body: Readable.from([Buffer.from(bytes)]),
      });
    },
  );
}

/** What the organ gives out. */
function releasedFileRoute(app: FastifyInstance, tools: ApplicantTools): void {
  const { database, services } = tools.context;
  app.get<{ Params: { readonly file: string }; Querystring: Link }>(
    followFilePath(':file'),
    async (request, reply) => {
      const { file: fileId } = request.params;
      const open = await openByLink(tools, request, reply, followFilePath(fileId));
      if (open === null) return reply;
      const isReleased = filesToShow(open.shown).some(({ file_id }) => file_id === fileId);
      const key = { regionId: open.followed.regionId, fileId };
      const row = isReleased ? await findFile(database, key) : undefined;
      const body = row === undefined ? null : await openContent(services, row);
      if (row === undefined || body === null) return await showNothing(tools, request, reply);
      return sendBytes(reply, {
        status: 200,
        headers: {
          'content-type': row.media_type,
          'content-length': String(row.size),
          'content-disposition': attachmentHeader(fileFacts(services.secretBox, row).name),
        },
        body,
      });
    },
  );
}

/** Reading letters, and taking files home by links that end. */
export function followFileRoutes(app: FastifyInstance, tools: ApplicantTools): void {
  letterRoute(app, tools);
  letterFileRoute(app, tools);
  releasedFileRoute(app, tools);
}
