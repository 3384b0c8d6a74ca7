import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { feedPath } from '../paths.ts';

/** The ways to be told of what is new: by mail, or with a reader of feeds. */
export const beTold = (mail: string, feedOf: string | null, what = '有新公开的信息'): SafeHtml =>
  html`<p>${what}时收到通知：<a href="${mail}" rel="nofollow">邮件订阅</a>${
    feedOf === null ? null : html`　<a href="${feedPath(feedOf, 'atom')}">RSS 订阅</a>`
  }</p>
`;
