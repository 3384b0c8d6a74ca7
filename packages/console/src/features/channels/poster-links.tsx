import { posterRoutes } from '@zhaoshi/contract/routes/posters';
import type { ReactNode } from 'react';
import { addressOf } from '../../app/api.ts';

const POSTERS = [
  { label: '海报 A4', query: { paper: 'a4', fit: 'sheets' } },
  { label: '海报 A4 节选', query: { paper: 'a4', fit: 'excerpt' } },
  { label: '海报 A3', query: { paper: 'a3', fit: 'sheets' } },
] as const;

interface Props {
  readonly regionId: string;
  readonly documentId: string;
  readonly title: string;
}

/** Links to the posters of a document that is public. */
export function PosterLinks({ regionId, documentId, title }: Props): ReactNode {
  return (
    <span className="channel-links">
      {POSTERS.map(({ label, query }) => (
        <a
          key={label}
          href={addressOf(posterRoutes.file.path, { params: { regionId, documentId }, query })}
          download
        >
          {label}
          <span className="for-readers">：{title}</span>
        </a>
      ))}
    </span>
  );
}
