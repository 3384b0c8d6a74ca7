import type { Role } from '../permission/roles.ts';
import type { DocumentAct } from './document-act.ts';
import type { DocumentRefusal } from './document-refusals.ts';
import type { DocumentActor } from './document-transitions.ts';
import type { ReviewChain } from './review-chain.ts';

/** Findings of the scan of the version in question, by their keys. */
export interface ScanSummary {
  /** What blocks until it is masked or justified, and who may justify it; nobody where the list is empty. */
  readonly blocking: ReadonlyMap<string, readonly Role[]>;
  /** Files that were not looked into yet; one that cannot be looked into is a finding. */
  readonly unscannedFiles: number;
}

export interface DecideDocumentContext {
  readonly chain: ReviewChain;
  /** What the content itself lacks for this act (`refuseContent`). */
  readonly contentRefusals: readonly DocumentRefusal[];
  /** What the version in question lacks to stand in the public catalogue, whatever class it was proposed with. */
  readonly publicRefusals: readonly DocumentRefusal[];
  /** It is an issue of the gazette, and something in it was withdrawn. */
  readonly holdsWithdrawn: boolean;
  /** From when on each document of the platform that this one interprets is public; ISO, `null`: nobody knows. */
  readonly interpretedFrom: readonly (string | null)[];
  readonly scan: ScanSummary;
  /** The period of publication is over. */
  readonly isLate: boolean;
  /** A showing (公示) is still running. */
  readonly isBeingShown: boolean;
  /** ISO moment. */
  readonly now: string;
  readonly actor: { readonly id: string; readonly roles: readonly DocumentActor[] };
}

export interface DocumentCommand {
  readonly act: DocumentAct;
  readonly texts: Readonly<Record<string, string>>;
}
