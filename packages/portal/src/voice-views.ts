import type { VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';

/** What somebody said of a document, as an officer let it be shown; names are never shown. */
export interface ShownVoice {
  readonly kind: 'question' | 'comment';
  /** Day in China on which it came. */
  readonly receivedOn: string;
  readonly text: string;
  readonly reply: string;
  /** 采纳情况 in words, with the reason; `null` as long as nothing is decided. */
  readonly adoption: string | null;
}

/** 意见征集 of a draft. */
export interface CommentPeriodView {
  /** Last day, "2026-12-21". */
  readonly until: string;
  readonly isOpen: boolean;
  /** Why it is shorter than 30 days; `null` when it is not. */
  readonly reason: string | null;
  /** How many came, shown or not. */
  readonly comments: number;
}

/** What the public may say of a document, and what it said. */
export interface DocumentVoices {
  readonly period: CommentPeriodView | null;
  /** Where to comment or to ask; `null` where it is not, or no longer, possible. */
  readonly commentPath: string | null;
  readonly questionPath: string | null;
  readonly shown: readonly ShownVoice[];
}

/** What a form is about. */
export interface VoiceSubject {
  readonly kind: VoiceKind;
  readonly organName: string;
  readonly phone: string;
  /** Path of the page that it is about. */
  readonly page: string;
  /** Title of the document; `null` for other pages. */
  readonly title: string | null;
  /** Last day for comments; `null` for what has none. */
  readonly until: string | null;
}

/** What whoever has the code reads. */
export interface OwnVoice {
  readonly kind: VoiceKind;
  readonly number: string;
  readonly organName: string;
  readonly page: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly text: string;
  /** `null` as long as it waits. */
  readonly answer: {
    readonly on: string;
    readonly reply: string;
    /** Whether and why not it is shown, whether adopted, which edition puts it right: in words. */
    readonly outcomes: readonly string[];
  } | null;
}
