import { yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { blockViews } from '../body/block-views.ts';
import { fittedBlocks } from '../body/fitted-blocks.ts';
import { OFFICIAL_ROOM } from '../body/table-fit.ts';
import { createTypesetter, type Typesetter } from '../write/pdf/typesetter.ts';
import { printable } from '../write/printable.ts';
import type { PublicText } from './public-text.ts';

const TEMPLATE = new URL('./public-text.typ', import.meta.url);

/** The data file of public-text.typ. */
function pageData({ title, documentNumber, date, body, colophon }: PublicText): unknown {
  return {
    title: printable(title),
    documentNumber: printable(documentNumber),
    date: { year: yearOf(date), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) },
    blocks: fittedBlocks(blockViews(body.content), OFFICIAL_ROOM),
    colophon: colophon.map(printable),
  };
}

let shared: Typesetter | undefined;

/** The text as a tagged PDF with embedded fonts; the compiler is kept warm between calls. */
export async function writePublicPdf(text: PublicText): Promise<Uint8Array> {
  shared ??= createTypesetter(TEMPLATE);
  return await shared.typeset(pageData(text));
}
