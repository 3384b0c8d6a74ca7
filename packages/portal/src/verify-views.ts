import type { ShownForm } from './applicant/form.ts';

/** Where a published edition stands, named by its check code. */
export type EditionStanding =
  | { readonly kind: 'unknown' }
  /** Nothing is told of what was withdrawn but by whom and when. */
  | {
      readonly kind: 'withdrawn';
      readonly organName: string;
      readonly path: string;
      readonly withdrawnAt: string;
    }
  | {
      readonly kind: 'current' | 'superseded';
      readonly organName: string;
      /** Of the document as it is now. */
      readonly path: string;
      readonly title: string;
      readonly edition: number;
      readonly publishedAt: string;
      /** Minute in China of the edition that took its place; `null` for the current one. */
      readonly supersededAt: string | null;
      readonly checkCode: string;
      /** What was asked beside the code, in the order of the form. */
      readonly answers: readonly VerifyAnswer[];
    };

/** What was asked of a text, a hash or a date, and whether it is the published one. */
export interface VerifyAnswer {
  readonly question: string;
  readonly isRight: boolean;
  readonly words: string;
}

export interface VerifyPage {
  readonly form: ShownForm;
  /** `null` before anything was asked. */
  readonly standing: EditionStanding | null;
}
