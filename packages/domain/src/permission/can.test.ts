import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Actor, abilitiesOver, can, canSomewhere, widestReach } from './can.ts';
import { PERMISSION_NAMES, reachOf } from './permissions.ts';
import { mayAlsoHold, ROLE_NAMES, ROLES_WITH_SECOND_FACTOR, type Role } from './roles.ts';

/** A small tree by names: a path is the names from the root down. */
const organ = fc
  .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
  .map((names) => names.map((name) => `${name}/`).join(''));

const actor: fc.Arbitrary<Actor> = fc
  .record({
    roles: fc.uniqueArray(fc.constantFrom(...ROLE_NAMES), { maxLength: 4 }),
    path: organ,
    isOffice: fc.boolean(),
    secondFactor: fc.boolean(),
  })
  .map(({ isOffice, ...rest }) => ({
    ...rest,
    jurisdiction: isOffice && rest.path.length > 2 ? rest.path.slice(0, -2) : rest.path,
  }));

const permission = fc.constantFrom(...PERMISSION_NAMES);

/** Said the long way: some role in force, whose reach holds the organ, step by step up the tree. */
function naive({ roles, path, jurisdiction, secondFactor }: Actor, wanted: string, subject: string): boolean {
  const isUnder = (top: string): boolean => {
    const up = top.split('/').filter(Boolean);
    const down = subject.split('/').filter(Boolean);
    return up.every((name, index) => down[index] === name);
  };
  return roles.some((role) => {
    if (ROLES_WITH_SECOND_FACTOR.has(role) && !secondFactor) return false;
    const reach = reachOf(wanted as (typeof PERMISSION_NAMES)[number], role);
    if (reach === 'own') return subject === path;
    if (reach === 'below') return isUnder(path);
    return reach === 'jurisdiction' && isUnder(jurisdiction);
  });
}

describe('can', () => {
  it('is what the table says of the roles in force', () => {
    fc.assert(
      fc.property(actor, permission, organ, (who, what, subject) => {
        expect(can(who, what, subject)).toBe(naive(who, what, subject));
      }),
      { numRuns: 2000 },
    );
  });

  it('allows nothing that is possible nowhere, and every ability over an organ', () => {
    fc.assert(
      fc.property(actor, permission, organ, (who, what, subject) => {
        if (can(who, what, subject)) expect(canSomewhere(who, what)).toBe(true);
        expect(abilitiesOver(who, subject).includes(what)).toBe(can(who, what, subject));
      }),
    );
  });

  it('the widest reach holds exactly the organs that can be reached', () => {
    fc.assert(
      fc.property(actor, permission, organ, (who, what, subject) => {
        const reach = widestReach(who, what);
        const held =
          reach !== null && (reach.below ? subject.startsWith(reach.path) : subject === reach.path);
        expect(held).toBe(can(who, what, subject));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives somebody without a place nothing', () => {
    fc.assert(
      fc.property(permission, organ, (what, subject) => {
        const nobody: Actor = { roles: [], path: '-', jurisdiction: '-', secondFactor: true };
        expect(can(nobody, what, subject)).toBe(false);
      }),
    );
  });
});

describe('roles that one person never holds together', () => {
  const without = (role: Role) => ROLE_NAMES.filter((other) => other !== role);

  it.each([
    ['administrator', 'auditor'],
    ['auditor', 'administrator'],
  ] as const)('%s is never given to an %s', (wanted, held) => {
    expect(mayAlsoHold([held], wanted)).toBe(false);
    expect(mayAlsoHold(['drafter', held], wanted)).toBe(false);
    expect(mayAlsoHold(without(held), wanted)).toBe(true);
  });

  it('all other roles can be added to any', () => {
    for (const wanted of ROLE_NAMES.filter((role) => role !== 'administrator' && role !== 'auditor')) {
      expect(mayAlsoHold(ROLE_NAMES, wanted)).toBe(true);
    }
  });
});
