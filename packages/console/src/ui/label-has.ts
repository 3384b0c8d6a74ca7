import type { ReactNode } from 'react';

/**
 * Whether an option of a list that is looked for at the server has what is typed now. Until the answer comes, the list
 * is that for other words, of which a quick Enter would pick the first.
 */
export const labelHas = (typed: string, option: { readonly label?: ReactNode } | undefined): boolean =>
  typeof option?.label === 'string' && option.label.toLowerCase().includes(typed.trim().toLowerCase());
