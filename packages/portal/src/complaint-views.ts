import type { ComplaintKind } from '@zhaoshi/domain/oversight/complaint';

/** Where the box's form leads: the unit, and who handles it. */
export interface ComplaintSubject {
  /** Path of the unit's pages. */
  readonly path: string;
  readonly unitName: string;
  /** What may be complained of about it. */
  readonly kinds: readonly ComplaintKind[];
  /** A village, whose 村务公开 is a regime of its own. */
  readonly isAboutVillage: boolean;
  /** The article that gives the right today, as people cite it. */
  readonly law: string;
  /** Where a village below it is chosen; `null` where none stands. */
  readonly villagesPath: string | null;
  readonly handlerName: string;
  /** Of the office that handles; empty when none was entered. */
  readonly phone: string;
  /** Working days (settings of the organ that handles). */
  readonly acknowledgeDays: number;
  readonly resultDays: number;
}

/** Units to choose from. */
export interface ComplaintChoice {
  readonly regionName: string;
  readonly regions: readonly { readonly name: string; readonly slug: string; readonly isChosen: boolean }[];
  readonly units: readonly {
    readonly name: string;
    readonly path: string;
    /** Where one of its villages is chosen; `null` without any. */
    readonly villagesPath: string | null;
  }[];
}

/** Villages of a township to choose from. */
export interface ComplaintVillageChoice {
  readonly townshipName: string;
  readonly villages: readonly { readonly name: string; readonly path: string }[];
}

/** Number and code, shown once. */
export interface ShownReceipt {
  readonly handlerName: string;
  readonly number: string;
  readonly code: string;
  readonly isNamed: boolean;
}

/** What whoever has the code reads; in days, never in times. */
export interface OwnComplaint {
  readonly number: string;
  readonly kind: ComplaintKind;
  readonly unitName: string;
  readonly handlerName: string;
  readonly receivedOn: string;
  readonly status: string;
  /** What is owed next, in words; empty when nothing is. */
  readonly due: string;
  /** What was told, the last first. */
  readonly told: readonly { readonly on: string; readonly words: readonly string[] }[];
  readonly text: string;
  /** How many. */
  readonly photos: number;
}
