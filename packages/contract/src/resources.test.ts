import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Route } from './define-route.ts';
import { needsKey, needsVersion } from './define-route.ts';
import { ROUTES } from './routes.ts';

const ALL = Object.values(ROUTES).flatMap((area) => Object.values<Route>(area));

/** Names of the fields of what a route answers, at its top. */
const fieldsOf = ({ response }: Route): readonly string[] =>
  response instanceof z.ZodObject ? Object.keys(response.shape) : [];

it.each(ALL.filter(({ versioned }) => versioned === true))(
  '$id answers a resource with abilities',
  (route) => {
    expect(fieldsOf(route)).toEqual(expect.arrayContaining(['version', 'abilities']));
  },
);

it('nothing says in a way of its own what may be done', () => {
  expect(JSON.stringify(ALL.map(fieldsOf))).not.toMatch(/"(?:can|may)[A-Z]/);
});

/** One's own password, second factor, sign-ins and reading, guarded by the session; a job by its state. */
const WITHOUT_VERSION = /^(?:ownAccount|session|signIn|desk|job)\./;

/** What rests on something else, and on what. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'annualReportBoard.remind': 'a unit is reminded once a day, however often it is asked for',
  'applications.assignMany': 'each case on the version that was seen, sent with it',
  'applications.checkImport': 'the same sheet again is looked at again; nothing is imported by it',
  'applications.runImport': 'an import runs once; a second call is refused by its state',
  'calendar.confirmYear': 'the very proposal that was seen, by its id; it is confirmed once',
  'calendar.withdrawYear': 'the very proposal that was seen, by its id; gone stays gone',
  'complaints.enter': 'number and code follow from the form’s nonce; entered twice it is one complaint',
  'coverage.takeBack': 'a statement is taken back once; a second call finds it taken back',
  'itemCatalog.checkImport': 'the same sheet again is looked at again; nothing is imported by it',
  'itemCatalog.runImport': 'an import runs once; a second call is refused by its state',
  'opinions.endSource': 'a source is ended once; a second call finds it ended',
  'publicVoice.statePeriod': 'the reason that is stated last is the one that holds',
  'workRecords.attend': 'what a person said last of their own part is what counts',
  'rhythm.record': 'the same thing done on the same day is one record',
  'rhythm.remove': 'what is taken back is gone, however often it is taken back',
  'savedView.remove': 'a view of one’s own that is gone stays gone',
};

it('whatever changes something rests on a version or makes something new under a key', () => {
  const bare = ALL.filter((route) => route.method !== 'GET' && !('changesNothing' in route))
    .filter((route) => !needsKey(route) && !needsVersion(route))
    // What only hands a file out changes nothing but the trail, and may do so twice.
    .filter(({ response }) => response !== 'bytes')
    .filter(({ id }) => !WITHOUT_VERSION.test(id));
  expect(bare.map(({ id }) => id).toSorted()).toEqual(Object.keys(OTHERWISE).toSorted());
});
