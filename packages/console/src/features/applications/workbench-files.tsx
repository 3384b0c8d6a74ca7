import { fileRoutes } from '@zhaoshi/contract/routes/files';
import { type ReactNode, useId } from 'react';
import { addressOf } from '../../app/api.ts';
import { shownMoment } from '../../app/moments.ts';
import type { ShownCase } from './shown-application.ts';

const USES: Readonly<Record<string, string>> = {
  form: '申请表',
  envelope: '信封',
  identity: '身份证明',
  powerOfAttorney: '授权委托书',
};

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What was handed in or added, to be downloaded by who may see the applicant. */
export function FileList({ shown }: { readonly shown: ShownCase }): ReactNode {
  const headingId = useId();
  const { files, regionId, form } = shown;
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>材料</h2>
      {files.length === 0 ? (
        <p className="quiet">{form === null ? '您没有查看材料的权限。' : '没有材料。'}</p>
      ) : (
        <ul className="rows">
          {files.map(({ fileId, use, name, size, addedAt }) => (
            <li key={fileId}>
              <span>
                <a href={addressOf(fileRoutes.download.path, { params: { regionId, fileId } })} download>
                  {name}
                </a>
                <small className="quiet">
                  {USES[use] ?? use}，{sizeWords(size)}，{shownMoment(addedAt)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
