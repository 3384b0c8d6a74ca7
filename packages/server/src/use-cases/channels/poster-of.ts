import type { DocumentContent } from '@zhaoshi/domain/disclosure/document-content';
import { withoutTitle } from '@zhaoshi/domain/disclosure/without-title';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import { civilDateAt, civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import type { Poster, PosterFit, PosterPaper } from '@zhaoshi/report-files/posters/write-poster-pdf';
import { encode } from 'uqr';
import { draftPeriod } from '../voice/draft-period.ts';

/** What a poster is made of; the same for officers and for the public. */
export interface PosterSource {
  readonly content: DocumentContent;
  readonly publisher: string;
  readonly indexNumber: string;
  readonly publishedAt: Date;
  readonly edition: number;
  readonly checkCode: string;
  /** Of the page, below the site's address. */
  readonly path: string;
  /** Scheme and host of the site; empty where they are not known: then there is no code to scan. */
  readonly origin: string;
}

/** The lines above the text; what was not entered is left out (publication.md §12: title, 文号, date, organ, showing). */
function factsOf({ content, indexNumber, publishedAt }: PosterSource): Poster['facts'] {
  // A day that a draft for comment names too early does not hold without a reason, which the page gives (决策条例15).
  const isTooEarly = draftPeriod(content, publishedAt, '')?.lacksReason ?? false;
  const showing =
    content.shownUntil === null || isTooEarly ? '' : `${civilDateAt(publishedAt)} 至 ${content.shownUntil}`;
  const lines: Readonly<Record<string, string>> = {
    公示期: showing,
    发文机关: content.issuingOrgan,
    成文日期: content.dateOfDocument ?? '',
    发布日期: civilMinuteAt(publishedAt),
    索引号: indexNumber,
  };
  return Object.entries(lines).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]));
}

/** Who signs under the text and when; a document without a date of its own has none there. */
export function signatureOf(
  { issuingOrgan, dateOfDocument }: DocumentContent,
  publisher: string,
): readonly string[] {
  const organ = issuingOrgan === '' ? publisher : issuingOrgan;
  return dateOfDocument === null ? [organ] : [organ, chineseDate(dateOfDocument)];
}

/** The poster of a published edition. */
export function posterOf(
  source: PosterSource,
  { paper, fit }: { readonly paper: PosterPaper; readonly fit: PosterFit },
): Poster {
  const { content, publisher, path, origin, checkCode, edition } = source;
  const address = `${origin}${path}`;
  return {
    paper,
    fit,
    publisher,
    title: content.title,
    documentNumber: content.documentNumber,
    facts: factsOf(source),
    body: withoutTitle(content.body, content.title),
    attachments: content.attachments.map(({ name }) => name),
    signature: signatureOf(content, publisher),
    address,
    qr: origin === '' ? null : encode(address, { border: 0 }).data,
    checkCode,
    edition,
  };
}
