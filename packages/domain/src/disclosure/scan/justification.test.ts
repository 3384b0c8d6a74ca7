import { expect, it } from 'vitest';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { findingKey, type ScanFinding } from './finding.ts';
import { justifyingRoles } from './justification.ts';
import { scanText } from './scan-text.ts';

const TODAY = parseCivilDate('2026-11-21') ?? expect.fail('a day');

function findingIn(text: string): ScanFinding {
  const [finding] = scanText([{ kind: 'text', text, place: { kind: 'paragraph', number: 1 } }], {
    today: TODAY,
  });
  return finding ?? expect.fail('nothing found');
}

it('a telephone is justified by who is in charge of disclosure, never by its writer', () => {
  expect(justifyingRoles(findingIn('值班电话13812341234'))).toEqual([
    'disclosureOfficer',
    'disclosureOfficeHead',
    'leader',
  ]);
});

it('identity number and account together are never justified', () => {
  expect(justifyingRoles(findingIn('张三，11010519491231002X，6222021234567890128'))).toEqual([]);
});

it('the key of a finding holds no personal data', () => {
  expect(findingKey(findingIn('电话13812341234'))).toBe('mobile:0:2-13');
});
