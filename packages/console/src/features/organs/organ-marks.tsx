import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { type ListedOrgan, type ShownOrgan, stateOf, stateWords, today } from './shown-organ.ts';

const COLOURS = { there: 'success', coming: 'processing', ending: 'warning', closed: 'default' } as const;

/** Whether the organ is there, and until when. */
export function OrganState({
  organ,
}: {
  readonly organ: Pick<ShownOrgan, 'validFrom' | 'validTo'>;
}): ReactNode {
  const on = today();
  return <Tag color={COLOURS[stateOf(organ, on)]}>{stateWords(organ, on)}</Tag>;
}

/** The state, and what is missing. */
export function ListedMarks({ organ }: { readonly organ: ListedOrgan }): ReactNode {
  return (
    <span className="marks">
      <OrganState organ={organ} />
      {organ.lacksOffice && <Tag color="warning">工作机构信息不完整</Tag>}
    </span>
  );
}
