import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, abilitiesOver, can, canSomewhere, rolesInForce, widestReach } from './can.ts';
import { PERMISSION_NAMES, reachOf } from './permissions.ts';
import { mayAlsoHold, ROLE_NAMES, ROLES_WITH_SECOND_FACTOR } from './roles.ts';

const OFFICE = 'city/county/office/';
const actor = fc
  .record({
    roles: fc.uniqueArray(fc.constantFrom(...ROLE_NAMES)),
    place: fc.constantFrom(
      { path: OFFICE, jurisdiction: 'city/county/' },
      { path: 'city/', jurisdiction: 'city/' },
    ),
    secondFactor: fc.boolean(),
  })
  .map(({ place, ...person }) => ({ ...person, ...place }));
const subject = fc.constantFrom(
  'city/',
  'city/county/',
  OFFICE,
  `${OFFICE}unit/`,
  'city/county/township/',
  'city/county2/',
  'city/other/',
);
const permission = fc.constantFrom(...PERMISSION_NAMES);

test('what can() grants lies within the widest reach, and the widest reach is granted', () => {
  fc.assert(
    fc.property(actor, permission, subject, (who, what, whom) => {
      const reach = widestReach(who, what);
      const within = reach !== null && (reach.below ? whom.startsWith(reach.path) : whom === reach.path);
      if (can(who, what, whom)) expect(within).toBe(true);
      expect(canSomewhere(who, what)).toBe(reach !== null);
      if (reach?.below === true) expect(can(who, what, reach.path)).toBe(true);
    }),
    { seed: 20_260_131 },
  );
});

test('an office reaches the report of its government, and no report below it', () => {
  const who: Actor = { roles: ['leader'], path: OFFICE, jurisdiction: 'city/county/', secondFactor: true };
  const reached = ['city/', 'city/county/', OFFICE, 'city/county/township/'].filter((whom) =>
    can(who, 'report.handle', whom),
  );
  expect(reached).toEqual(['city/county/', OFFICE]);
});

test('a right is granted by one of the roles that count, never by how many there are', () => {
  fc.assert(
    fc.property(actor, permission, subject, (who, what, whom) => {
      const byOne = rolesInForce(who).some((role) => can({ ...who, roles: [role] }, what, whom));
      expect(can(who, what, whom)).toBe(byOne);
      expect(abilitiesOver(who, whom).includes(what)).toBe(byOne);
    }),
    { seed: 20_260_131 },
  );
});

test('without the second factor the roles that need one give nothing', () => {
  for (const role of ROLES_WITH_SECOND_FACTOR) {
    const who: Actor = { roles: [role], path: OFFICE, jurisdiction: 'city/county/', secondFactor: false };
    expect(PERMISSION_NAMES.filter((what) => canSomewhere(who, what))).toEqual([]);
  }
});

test('an organ whose id begins like another one is another one', () => {
  const who: Actor = { roles: ['administrator'], path: 'a/', jurisdiction: 'a/', secondFactor: true };
  expect(can(who, 'organ.manage', 'a/b/')).toBe(true);
  expect(can(who, 'organ.manage', 'ab/')).toBe(false);
});

test('what belongs to the installation is for the top of the tree only', () => {
  for (const path of ['city/', 'city/county/', OFFICE]) {
    const who: Actor = { roles: ['administrator'], path, jurisdiction: path, secondFactor: true };
    expect(canSomewhere(who, 'job.retry')).toBe(path === 'city/');
    expect(can(who, 'job.retry', path)).toBe(path === 'city/');
    expect(widestReach(who, 'job.retry')).toEqual(path === 'city/' ? { path, below: true } : null);
  }
});

test('only the auditor reads the trail, and never administers', () => {
  expect(ROLE_NAMES.filter((role) => reachOf('audit.read', role) !== null)).toEqual(['auditor']);
  const changes = PERMISSION_NAMES.filter((name) => /\.(?:manage|edit|retry|test|upload)$/.test(name));
  expect(changes.filter((name) => reachOf(name, 'auditor') !== null)).toEqual([]);
});

test('administrator and auditor are never the same person', () => {
  expect(mayAlsoHold(['administrator'], 'auditor')).toBe(false);
  expect(mayAlsoHold(['auditor', 'drafter'], 'administrator')).toBe(false);
  expect(mayAlsoHold(['administrator'], 'administrator')).toBe(true);
  expect(mayAlsoHold(['drafter'], 'auditor')).toBe(true);
});
