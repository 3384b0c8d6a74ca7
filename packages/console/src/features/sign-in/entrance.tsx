import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useContrast } from '../../app/display.ts';

/** The frame of pages before one is signed in. */
export function Entrance({ children }: { readonly children: ReactNode }): ReactNode {
  const [contrast, setContrast] = useContrast();
  return (
    <div className="entrance">
      <main id="main">
        <div className="brand">
          <span className="mark" aria-hidden="true">
            昭
          </span>
          <span className="word">昭示工作台</span>
        </div>
        {children}
      </main>
      <footer>
        <a href="/">公开网站</a>
        <Button type="link" onClick={() => setContrast(contrast === 'high' ? 'standard' : 'high')}>
          {contrast === 'high' ? '标准对比度' : '高对比度'}
        </Button>
      </footer>
    </div>
  );
}
