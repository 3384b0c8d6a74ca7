import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useSession } from './session.ts';

const SearchDialog = lazy(() => import('./search-dialog.tsx'));

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The way to the search over everything that the person may see; also by Ctrl+K and "/". */
export function GlobalSearch(): ReactNode {
  const [open, setOpen] = useState(false);
  const may = useSession().abilities.includes('search.use');
  useEffect(() => {
    if (!may) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const asked =
        (event.key === 'k' && (event.ctrlKey || event.metaKey)) ||
        (event.key === '/' && !isTyping(event.target));
      if (!asked) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [may]);
  if (!may) return null;
  return (
    <>
      <Button className="search-button" icon={<SearchOutlined aria-hidden />} onClick={() => setOpen(true)}>
        <span className="wide-shown">检索</span>
        <kbd className="wide-only" aria-hidden="true">
          Ctrl K
        </kbd>
      </Button>
      <Suspense>{open && <SearchDialog onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
