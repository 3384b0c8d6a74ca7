import { type BodyCell, type DocumentBody, paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import type { Proof } from '@zhaoshi/domain/dispute/burden-of-proof';
import { PROOF_SOURCES } from '@zhaoshi/domain/dispute/burden-of-proof';
import { chineseDate } from '@zhaoshi/domain/kernel/chinese-date';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { PublicText } from '@zhaoshi/report-files/public-text/public-text';
import type { EvidencePart } from './evidence-parts.ts';

/** A piece of evidence with its number and its place in the bundle. */
export interface NumberedEvidence extends EvidencePart {
  readonly number: number;
  readonly path: string;
}

/** What must be shown, with the evidence for it. */
export interface EvidenceGroup {
  readonly proof: Proof;
  readonly parts: readonly NumberedEvidence[];
}

const plain = (title: string): string => title.replace(/[^\p{L}\p{N}]+/gu, '');

const endingOf = (name: string): string => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';

/**
 * The evidence under what it shows, in the order of what must be shown; each piece once, where it is needed first. What is
 * needed for nothing stays in the file of the case.
 */
export function groupedEvidence(
  proofs: readonly Proof[],
  parts: readonly EvidencePart[],
): readonly EvidenceGroup[] {
  const used = new Set<EvidencePart>();
  let number = 0;
  return proofs.map((proof) => {
    const wanted = [...proof.anyOf, ...(proof.also ?? [])];
    const own = parts.filter((part) => !used.has(part) && wanted.includes(part.source));
    return {
      proof,
      parts: own.map((part) => {
        used.add(part);
        number += 1;
        const path = `证据/${String(number).padStart(2, '0')}-${plain(part.kind)}.${endingOf(part.name)}`;
        return { ...part, number, path };
      }),
    };
  });
}

/** Who hands it in, in which case. */
export interface CatalogueHead {
  readonly organName: string;
  /** As what it hands in: 被申请人、被告; empty where that hangs on who went on. */
  readonly standing: string;
  /** 复议机关 or 人民法院, and its name. */
  readonly tribunal: readonly [label: string, name: string];
  /** Empty: none yet. */
  readonly number: string;
  readonly ground: string;
  readonly on: CivilDate;
}

const cell = (
  text: string,
  type: BodyCell['type'] = 'table_cell',
  align: 'left' | 'center' = 'left',
): BodyCell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraphOf(text, align, 0)],
});

type Block = DocumentBody['content'][number];

/** A table whose first column is a number, and whose last one may be a day. */
const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  content: [
    { type: 'table_row', content: headings.map((title) => cell(title, 'table_header')) },
    ...rows.map((row) => ({
      type: 'table_row' as const,
      content: row.map((text, index) => cell(text, 'table_cell', index === 0 ? 'center' : 'left')),
    })),
  ],
});

const line = (text: string): Block => paragraphOf(text, 'left', 0);

const headLines = ({ organName, standing, tribunal, number, ground }: CatalogueHead): readonly Block[] => [
  line(`${tribunal[0]}：${tribunal[1]}`),
  ...(number === '' ? [] : [line(`案号：${number}`)]),
  line(`提交人：${organName}${standing === '' ? '' : `（${standing}）`}`),
  line(`争议的处理：${ground}`),
];

const wantedWords = ({ anyOf }: Proof): string =>
  `需要${anyOf.map((one) => PROOF_SOURCES[one]).join('，或者')}`;

/** Where nothing at all can be handed in: what the ground asks for, so that nobody takes an empty list for a complete one. */
const nothingYet = (groups: readonly EvidenceGroup[]): readonly Block[] => [
  paragraphOf('案卷和本案文书中还没有可以提交的证据。下列事项应当证明而没有证据：'),
  ...groups.map(({ proof }, index) =>
    paragraphOf(`${index + 1}. ${proof.words}（${proof.source}）：${wantedWords(proof)}。`),
  ),
  paragraphOf('请补齐以后重新导出，本目录不要提交。'),
];

function handedIn(groups: readonly EvidenceGroup[], { organName, on }: CatalogueHead): readonly Block[] {
  const rows = groups.flatMap(({ proof, parts }) =>
    parts.map(({ number, kind, on: day }) => [
      String(number),
      kind,
      `${proof.words}（${proof.source}）`,
      chineseDate(day),
    ]),
  );
  if (rows.length === 0) return nothingYet(groups);
  return [
    tableOf(['序号', '证据名称', '证明目的', '形成日期'], rows),
    paragraphOf(`以上证据共${rows.length}份。`),
    paragraphOf(''),
    paragraphOf(`提交人：${organName}（盖章）`, 'right', 0),
    paragraphOf(chineseDate(on), 'right', 0),
  ];
}

/** 证据目录: what is handed in and what it shows. */
export const evidenceCatalogue = (head: CatalogueHead, groups: readonly EvidenceGroup[]): PublicText => ({
  title: '证据目录',
  documentNumber: '',
  date: head.on,
  body: { type: 'doc', content: [...headLines(head), ...handedIn(groups, head)] },
  colophon: [],
});

/** What there is for one thing that must be shown: each piece stands once in the catalogue, where it is needed first. */
function stateWords({ proof, parts }: EvidenceGroup): string {
  const numbers = parts.map(({ number }) => `证据${number}`).join('、');
  if (proof.isMissing) return `缺少：${wantedWords(proof)}${numbers === '' ? '' : `。已有${numbers}`}`;
  if (numbers !== '') return numbers;
  return `已有，编在其他事项下：${proof.found.map((one) => PROOF_SOURCES[one]).join('、')}`;
}

/** 举证核对单: what must be shown and what of it is missing, for the organ itself, not handed in. */
export function missingEvidence(head: CatalogueHead, groups: readonly EvidenceGroup[]): PublicText {
  const missing = groups.filter(({ proof }) => proof.isMissing).length;
  const words =
    missing === 0
      ? `应当证明的${groups.length}项都有相应的材料。`
      : `应当证明的${groups.length}项中，有${missing}项没有证据，请在举证期限内补齐。`;
  const rows = groups.map((group, index) => [
    String(index + 1),
    `${group.proof.words}（${group.proof.source}）`,
    stateWords(group),
  ]);
  const table = tableOf(['序号', '应当证明的事项', '证据'], rows);
  const note = paragraphOf(`${words}本单供${head.organName}内部核对，不提交。`);
  return {
    title: '举证核对单',
    documentNumber: '',
    date: head.on,
    body: { type: 'doc', content: [...headLines(head), note, table] },
    colophon: [],
  };
}
