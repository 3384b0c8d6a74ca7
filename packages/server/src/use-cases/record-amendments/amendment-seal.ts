import type { AmendmentDecision, AmendmentTexts } from '@zhaoshi/domain/application/amendment-decision';
import type { AmendmentDelivery } from '@zhaoshi/domain/application/amendment-delivery';
import type { AmendmentRequest } from '@zhaoshi/domain/application/record-amendment';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';

const purposeOf = (amendmentId: string): string => `record-amendment/${amendmentId}`;

/** A decision as it is kept: its words may name a person. */
export interface KeptDecision {
  readonly decision: AmendmentDecision;
  readonly texts: AmendmentTexts;
  /** How its letter went out beside the portal; not there before the first. */
  readonly deliveries?: readonly AmendmentDelivery[];
}

/** A request as it is kept: who asks, which record, what is wrong. */
export const sealRequest = (box: SecretBox, amendmentId: string, request: AmendmentRequest): string =>
  box.seal(JSON.stringify(request), purposeOf(amendmentId));

export const sealDecision = (box: SecretBox, amendmentId: string, decision: KeptDecision): string =>
  box.seal(JSON.stringify(decision), purposeOf(amendmentId));

interface Row {
  readonly amendment_id: string;
  readonly sealed: string;
  readonly sealed_result: string | null;
}

/** Written by `sealRequest` only, from a value of that type. */
export const openRequest = (box: SecretBox, { amendment_id, sealed }: Row): AmendmentRequest =>
  JSON.parse(box.open(sealed, purposeOf(amendment_id))) as AmendmentRequest;

/** Written by `sealDecision` only, from a value of that type; `null` while it is open. */
export const openDecision = (box: SecretBox, { amendment_id, sealed_result }: Row): KeptDecision | null =>
  sealed_result === null
    ? null
    : (JSON.parse(box.open(sealed_result, purposeOf(amendment_id))) as KeptDecision);
