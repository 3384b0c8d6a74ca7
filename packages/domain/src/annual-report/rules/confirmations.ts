import type { Finding } from './rule.ts';

/** A person read the sentence of a finding and says that it means what the machine took it for. */
export type Confirmation = Pick<Finding, 'fingerprint'> & { readonly findingId: string };

/** Rules that read sentences: never `block` by machine reading alone (annual-report.md §9.9). */
const READS_TEXT = /^AR-TXT-/;

/** Whether a person is to confirm what the sentence means; also of a sentence that somebody has given a reason for. */
export const isConfirmable = ({ rule, status, severity }: Finding): boolean =>
  READS_TEXT.test(rule) && (status === 'fail' || status === 'waived') && severity === 'warn';

/** A contradiction between text and table that a person confirmed blocks, until sentence or figure changes. */
export function applyConfirmations(
  findings: readonly Finding[],
  confirmations: readonly Confirmation[],
): readonly Finding[] {
  if (confirmations.length === 0) return findings;
  return findings.map((finding) => {
    const isConfirmed = confirmations.some(
      ({ findingId, fingerprint }) => findingId === finding.id && fingerprint === finding.fingerprint,
    );
    return isConfirmed && isConfirmable(finding) ? { ...finding, severity: 'block', isConfirmed } : finding;
  });
}
