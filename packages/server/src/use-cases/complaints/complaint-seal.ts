import type { ComplaintChannel, ComplaintKind } from '@zhaoshi/domain/oversight/complaint';
import type { Complainant } from '@zhaoshi/domain/oversight/complaint-form';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import type { TakenPhoto } from './complaint-photos.ts';

/** What lies in the box beside the words: nothing of it can be read from the table. */
export interface BoxedComplaint {
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly unitRegionId: string;
  readonly unitId: string;
  readonly text: string;
  /** Sealed in the storage; left out where there are none. */
  readonly photos?: readonly TakenPhoto[];
}

const textPurpose = (complaintId: string): string => `complaint/${complaintId}`;
const boxPurpose = (complaintId: string): string => `complaint-box/${complaintId}`;
const complainantPurpose = (complaintId: string): string => `complainant/${complaintId}`;
const eventPurpose = (complaintId: string, sequence: number): string =>
  `complaint/${complaintId}/${sequence}`;

export const sealText = (box: SecretBox, complaintId: string, text: string): string =>
  box.seal(text, textPurpose(complaintId));

export const openText = (
  box: SecretBox,
  row: { readonly complaint_id: string; readonly sealed: string },
): string => box.open(row.sealed, textPurpose(row.complaint_id));

export const sealBoxed = (box: SecretBox, complaintId: string, content: BoxedComplaint): string =>
  box.seal(JSON.stringify(content), boxPurpose(complaintId));

/** Written by `sealBoxed` only, from a value of that type. */
export const openBoxed = (
  box: SecretBox,
  row: { readonly complaint_id: string; readonly sealed: string },
): BoxedComplaint => JSON.parse(box.open(row.sealed, boxPurpose(row.complaint_id))) as BoxedComplaint;

export const sealComplainant = (box: SecretBox, complaintId: string, complainant: Complainant): string =>
  box.seal(JSON.stringify(complainant), complainantPurpose(complaintId));

/** Written by `sealComplainant` only, from a value of that type; `null`: anonymous, or erased. */
export const openComplainant = (
  box: SecretBox,
  row: { readonly complaint_id: string; readonly sealed_complainant: string | null },
): Complainant | null =>
  row.sealed_complainant === null
    ? null
    : (JSON.parse(box.open(row.sealed_complainant, complainantPurpose(row.complaint_id))) as Complainant);

const reasonPurpose = (complaintId: string): string => `complaint-voice/${complaintId}`;

/** Why an officer made a complaint of a voice. */
export const sealReason = (box: SecretBox, complaintId: string, reason: string): string =>
  box.seal(reason, reasonPurpose(complaintId));

export const openReason = (
  box: SecretBox,
  row: { readonly complaint_id: string; readonly sealed_reason: string },
): string => box.open(row.sealed_reason, reasonPurpose(row.complaint_id));

export const sealWords = (
  box: SecretBox,
  { complaintId, sequence }: { readonly complaintId: string; readonly sequence: number },
  words: string,
): string => box.seal(words, eventPurpose(complaintId, sequence));

export const openWords = (
  box: SecretBox,
  row: { readonly complaint_id: string; readonly sequence: number; readonly sealed: string },
): string => box.open(row.sealed, eventPurpose(row.complaint_id, row.sequence));
