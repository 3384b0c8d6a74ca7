import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

/** Stands where an answer is awaited. antd's own would begin with an empty heading, which a screen reader announces. */
export function Loading({ rows = 4 }: { readonly rows?: number }): ReactNode {
  return (
    <div aria-busy="true">
      <span className="for-readers">正在载入</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
