import { LEAK_DUTIES, type LeakAnswer, type LeakDuty } from '@zhaoshi/domain/disclosure/document-act';
import { isLeakOpen } from '@zhaoshi/domain/disclosure/document-state';
import { DOCUMENT_TRANSITIONS } from '@zhaoshi/domain/disclosure/document-transitions';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../../app/moments.ts';
import type { ShownDocument } from '../shown-document.ts';

const LEAK_WORDS: Readonly<Record<LeakAnswer, string>> = {
  done: '已登记办理',
  notNeeded: '已登记不需要办理的理由',
};

/** What the law asks after something was shown that must not be (个人信息保护法57), and how far it is. */
export function LeakNote({ shown }: { readonly shown: ShownDocument }): ReactNode {
  const { leak, withdrawn } = shown;
  const isOpen = isLeakOpen(shown);
  // What is settled is told as long as nothing else is public; afterwards the history has it.
  if (leak === null || (!isOpen && withdrawn === null)) return null;
  const duties = Object.entries(LEAK_DUTIES) as readonly (readonly [LeakDuty, string])[];
  return (
    <Alert
      className="problem"
      type={isOpen ? 'error' : 'info'}
      showIcon
      role="status"
      title={isOpen ? '因泄露撤回，还要通知和报告' : '因泄露撤回，通知和报告已登记'}
      description={
        <>
          <p>
            {shownMoment(leak.since)}撤回。{isOpen && DOCUMENT_TRANSITIONS.followUpLeak.law}
          </p>
          <ul>
            {duties.map(([duty, title]) => {
              const answer = leak[duty];
              return (
                <li key={duty}>
                  {title}：{answer === null ? <strong>还没有登记</strong> : LEAK_WORDS[answer]}
                </li>
              );
            })}
          </ul>
        </>
      }
    />
  );
}
