import type { FilePages } from '@zhaoshi/contract/routes/redaction-fields';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';

interface TurnerProps {
  readonly page: number;
  readonly pages: number;
  readonly onTurn: (page: number) => void;
}

/** From one page to another. */
export function PageTurner({ page, pages, onTurn }: TurnerProps): ReactNode {
  return (
    <nav className="actions" aria-label="翻页">
      <Button disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        上一页
      </Button>
      <span aria-live="polite">
        第 {page} 页，共 {pages} 页
      </span>
      <Button disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}

/** A page with its size as it is seen. */
export type Page = FilePages['pages'][number];

/** So wide that small print can be read on it. */
export const PICTURE_WIDTH = 1200;

interface PictureProps {
  readonly page: Page;
  /** Address of its picture. */
  readonly source: string;
}

/** A page as it is printed; what lies over it is placed by the caller. */
export function PagePicture({ page, source }: PictureProps): ReactNode {
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  const { page: number, width, height } = page;
  return (
    <>
      <img
        src={source}
        alt={`第 ${number} 页的图像`}
        width={Math.round(width)}
        height={Math.round(height)}
        draggable={false}
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
      {state !== 'shown' && (
        <p className="page-state" role="status">
          {state === 'loading'
            ? '正在打开这一页…'
            : '这一页没有打开。请翻到别的页再翻回来，仍不行请稍后重试。'}
        </p>
      )}
    </>
  );
}
