import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { blockViews } from '../body/block-views.ts';
import { fittedBlocks } from '../body/fitted-blocks.ts';
import type { TableRoom } from '../body/table-fit.ts';
import { createTypesetter, type Typesetter } from '../write/pdf/typesetter.ts';
import { printableDeep } from '../write/printable-deep.ts';

export type PosterPaper = 'a4' | 'a3';

/** `sheets`: all of the text, on as many sheets as it takes; `excerpt`: one sheet and where the rest is. */
export type PosterFit = 'sheets' | 'excerpt';

/** What a poster says; only of what is public. */
export interface Poster {
  readonly paper: PosterPaper;
  readonly fit: PosterFit;
  /** The organ whose board it hangs on behalf of. */
  readonly publisher: string;
  readonly title: string;
  readonly documentNumber: string;
  /** 发布日期, 公示期 and what else is told above the text. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly body: DocumentBody;
  readonly attachments: readonly string[];
  /** Under the text: organ and day. */
  readonly signature: readonly string[];
  /** Where the page is; without scheme and host where the site's own address is not known. */
  readonly address: string;
  /** The address as rows of dark (true) and light modules; `null` where there is none to point at. */
  readonly qr: readonly (readonly boolean[])[] | null;
  readonly checkCode: string;
  readonly edition: number;
}

const TEMPLATE = new URL('./poster.typ', import.meta.url);

/** Between the margins of poster.typ; read from half a metre at the least. */
const ROOMS: Readonly<Record<PosterPaper, TableRoom>> = {
  a4: { width: 493, size: 16, leastSize: 9 },
  a3: { width: 694, size: 22, leastSize: 12 },
};

/** The data file of poster.typ. */
function posterData({ qr, body, ...poster }: Poster): unknown {
  return {
    ...Object(printableDeep(poster)),
    blocks: fittedBlocks(blockViews(body.content), ROOMS[poster.paper]),
    qr: qr === null ? null : qr.map((row) => row.map(Number)),
    scanWords: qr === null ? '原文请见本机关政府信息公开专栏：' : '扫描二维码查看原文、附件和最新状态：',
    cutWords:
      qr === null
        ? '（篇幅所限，以上为节选；全文请见下方网址）'
        : '（篇幅所限，以上为节选；扫描下方二维码查看全文）',
  };
}

let shared: Typesetter | undefined;

/** The poster as a tagged PDF with embedded fonts; the compiler is kept warm between calls. */
export async function writePosterPdf(poster: Poster): Promise<Uint8Array> {
  shared ??= createTypesetter(TEMPLATE);
  return await shared.typeset(posterData(poster));
}
