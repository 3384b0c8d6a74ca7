import { Link, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { usePageTitle } from '../ui/page-header.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';

/** Shown where there is no page. */
export function NotFoundPage(): ReactNode {
  usePageTitle('没有这个页面');
  return (
    <main className="lone" id="main">
      <h1>没有这个页面</h1>
      <p>地址可能写错了，或者页面已经移走。填写的内容没有受影响。</p>
      <Link to="/">回到待办</Link>
    </main>
  );
}

/** Shown when a page breaks: what happened, what was kept, what to do. */
export function FaultPage({ error }: { readonly error: unknown }): ReactNode {
  const router = useRouter();
  usePageTitle('页面出错');
  return (
    <main className="lone" id="main">
      <h1>这个页面没有打开</h1>
      <ProblemAlert error={error} />
      <div className="actions">
        <Button type="primary" onClick={() => void router.invalidate()}>
          重新打开
        </Button>
        <Link to="/">回到待办</Link>
      </div>
    </main>
  );
}
