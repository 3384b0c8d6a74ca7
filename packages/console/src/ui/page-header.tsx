import { inBookMarks } from '@zhaoshi/domain/kernel/book-marks';
import { type ReactNode, useEffect, useRef } from 'react';
import type { LawReference } from '../app/law.ts';
import { usePageInfo } from '../app/use-page-info.ts';

/** The window's title. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 昭示工作台`;
  }, [title]);
}

let opened = false;

interface Props {
  /** The name of the thing shown, where the page is about one thing. */
  readonly title?: string;
  readonly actions?: ReactNode;
}

/**
 * The head of a page: title, purpose and the rules it rests on, from the route's `staticData.page`. Sets the
 * window's title and takes the focus when the page was opened from another, so that it is read out.
 */
export function PageHeader({ title, actions }: Props): ReactNode {
  const info = usePageInfo();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = title ?? info?.title ?? '';
  usePageTitle(shown);
  useEffect(() => {
    // The first page keeps the browser's own start, from which the skip link is the first stop.
    if (opened) heading.current?.focus();
    opened = true;
  }, []);
  return (
    <header className="page-header">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {shown}
        </h1>
        {info !== undefined && (
          <p className="quiet">
            {info.purpose}
            {info.law.length > 0 && <span className="law">依据：{cited(info.law)}</span>}
          </p>
        )}
      </div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </header>
  );
}

/** The articles by their laws' usual names; the help drawer has the words. */
function cited(law: readonly LawReference[]): string {
  const sources = [...new Set(law.map(({ source }) => source))];
  return sources
    .map((source) => {
      const articles = law.filter((rule) => rule.source === source).map(({ article }) => article);
      return `${inBookMarks(source.replace(/^中华人民共和国/, ''))}${articles.join('、')}`;
    })
    .join('；');
}
