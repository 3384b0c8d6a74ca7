import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import type { ColumnOwner, Detail } from './view-models.ts';
import type { DocumentVoices } from './voice-views.ts';

/** A file that readers may take home with a document. */
export interface DocumentFileLink {
  readonly name: string;
  readonly path: string;
  /** 字节数 */
  readonly size: number;
}

/** A picture of the text. */
export interface DocumentPicture {
  readonly fileId: string;
  readonly path: string;
}

/** A document in a list. */
export interface DocumentLink {
  readonly title: string;
  readonly path: string;
  /** 体裁 in words. */
  readonly kind: string;
  /** Empty where it has none. */
  readonly documentNumber: string;
  readonly organName: string;
  /** Minute of publication in China. */
  readonly publishedAt: string;
  /** 有效、已修改、失效、废止 in words; `null` for what has no validity. */
  readonly validity: string | null;
}

/** How a document stands to another one, from its own side or from the other's. */
export interface RelatedLink {
  /** 解读、已被修改 … */
  readonly words: string;
  readonly title: string;
  readonly documentNumber: string;
  /** `null` when the other one is not public on this platform. */
  readonly path: string | null;
}

/** One edition among those of a document. */
export interface EditionLink {
  readonly edition: number;
  readonly path: string;
  readonly publishedAt: string;
  readonly changeNote: string;
  readonly isCurrent: boolean;
}

/** A code that a telephone reads: the squares of a side, and which of them are dark, as the path of an SVG. */
export interface QuickCode {
  readonly side: number;
  readonly path: string;
}

/** One published document: 索引号 · 主题分类 · 发文机关 · 成文日期 · 标题 · 发文字号 · 发布日期 · 有效性 (publication.md §6). */
export interface DocumentPage {
  readonly organ: ColumnOwner;
  readonly path: string;
  /** The list of the column that it stands in. */
  readonly list: { readonly name: string; readonly path: string };
  readonly title: string;
  readonly details: readonly Detail[];
  readonly abstract: string;
  readonly keywords: readonly string[];
  /** 有效、已修改、失效、废止 in words; `null` for what has no validity. */
  readonly validity: string | null;
  /** Day on which the validity is so, "2026-11-21". */
  readonly asOf: string;
  readonly body: DocumentBody;
  readonly files: readonly DocumentFileLink[];
  readonly pictures: readonly DocumentPicture[];
  readonly related: readonly RelatedLink[];
  /** All of them, the newest first; one as long as nothing was changed. */
  readonly editions: readonly EditionLink[];
  /** Minute of publication in China. */
  readonly publishedAt: string;
  readonly edition: number;
  readonly changeNote: string;
  readonly contentSha256: string;
  readonly checkCode: string;
  /** Leads to the page; `null` when the address of the site is not known. */
  readonly quickCode: QuickCode | null;
  readonly voices: DocumentVoices;
}

/** An edition that another one has taken the place of. */
export interface VersionPage {
  readonly organ: ColumnOwner;
  readonly path: string;
  /** Of the document as it is now. */
  readonly documentPath: string;
  readonly title: string;
  readonly edition: number;
  readonly publishedAt: string;
  readonly changeNote: string;
  readonly contentSha256: string;
  readonly checkCode: string;
  readonly body: DocumentBody;
  readonly pictures: readonly DocumentPicture[];
  readonly editions: readonly EditionLink[];
}

/** What stands at the address of something that was withdrawn. */
export interface WithdrawnPage {
  readonly organ: ColumnOwner;
  readonly path: string;
  readonly kind: string;
  readonly notice: string;
  readonly withdrawnAt: string;
}

/** An item of 条例20, 21 in an organ's column. */
export interface CatalogNode {
  readonly title: string;
  readonly column: string;
  readonly path: string;
  readonly count: number;
  /** Said while there is nothing; `null` otherwise. */
  readonly empty: string | null;
}

/** Items of one article. */
export interface CatalogGroup {
  readonly title: string;
  readonly nodes: readonly CatalogNode[];
}

/** A way into the documents with how many it leads to. */
export interface ListLink {
  readonly name: string;
  readonly path: string;
  readonly count: number;
}

/** 法定主动公开内容 of an organ. */
export interface ProactiveColumn {
  readonly total: number;
  /** Path of all of them. */
  readonly allPath: string;
  readonly groups: readonly CatalogGroup[];
  readonly kinds: readonly ListLink[];
  readonly years: readonly ListLink[];
  readonly newest: readonly DocumentLink[];
}

/** A page of a list of an organ's documents. */
export interface DocumentListPage {
  readonly organ: ColumnOwner;
  /** Name of the list in its address. */
  readonly list: string;
  readonly title: string;
  /** The article behind it; `null` where it is not an item of the 条例. */
  readonly law: string | null;
  readonly items: readonly DocumentLink[];
  readonly total: number;
  readonly page: number;
  /** Paths of the pages in their order; one, as long as the list is empty. */
  readonly pages: readonly string[];
  /** Said while there is nothing; `null` otherwise. */
  readonly empty: string | null;
  /** Day of the validity that is shown; `null` when none is. */
  readonly asOf: string | null;
}
