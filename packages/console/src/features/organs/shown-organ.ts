import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import type { organRoutes } from '@zhaoshi/contract/routes/organs';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { shownDate } from '../../app/moments.ts';

export type ListedOrgan = RouteOutput<typeof organRoutes.list>['items'][number];
export type ShownOrgan = RouteOutput<typeof organRoutes.read>;

export type ShownOffice = RouteOutput<typeof organOfficeRoutes.readDisclosureOffice>;
export type ShownGroup = RouteOutput<typeof organOfficeRoutes.readLeadingGroup>;

export type OrganState = 'there' | 'coming' | 'ending' | 'closed';

type Validity = Pick<ShownOrgan, 'validFrom' | 'validTo'>;

/** Today in Beijing. */
export const today = (): string => civilDateAt(new Date());

/** Whether an organ is there on a day; one that ends later is still there. */
export function stateOf({ validFrom, validTo }: Validity, on: string): OrganState {
  if (validTo !== null && validTo <= on) return 'closed';
  if (validFrom > on) return 'coming';
  return validTo === null ? 'there' : 'ending';
}

/** The state in words, with its day. */
export function stateWords(organ: Validity, on: string): string {
  const { validFrom, validTo } = organ;
  const state = stateOf(organ, on);
  if (state === 'coming') return `${shownDate(validFrom)}起设立`;
  if (validTo === null) return '现存';
  return state === 'closed' ? `${shownDate(validTo)}起不再保留` : `将于${shownDate(validTo)}撤销`;
}

/** A line as a form sends it; left empty it is not given. */
export const given = (line: string | null | undefined): string | null => {
  const text = line?.trim() ?? '';
  return text === '' ? null : text;
};
