import type { DocumentBody } from '@zhaoshi/domain/disclosure/document-body';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';

/** A published document as it is taken home: its text without seal, and what tells where it is from. */
export interface PublicText {
  readonly title: string;
  /** 发文字号; empty where it has none. */
  readonly documentNumber: string;
  /** Day that stands for it in the file's properties. */
  readonly date: CivilDate;
  readonly body: DocumentBody;
  /** Lines under the text: who published it, when, in which edition, where it stands. */
  readonly colophon: readonly string[];
}
