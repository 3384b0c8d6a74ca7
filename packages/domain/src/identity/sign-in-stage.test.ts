import { describe, expect, it } from 'vitest';
import { ROLE_NAMES, ROLES_WITH_SECOND_FACTOR } from '../permission/roles.ts';
import { needsSecondFactor, sessionStage } from './sign-in-stage.ts';

const nothing = {
  hasSecondFactor: false,
  showedSecondFactor: false,
  mustChangePassword: false,
  needsSecondFactor: false,
};

describe('what is next in signing in', () => {
  it.each([
    [{}, 'full'],
    [{ mustChangePassword: true }, 'changePassword'],
    [{ needsSecondFactor: true }, 'enrolSecondFactor'],
    [{ needsSecondFactor: true, mustChangePassword: true }, 'changePassword'],
    [{ hasSecondFactor: true }, 'secondFactor'],
    [{ hasSecondFactor: true, mustChangePassword: true, needsSecondFactor: true }, 'secondFactor'],
    [{ hasSecondFactor: true, showedSecondFactor: true, mustChangePassword: true }, 'changePassword'],
    [{ hasSecondFactor: true, showedSecondFactor: true, needsSecondFactor: true }, 'full'],
  ] as const)('%o: %s', (facts, stage) => {
    expect(sessionStage({ ...nothing, ...facts })).toBe(stage);
  });

  it('asks a second factor of those who approve or administer', () => {
    for (const role of ROLE_NAMES) expect(needsSecondFactor([role])).toBe(ROLES_WITH_SECOND_FACTOR.has(role));
    expect(needsSecondFactor(['drafter', 'leader'])).toBe(true);
    expect(needsSecondFactor([])).toBe(false);
  });
});
