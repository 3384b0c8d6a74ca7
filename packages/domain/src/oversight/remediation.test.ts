import { expect, it } from 'vitest';
import {
  orderHindrance,
  REMEDIATION_ACTS,
  type RemediationActName,
  type RemediationStatus,
} from './remediation.ts';

const ACTS = Object.keys(REMEDIATION_ACTS) as readonly RemediationActName[];

it.each([
  ['issued', ['report']],
  ['reported', ['accept', 'return']],
  ['returned', ['report']],
  ['accepted', ['reopen']],
  ['reopened', ['report']],
] as const)('what may be done with an order that is %s', (status: RemediationStatus, wanted) => {
  expect(ACTS.filter((act) => orderHindrance(act, status) === null)).toEqual(wanted);
  expect(orderHindrance('report', 'accepted')).toContain('整改完成');
});
