import {
  type BodyBlock,
  type BodyCell,
  type DocumentBody,
  paragraphOf,
} from '@zhaoshi/domain/disclosure/document-body';
import { type DocumentContent, EMPTY_CONTENT } from '@zhaoshi/domain/disclosure/document-content';
import type { VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { MARK } from './people.ts';

/** How far an invented document has come. */
export type DocumentStand =
  | 'draft'
  | 'inUnitReview'
  | 'inReview'
  | 'inApproval'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'withdrawn'
  | 'filed';

export interface DocumentStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly stand: DocumentStand;
  readonly content: DocumentContent;
  /** What the public said of it and nobody has answered yet; of public ones alone. */
  readonly voices: readonly StoryVoice[];
}

interface StoryVoice {
  readonly kind: VoiceKind;
  readonly text: string;
}

export const heading = (text: string): BodyBlock => ({
  type: 'heading',
  attrs: { level: 2, align: 'left' },
  content: [{ type: 'text', text }],
});

const cell = (text: string, type: BodyCell['type']): BodyCell => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [paragraphOf(text, 'left', 0)],
});

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): BodyBlock => ({
  type: 'table',
  content: [
    { type: 'table_row', content: head.map((text) => cell(text, 'table_header')) },
    ...rows.map((row) => ({
      type: 'table_row' as const,
      content: row.map((text) => cell(text, 'table_cell')),
    })),
  ],
});

export const bodyOf = (...blocks: readonly (BodyBlock | string)[]): DocumentBody => ({
  type: 'doc',
  content: blocks.map((block) => (typeof block === 'string' ? paragraphOf(block) : block)),
});

const INVENTED = '本文件为演示系统虚构的内容，不是任何机关的文件。';

type Told = Partial<DocumentContent> & Pick<DocumentContent, 'title' | 'body'>;

interface Telling {
  readonly content: (daysAgo: number, told: Told) => DocumentContent;
  readonly story: (
    organ: string,
    stand: DocumentStand,
    told: DocumentContent,
    ...voices: readonly StoryVoice[]
  ) => DocumentStory;
}

/** How stories are told that began some days before the demonstration is loaded; all say that they are invented. */
export const storiesFrom = (today: CivilDate): Telling => ({
  content: (daysAgo, told) => ({
    ...EMPTY_CONTENT,
    kind: 'announcement',
    createdOn: addDays(today, -daysAgo),
    disclosureClass: 'proactive',
    ...told,
    title: `${told.title}${MARK}`,
    body: { ...told.body, content: [...told.body.content, paragraphOf(INVENTED)] },
  }),
  story: (organ, stand, told, ...voices) => ({ organ, stand, content: told, voices }),
});
