import { type RegisterFilterInput, registerFilter } from '@zhaoshi/contract/routes/applications';
import { type RegisterSearch, registerSearch, type Stage } from './register-search.ts';

export const stageOf = ({ stage = 'open' }: RegisterSearch): Stage => stage;

/** What an address asks of the register; a value that means nothing there is left out. */
export function filterOf(search: RegisterSearch): RegisterFilterInput {
  const { stage: _, ...narrowed } = search;
  const stage = stageOf(search);
  const asked = { ...narrowed, ...(stage !== 'all' && { stage }) };
  const parsed = Object.entries(asked).flatMap(([name, value]) => {
    const one = registerFilter.safeParse({ [name]: value });
    return one.success ? [one.data] : [];
  });
  return Object.assign({}, ...parsed) as RegisterFilterInput;
}

/** The address of a kept filter. */
export const searchOf = ({ stage, ...filter }: RegisterFilterInput): RegisterSearch =>
  registerSearch({ ...filter, stage: stage ?? 'all' });

/** Whether it narrows beyond its stage. */
export const isNarrowed = ({ stage: _, ...rest }: RegisterSearch): boolean => Object.keys(rest).length > 0;
