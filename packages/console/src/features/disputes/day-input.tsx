import { DISPUTES_SINCE } from '@zhaoshi/domain/dispute/stage-faults';
import { civilDateAt, LAST_CIVIL_DATE } from '@zhaoshi/domain/kernel/civil-date';
import { Input, type InputProps } from 'antd';
import type { ReactNode } from 'react';

interface Props extends InputProps {
  /** The last day to do something may lie ahead. */
  readonly mayLieAhead?: boolean;
}

/** A day of a case; its bounds keep the year to four digits. */
export function DayInput({ mayLieAhead = false, ...given }: Props): ReactNode {
  const max = mayLieAhead ? LAST_CIVIL_DATE : civilDateAt(new Date());
  return <Input {...given} type="date" min={DISPUTES_SINCE} max={max} />;
}
