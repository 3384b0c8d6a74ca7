import type { ReactNode } from 'react';

/**
 * Gives the article the styles that it bears: the page's policy, which holds in the frame as well, takes styles from a
 * script of the console alone, never from markup.
 */
function style({ contentDocument }: HTMLIFrameElement): void {
  for (const element of contentDocument?.querySelectorAll<HTMLElement>('[style]') ?? []) {
    element.style.cssText = element.getAttribute('style') ?? '';
  }
}

/**
 * The article as it will look in the public account, in a frame of its own: nothing in it runs, is sent or leads
 * anywhere, whatever its markup says.
 */
export function ArticleFrame({ article }: { readonly article: string }): ReactNode {
  return (
    <iframe
      className="article"
      title="文章"
      sandbox="allow-same-origin"
      srcDoc={`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>文章</title></head><body>${article}</body></html>`}
      onLoad={({ currentTarget }) => style(currentTarget)}
    />
  );
}
