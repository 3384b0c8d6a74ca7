import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { shownMoment } from '../../../app/moments.ts';
import type { ShownDocument } from '../shown-document.ts';
import './review.css';

/** What the organ has published with the very same words; publishing it again is not refused (publication.md §9). */
export function SameTextNote({
  shown: { regionId, sameTexts },
}: {
  readonly shown: ShownDocument;
}): ReactNode {
  if (sameTexts.length === 0) return null;
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      role="status"
      title="本机关已经公开过正文相同的文件"
      description={
        <>
          <ul className="other-documents">
            {sameTexts.map(({ documentId, documentNumber, title, publishedAt }) => (
              <li key={documentId}>
                <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId }}>
                  {`${documentNumber} ${title}`.trim()}
                </Link>
                <span className="figures quiet">{shownMoment(publishedAt)}公开</span>
              </li>
            ))}
          </ul>
          <p>
            重复的，请作废这一份；要改原来那份的，在原文件上办理“修改”；确需分别公开的，可以继续办理，或者在“与其他文件的关系”里写明两者的关系。
          </p>
        </>
      }
    />
  );
}
