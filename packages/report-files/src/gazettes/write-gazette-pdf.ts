import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import { blockViews } from '../body/block-views.ts';
import { fittedBlocks } from '../body/fitted-blocks.ts';
import type { TableRoom } from '../body/table-fit.ts';
import { createTypesetter, type Typesetter } from '../write/pdf/typesetter.ts';
import { printable } from '../write/printable.ts';
import { printableDeep } from '../write/printable-deep.ts';

/** A published document as it is printed in a gazette. */
export interface GazetteItem {
  readonly title: string;
  readonly documentNumber: string;
  readonly body: DocumentBody;
  readonly attachments: readonly string[];
  readonly signature: readonly string[];
  /** 索引号, day of publication and check code, in one line. */
  readonly record: string;
}

/** An issue: what is printed on the cover, and its documents in their order. */
export interface GazetteIssue {
  /** 示范县人民政府公报 */
  readonly name: string;
  /** 2026年第3号 */
  readonly numberWords: string;
  /** 总第27号; empty where no total is kept. */
  readonly totalWords: string;
  /** Lines at the foot of the cover: who runs it, the day. */
  readonly imprint: readonly string[];
  readonly items: readonly GazetteItem[];
}

const TEMPLATE = new URL('./gazette.typ', import.meta.url);

/** 158 mm between the margins. */
const ROOM: TableRoom = { width: 447, size: 10.5, leastSize: 7 };

/** The data file of gazette.typ. */
function gazetteData({ items, ...cover }: GazetteIssue): unknown {
  return {
    ...Object(printableDeep(cover)),
    documentTitle: printable(`${cover.name}${cover.numberWords}`),
    items: items.map(({ body, ...item }) => ({
      ...Object(printableDeep(item)),
      blocks: fittedBlocks(blockViews(body.content), ROOM),
    })),
  };
}

let shared: Typesetter | undefined;

/** The issue as a tagged PDF with embedded fonts; the compiler is kept warm between calls. */
export async function writeGazettePdf(issue: GazetteIssue): Promise<Uint8Array> {
  shared ??= createTypesetter(TEMPLATE);
  return await shared.typeset(gazetteData(issue));
}
