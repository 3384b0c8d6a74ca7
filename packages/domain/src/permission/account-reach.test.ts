import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { managedThrough, type RolePlace, widestPathOf } from './account-reach.ts';
import { type Actor, can } from './can.ts';
import { PERMISSION_NAMES } from './permissions.ts';
import { ROLE_NAMES } from './roles.ts';

/** A random tree as parents: organ n stands under parents[n], the first one at the top; some are offices. */
const tree = fc
  .integer({ min: 2, max: 10 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, organ) =>
        fc.record({ under: fc.nat({ max: Math.max(0, organ - 1) }), isOffice: fc.boolean() }),
      ),
    ),
  )
  .map((organs) => {
    const places: RolePlace[] = [];
    for (const [organ, { under, isOffice }] of organs.entries()) {
      const parent = organ === 0 ? '' : (places[under]?.path ?? '');
      const path = `${parent}${organ}/`;
      places.push({ path, jurisdiction: isOffice && organ > 0 ? parent : path });
    }
    return places;
  });

const situation = fc.record({
  places: tree,
  manager: fc.nat(),
  managed: fc.nat(),
  roles: fc.uniqueArray(fc.constantFrom(...ROLE_NAMES), { minLength: 1 }),
  role: fc.constantFrom(...ROLE_NAMES),
});

const at = (places: readonly RolePlace[], index: number): RolePlace => {
  const place = places[index % places.length];
  if (place === undefined) throw new Error('an empty tree');
  return place;
};

const actor = (place: RolePlace, ...roles: Actor['roles'][number][]): Actor => ({
  ...place,
  roles,
  secondFactor: true,
});

describe('attack: gaining reach through an account', () => {
  test('nobody hands out or takes over a role that reaches where they do not manage', () => {
    fc.assert(
      fc.property(situation, ({ places, manager, managed, roles, role }) => {
        const who = actor(at(places, manager), ...roles);
        const place = at(places, managed);
        if (!can(who, 'account.manage', managedThrough(role, place))) return;
        const whoever = actor(place, role);
        for (const { path } of places) {
          for (const permission of PERMISSION_NAMES) {
            if (can(whoever, permission, path)) expect(can(who, 'account.manage', path)).toBe(true);
          }
        }
      }),
      { seed: 20_260_131 },
    );
  });

  test('an auditor is managed from strictly above, at the top from no organ at all', () => {
    fc.assert(
      fc.property(situation, ({ places, manager, managed, roles }) => {
        const [own, audited] = [at(places, manager), at(places, managed)];
        if (!can(actor(own, ...roles), 'account.manage', managedThrough('auditor', audited))) return;
        expect(audited.path.startsWith(own.path) && audited.path !== own.path).toBe(true);
      }),
      { seed: 20_260_131 },
    );
    expect(managedThrough('auditor', { path: 'city/', jurisdiction: 'city/' })).toBe('');
  });

  test('the administrator of a government’s office is kept from its supervisors, that of the government is not', () => {
    const office = { path: 'city/office/', jurisdiction: 'city/' };
    const city = { path: 'city/', jurisdiction: 'city/' };
    for (const role of ['supervisor', 'assessor', 'auditor'] as const) {
      const needed = managedThrough(role, office);
      expect(can(actor(office, 'administrator'), 'account.manage', needed)).toBe(false);
      expect(can(actor(city, 'administrator'), 'account.manage', needed)).toBe(true);
    }
    expect(can(actor(office, 'administrator'), 'account.manage', managedThrough('drafter', office))).toBe(
      true,
    );
  });
});

test('the widest path of a role reaches all that its rights reach, and is the place of one of them', () => {
  fc.assert(
    fc.property(situation, ({ places, managed, role }) => {
      const place = at(places, managed);
      const widest = widestPathOf(role, place);
      const reached = places.filter(({ path }) =>
        PERMISSION_NAMES.some((permission) => can(actor(place, role), permission, path)),
      );
      expect(reached.every(({ path }) => path.startsWith(widest))).toBe(true);
      expect(reached.map(({ path }) => path)).toContain(widest);
    }),
    { seed: 20_260_131 },
  );
});
