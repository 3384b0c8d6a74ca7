import { Readable } from 'node:stream';
import type { Rejection } from '@zhaoshi/contract/problems';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { findText, listPages, renderPage, type SourceFile } from '@zhaoshi/redaction/pages';
import type { RedactionError } from '@zhaoshi/redaction/redaction-error';
import type { StoredColumns } from '../../use-cases/files/sealed-file.ts';
import { rejectionOfRedaction } from '../../use-cases/redaction/redaction-rejection.ts';
import { readWholeFile } from '../../use-cases/redaction/whole-file.ts';
import { createFairGate } from '../fair-gate.ts';
import type { BytesAnswer } from './bytes-answer.ts';
import type { ReadContext } from './handler.ts';

/** Drawing pages takes memory and time; a screen asks for a few pages at once. */
const GATE = createFairGate({ atOnce: 4, perAsker: 2, waiting: 60, waitingPerAsker: 12 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时处理的文件较多，这一次没有处理。请稍后再试；填写的内容没有丢失。',
};

type Looked = Pick<ReadContext, 'caller' | 'services'>;
type LookedAt = StoredColumns & { readonly media_type: string };

/** Does what takes a file whole, a few at a time. */
export const aFewAtATime = async <T>(
  { caller }: Looked,
  work: () => Promise<Result<T, Rejection>>,
): Promise<Result<T, Rejection>> => (await GATE.run(caller.accountId, work)) ?? err(BUSY);

const lookInto = <T>(
  context: Looked,
  row: LookedAt,
  look: (source: SourceFile) => Promise<Result<T, RedactionError>>,
): Promise<Result<T, Rejection>> =>
  aFewAtATime(context, async () => {
    const bytes = await readWholeFile(context.services, row);
    if (!bytes.ok) return bytes;
    const answer = await look({ bytes: bytes.value, mediaType: row.media_type });
    return answer.ok ? answer : err(rejectionOfRedaction(answer.error));
  });

/** How many pages a file has, and how large they are. */
export async function pagesOf(context: Looked, row: LookedAt) {
  const pages = await lookInto(context, row, listPages);
  return pages.ok ? ok({ pages: [...pages.value] }) : pages;
}

/** A page of a file as it would be given out. */
export async function pageImageOf(
  context: Looked,
  row: LookedAt,
  { page, width }: { readonly page: number; readonly width: number },
): Promise<Result<BytesAnswer, Rejection>> {
  const drawn = await lookInto(context, row, (source) => renderPage(source, page, width));
  if (!drawn.ok) return drawn;
  const headers = { 'content-type': 'image/png', 'content-length': String(drawn.value.length) };
  return ok({ status: 200, headers, body: Readable.from([Buffer.from(drawn.value)]) });
}

/** Where personal data and the words stand in a file. */
export const textsFoundIn = (context: Looked, row: LookedAt, words: readonly string[]) =>
  lookInto(context, row, (source) => findText(source, words));
