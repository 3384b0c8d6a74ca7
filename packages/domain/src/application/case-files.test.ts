import { describe, expect, it } from 'vitest';
import {
  ADDABLE_USES,
  CASE_FILE_USES,
  type CaseFileUse,
  refuseAddition,
  refuseRemoval,
} from './case-files.ts';
import { STATUS_NAMES } from './status.ts';

const USES = Object.keys(CASE_FILE_USES) as CaseFileUse[];
const facts = {
  status: 'processing',
  use: 'search',
  isApplicants: false,
  wasGiven: false,
  hasRedactions: false,
} as const;

describe('files of a case', () => {
  it('an officer adds every kind but what is only made by redaction', () => {
    expect(USES.filter((use) => !ADDABLE_USES.some((one) => one === use))).toEqual(['redacted']);
  });

  it('nothing is added to or taken out of an archived case', () => {
    for (const use of USES) {
      expect(refuseAddition('archived', use)).toContain('已归档');
      expect(refuseRemoval({ ...facts, use, status: 'archived' })).toContain('已归档');
    }
  });

  it('what goes out with the reply stands while it is reviewed and from its approval on', () => {
    const standing = STATUS_NAMES.filter((status) => refuseAddition(status, 'released') !== null);
    expect(standing).toEqual(['underReview', 'approved', 'delivered', 'closed', 'archived']);
    for (const status of standing)
      expect(refuseRemoval({ ...facts, status, use: 'released' })).not.toBeNull();
    expect(refuseAddition('closed', 'payment')).toBeNull();
  });

  it('what was handed in or given out stays; sources stay while something made of them is there', () => {
    expect(refuseRemoval(facts)).toBeNull();
    expect(refuseRemoval({ ...facts, isApplicants: true })).toContain('申请人自己提交');
    expect(refuseRemoval({ ...facts, use: 'released', wasGiven: true })).toContain('已经提供给申请人');
    expect(refuseRemoval({ ...facts, use: 'source', hasRedactions: true })).toContain('先移除遮盖件');
  });
});
