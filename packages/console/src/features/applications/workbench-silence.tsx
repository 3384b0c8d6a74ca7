import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ShownCase } from './shown-application.ts';

/** An overdue case: what the applicant may do about the silence (法释〔2025〕8号第二条). */
export function SilenceNote({ shown: { silenceRemedy } }: { readonly shown: ShownCase }): ReactNode {
  if (silenceRemedy === null) return null;
  const { words, source, unconfirmed } = silenceRemedy;
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={words}
      description={`依据：${source}${unconfirmed ? '（待确认，按本机关的设置）' : ''}。请立即答复。`}
    />
  );
}
