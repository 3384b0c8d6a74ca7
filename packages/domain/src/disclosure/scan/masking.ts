import { maskBankCard, maskNameInWords } from '../../application/masks.ts';

/** How an organ has masked what the law leaves open (publication.md §9). */
export interface MaskingRules {
  readonly minorNames: 'surname' | 'all';
  readonly accounts: 'all' | 'lastFour';
}

/** The defaults of the settings. */
export const DEFAULT_MASKING: MaskingRules = { minorNames: 'surname', accounts: 'all' };

/** A mask with what is to be done, to stand behind what was found. */
interface MaskWords {
  readonly mask: string;
  readonly advice: string;
}

/** 张某某, or nothing of the name. */
export const maskMinorName = (name: string, { minorNames }: MaskingRules): MaskWords =>
  minorNames === 'all'
    ? { mask: '***', advice: '请全部遮盖。' }
    : { mask: maskNameInWords(name), advice: '请改为“张某某”的形式。' };

/** ****, or with the last four digits. */
export const maskAccount = (digits: string, { accounts }: MaskingRules): MaskWords =>
  accounts === 'all'
    ? { mask: '****', advice: '请全部遮盖。' }
    : { mask: maskBankCard(digits), advice: '请只保留后4位。' };
