import type { DocumentStatus } from '@zhaoshi/domain/disclosure/document-status';
import type { ReactNode } from 'react';
import type { ShownDocument } from '../shown-document.ts';

/** The steps that every document goes, in the words of the offices. */
const STEPS = ['起草', '站所（科室）审核', '公开审查和保密审查', '签发', '发布'] as const;

/** How many of the steps are behind a document. */
const PASSED: Readonly<Record<DocumentStatus, number>> = {
  draft: 0,
  inUnitReview: 1,
  inReview: 2,
  reported: 2,
  inApproval: 3,
  approved: 4,
  scheduled: 4,
  published: 5,
  withdrawn: 5,
  filed: 4,
  discarded: 0,
};

/** Where the document stands in the chain; empty beyond the one that is worked on. */
export function ChainLine({ shown: { status } }: { readonly shown: ShownDocument }): ReactNode {
  const passed = PASSED[status];
  const isOver = status === 'filed' || status === 'discarded';
  return (
    <ol className="chain" aria-label="办理到哪一步">
      {STEPS.map((step, index) => {
        const isCurrent = index === passed && !isOver;
        const state = index < passed ? 'passed' : isCurrent ? 'current' : 'ahead';
        return (
          <li key={step} className={state} {...(isCurrent && { 'aria-current': 'step' as const })}>
            {step}
            <span className="for-readers">
              {state === 'passed' ? '（已过）' : isCurrent ? '（正在办理）' : '（未到）'}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
