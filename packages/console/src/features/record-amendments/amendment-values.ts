import type { RouteRequest } from '@zhaoshi/contract/define-route';
import { recordAmendmentRoutes } from '@zhaoshi/contract/routes/record-amendments';
import { type AmendmentDecision, rowOfDecision } from '@zhaoshi/domain/application/amendment-decision';
import { usePause } from '../../app/use-pause.ts';
import { useRead } from '../../app/use-route.ts';
import type { LetterPreview } from '../../ui/letter-previews.tsx';
import type { ShownAmendment } from './shown-amendment.ts';

export interface AmendmentValues {
  readonly decision: AmendmentDecision;
  readonly on: string;
  readonly texts: {
    readonly reason?: string;
    readonly organInCharge?: string;
    readonly organContact?: string;
    readonly documentNumber?: string;
  };
}

type Body = RouteRequest<typeof recordAmendmentRoutes.decide>['body'];

/** What is sent: the texts that belong to the decision, and the 文号. */
export function bodyOf({ decision, on, texts }: AmendmentValues): Body {
  const keys = new Set([...Object.keys(rowOfDecision(decision).texts), 'documentNumber']);
  const given = Object.entries(texts).filter(([key, value]) => keys.has(key) && value !== undefined);
  return { decision, on, texts: Object.fromEntries(given) };
}

/** Names stand for what is not typed yet, so that the letter can be read before it is complete. */
const GAPS = { reason: '〔审核情况〕', organInCharge: '〔有权更正的行政机关〕' } as const;

function withGaps(values: AmendmentValues, isNumberTyped: boolean): AmendmentValues {
  const { texts } = values;
  const gap = (typed: string | undefined, name: string): string =>
    typed === undefined || typed.trim() === '' ? name : typed;
  return {
    ...values,
    texts: {
      ...texts,
      reason: gap(texts.reason, GAPS.reason),
      organInCharge: gap(texts.organInCharge, GAPS.organInCharge),
      ...(isNumberTyped && { documentNumber: gap(texts.documentNumber, '〔发文字号〕') }),
    },
  };
}

/** The letter as the decision would send it; none while there is no date. */
export function usePreview(
  { regionId, amendmentId, isNumberTyped }: ShownAmendment,
  values: AmendmentValues,
): readonly LetterPreview[] {
  const asked = usePause(bodyOf(withGaps(values, isNumberTyped)));
  const { data } = useRead(
    recordAmendmentRoutes.preview,
    { params: { regionId, amendmentId }, body: asked.value },
    { enabled: asked.value.on !== '' },
  );
  return data === undefined ? [] : [data];
}
