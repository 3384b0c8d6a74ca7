import type { DraftFile } from '@zhaoshi/portal/applicant/models';
import type { DraftFileRef } from '../../use-cases/applicants/draft.ts';

const KIBIBYTE = 1024;

/** A size as people read it. */
export const sizeWords = (bytes: number): string =>
  bytes < KIBIBYTE * KIBIBYTE
    ? `${Math.max(1, Math.round(bytes / KIBIBYTE))} KB`
    : `${(bytes / KIBIBYTE / KIBIBYTE).toFixed(1)} MB`;

export const presentFiles = (files: readonly DraftFileRef[]): readonly DraftFile[] =>
  files.map(({ use, name, size }) => ({ use, name, size: sizeWords(size) }));
