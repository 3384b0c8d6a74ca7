/**
 * The steps of an organ's own review (谁公开、谁审查、谁负责; 条例17). Review by the office, the secrecy review and the
 * signature are always there; no setting lets one person both submit and approve.
 */
export interface ReviewChain {
  /** Whether the head of the unit gives an opinion first. */
  readonly hasUnitStep: boolean;
  /** Whether only the leader signs, or the head of the disclosure office too. */
  readonly leaderSigns: boolean;
  /** In small organs the one who signed may also publish; each use is written to the trail (privacy-security.md §7). */
  readonly signerMayPublish: boolean;
}

export const FULL_CHAIN: ReviewChain = { hasUnitStep: true, leaderSigns: true, signerMayPublish: false };
