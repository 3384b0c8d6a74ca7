import type { PostKind } from '@zhaoshi/domain/village/village-post';
import type { Crumb } from './layout.ts';

/** A township whose villages keep 村务公开 here. */
export interface TownshipPlace {
  readonly name: string;
  readonly path: string;
  /** Down to the township. */
  readonly crumbs: readonly Crumb[];
}

export interface VillageListPage {
  readonly township: TownshipPlace;
  readonly villages: readonly { readonly name: string; readonly path: string; readonly shown: number }[];
}

/** A picture: what was posted, or the board on the day it was photographed. */
export interface VillagePicture {
  readonly path: string;
  readonly boardOn: string | null;
}

export interface ShownVillagePost {
  readonly id: string;
  readonly title: string;
  readonly kind: PostKind;
  readonly body: string;
  readonly from: string;
  readonly until: string;
  readonly committeeSigner: string;
  readonly supervisorSigner: string;
  /** Why it was corrected; empty for the first edition. */
  readonly reason: string;
  readonly pictures: readonly VillagePicture[];
}

export interface ShownVillageQuestion {
  readonly receivedOn: string;
  readonly text: string;
  readonly reply: string;
}

interface VillagePlace {
  readonly name: string;
  readonly path: string;
  readonly township: TownshipPlace;
}

export interface VillagePage {
  readonly village: VillagePlace;
  /** The article that asks for it today. */
  readonly law: string;
  readonly posts: readonly ShownVillagePost[];
  /** How many were shown for their time. */
  readonly past: number;
  readonly questions: readonly ShownVillageQuestion[];
  /** Where to ask. */
  readonly questionPath: string;
}

export interface VillagePastPage {
  readonly village: VillagePlace;
  readonly posts: readonly ShownVillagePost[];
  readonly page: number;
  readonly pages: readonly string[];
}
