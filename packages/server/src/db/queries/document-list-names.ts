import { DOCUMENT_KINDS, type DocumentKind } from '@zhaoshi/domain/disclosure/document-kind';
import {
  isStatutoryCode,
  STATUTORY_CATALOG,
} from '@zhaoshi/domain/disclosure/statutory-catalog/statutory-catalog';
import type { DocumentFilter } from './published-document-lists.ts';

/** A list of an organ's documents as its address names it. */
export interface NamedList {
  readonly filter: DocumentFilter;
  readonly title: string;
  readonly law: string | null;
}

/** 规章、行政规范性文件: the ones of which the validity is kept (条例20(1)). */
const NORMATIVE: readonly DocumentKind[] = ['administrativeRule', 'normativeDocument'];

/** Names of lists hold no capitals and no dots. */
export const codeListName = (code: string): string => code.replaceAll('.', '-');

export const kindListName = (kind: DocumentKind): string =>
  `kind-${kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export const yearListName = (year: number): string => `year-${year}`;

const KINDS_BY_NAME: ReadonlyMap<string, DocumentKind> = new Map(
  (Object.keys(DOCUMENT_KINDS) as DocumentKind[]).map((kind) => [kindListName(kind), kind]),
);

function codeList(name: string): NamedList | null {
  const code = name.replaceAll('-', '.');
  if (!isStatutoryCode(code) || codeListName(code) !== name) return null;
  const { title, column, source } = STATUTORY_CATALOG[code];
  return { filter: { code }, title: column, law: `${source}：${title}` };
}

/** What a list holds by its name; `null` for a name that no list has. */
export function listByName(name: string): NamedList | null {
  if (name === 'all') return { filter: {}, title: '全部主动公开信息', law: null };
  if (name === 'normative') {
    const law = '条例第二十条第（一）项：行政法规、规章和规范性文件';
    return { filter: { kinds: NORMATIVE }, title: '规章和行政规范性文件', law };
  }
  const kind = KINDS_BY_NAME.get(name);
  if (kind !== undefined) return { filter: { kinds: [kind] }, title: DOCUMENT_KINDS[kind], law: null };
  const year = /^year-((?:19|20)\d{2})$/.exec(name)?.[1];
  if (year !== undefined) return { filter: { year: Number(year) }, title: `${year}年公开的信息`, law: null };
  return codeList(name);
}
