import type { Permission } from '@zhaoshi/domain/permission/permissions';
import type { LawReference } from './law.ts';

/** What a page says of itself: shown in its head, the window's title and the help. */
export interface PageInfo {
  readonly title: string;
  /** One sentence: what one does here. */
  readonly purpose: string;
  /** The rules it rests on. */
  readonly law: readonly LawReference[];
  /** Without it the page says which right is missing. */
  readonly needs?: Permission;
  /** Steps and terms for somebody who has never seen the page. */
  readonly help?: readonly { readonly question: string; readonly answer: string }[];
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: PageInfo;
  }
}
