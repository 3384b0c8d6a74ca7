import {
  type BodyBlock,
  type BodyInline,
  bodyText,
  type DocumentBody,
} from '@zhaoshi/domain/disclosure/document-body';
import { assertNever } from '@zhaoshi/domain/kernel/assert-never';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { AlignmentType, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { type Block, BODY_STYLE, packOfficialFile } from './official-page.ts';

/** A document of a compilation. */
export interface CompiledDocument {
  readonly title: string;
  /** Below the title: number, index number, dates. */
  readonly facts: readonly string[];
  readonly body: DocumentBody;
  /** Names of its attachments, which are not part of the file. */
  readonly attachments: readonly string[];
}

const textRun = (node: BodyInline): TextRun => {
  if (node.type !== 'text') return new TextRun({ break: 1 });
  const marks = new Set((node.marks ?? []).map(({ type }) => type));
  return new TextRun({ text: node.text, bold: marks.has('strong'), italics: marks.has('em') });
};

const runsOf = (content: readonly BodyInline[] = []): TextRun[] => content.map(textRun);

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** A table keeps its merged cells; what stands in a cell is its text. */
function tableOf(block: Extract<BodyBlock, { type: 'table' }>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.content.map(
      (row) =>
        new TableRow({
          children: row.content.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.attrs.colspan,
                rowSpan: cell.attrs.rowspan,
                children: bodyText({ type: 'doc', content: cell.content })
                  .split('\n')
                  .map((text) => new Paragraph({ children: [new TextRun(text)] })),
              }),
          ),
        }),
    ),
  });
}

function blocksOf(block: BodyBlock): readonly Block[] {
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({
          style: BODY_STYLE,
          alignment: ALIGN[block.attrs.align],
          ...(block.attrs.indent === 0 && { indent: { firstLine: 0 } }),
          children: runsOf(block.content),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          style: BODY_STYLE,
          alignment: ALIGN[block.attrs.align],
          children: runsOf(block.content),
        }),
      ];
    case 'image':
      return [
        new Paragraph({ style: BODY_STYLE, children: [new TextRun(`〔图片：${block.attrs.alt}，见网页〕`)] }),
      ];
    case 'horizontal_rule':
      return [];
    case 'table':
      return [tableOf(block)];
    case 'bullet_list':
    case 'ordered_list':
      return block.content.map((item, index) => {
        const mark = block.type === 'ordered_list' ? `${block.attrs.order + index}. ` : '· ';
        const text = bodyText({ type: 'doc', content: item.content });
        return new Paragraph({ style: BODY_STYLE, children: [new TextRun(`${mark}${text}`)] });
      });
    default:
      return assertNever(block);
  }
}

const line = (text: string): Paragraph => new Paragraph({ style: BODY_STYLE, children: [new TextRun(text)] });

const titleOf = (text: string, pageBreakBefore: boolean): Paragraph =>
  new Paragraph({ heading: HeadingLevel.TITLE, pageBreakBefore, children: [new TextRun(text)] });

const documentBlocks = ({ title, facts, body, attachments }: CompiledDocument): readonly Block[] => [
  titleOf(title, true),
  ...facts.map(line),
  ...body.content.flatMap(blocksOf),
  ...(attachments.length === 0 ? [] : [line(`附件：${attachments.join('；')}（见网页）`)]),
];

/** Published documents in one Word file, a list of them first, each beginning on a page of its own. */
export async function writeCompilation(
  title: string,
  date: CivilDate,
  documents: readonly CompiledDocument[],
): Promise<Uint8Array> {
  const children: readonly Block[] = [
    titleOf(title, false),
    line(`共 ${documents.length} 件，${date}汇编。`),
    ...documents.map((one, index) => line(`${index + 1}. ${one.title}`)),
    ...documents.flatMap(documentBlocks),
  ];
  return await packOfficialFile({ title, date, children });
}
