import type { Finding, Waiver } from './rule.ts';

/** Why a waiver does not apply: its finding is gone, its figures changed, or the role may not waive the rule. */
export interface StaleWaiver {
  readonly waiver: Waiver;
  readonly why: 'gone' | 'changed' | 'notAllowed';
}

/** A reviewer may waive what the author may; nobody may without a reason. */
function isAllowed(finding: Finding, waiver: Waiver): boolean {
  if (finding.waiverBy === 'none' || waiver.reason.trim() === '') return false;
  return finding.waiverBy === 'author' || waiver.by === 'reviewer';
}

function isWaivable({ status }: Finding): boolean {
  return status === 'fail' || status === 'waived';
}

/** Marks failures that someone accepted with a reason; a waiver ends when the cells or the passage change. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[]): readonly Finding[] {
  if (waivers.length === 0) return findings;
  return findings.map((finding) => {
    if (!isWaivable(finding)) return finding;
    const waiver = waivers.find(
      (candidate) =>
        candidate.findingId === finding.id &&
        candidate.fingerprint === finding.fingerprint &&
        isAllowed(finding, candidate),
    );
    return waiver ? { ...finding, status: 'waived', waiver } : finding;
  });
}

/** Waivers that no longer hold for these findings, each with the reason, for the person who gave them. */
export function staleWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
): readonly StaleWaiver[] {
  const failing = new Map(findings.filter(isWaivable).map((finding) => [finding.id, finding]));
  return waivers.flatMap((waiver): StaleWaiver[] => {
    const finding = failing.get(waiver.findingId);
    if (!finding) return [{ waiver, why: 'gone' }];
    if (finding.fingerprint !== waiver.fingerprint) return [{ waiver, why: 'changed' }];
    return isAllowed(finding, waiver) ? [] : [{ waiver, why: 'notAllowed' }];
  });
}
