import { isGovernment, type TreeKind } from '../organ/tree.ts';
import type { OrganPath } from '../permission/can.ts';

/** An organ as routing sees it. */
export interface RoutedOrgan {
  readonly path: OrganPath;
  readonly kind: TreeKind;
}

const isAbove = (upper: OrganPath, path: OrganPath): boolean => path !== upper && path.startsWith(upper);

/** The nearest of some organs that stand above a path. */
const nearest = <O extends RoutedOrgan>(organs: readonly O[], path: OrganPath): O | undefined =>
  organs.filter((organ) => isAbove(organ.path, path)).toSorted((a, b) => b.path.length - a.path.length)[0];

/**
 * Who handles a complaint about a unit: of a village its township (村组法36); of a government or its office the organ
 * one level up (条例51); of every other organ the office of its government, which is the competent department (条例3, 47);
 * where no office is entered, the government.
 *
 * @param around the organs above the unit, and the offices right under each government among them
 * @returns `null` where nobody above the unit is on the platform
 */
export function handlerOf<O extends RoutedOrgan>(unit: RoutedOrgan, around: readonly O[]): O | null {
  if (unit.kind === 'village')
    return (
      nearest(
        around.filter(({ kind }) => kind === 'township' || kind === 'subdistrictOffice'),
        unit.path,
      ) ?? null
    );
  const governments = around.filter(({ kind }) => isGovernment(kind));
  const own = nearest(governments, unit.path);
  const above = unit.kind === 'governmentOrgan' && own !== undefined ? nearest(governments, own.path) : own;
  if (above === undefined) return null;
  const office = around.find(
    ({ kind, path }) => kind === 'governmentOrgan' && path.replace(/[^/]+\/$/, '') === above.path,
  );
  return office ?? above;
}

/**
 * Whether an organ supervises a unit: the unit stands below it or, for the office of a government, below that
 * government; nobody supervises itself, and no office its own government.
 *
 * @param jurisdiction the government that the organ serves, otherwise the organ itself
 */
export const supervises = (
  { path, jurisdiction }: { readonly path: OrganPath; readonly jurisdiction: OrganPath },
  unit: OrganPath,
): boolean => unit !== path && isAbove(jurisdiction, unit);
