import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import type { ColumnOwner, Detail } from './view-models.ts';

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

/** One published document: 索引号 · 主题分类 · 发文机关 · 成文日期 · 标题 · 发文字号 · 发布日期 · 有效性 (publication.md §6). */
export interface DocumentPage {
  readonly organ: ColumnOwner;
  readonly path: string;
  readonly title: string;
  readonly details: readonly Detail[];
  readonly abstract: string;
  readonly keywords: readonly string[];
  /** 有效、已修改、失效、废止 in words; `null` for what has no validity. */
  readonly validity: string | null;
  readonly body: DocumentBody;
  readonly files: readonly DocumentFileLink[];
  readonly pictures: readonly DocumentPicture[];
  /** Minute of publication in China. */
  readonly publishedAt: string;
  readonly edition: number;
  readonly changeNote: string;
  readonly contentSha256: string;
  readonly checkCode: string;
}

/** What stands at the address of something that was withdrawn. */
export interface WithdrawnPage {
  readonly organ: ColumnOwner;
  readonly path: string;
  readonly kind: string;
  readonly notice: string;
  readonly withdrawnAt: string;
}
