import type { Dispute } from '@zhaoshi/domain/dispute/dispute';
import { OPEN_STAGE, type RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { addDays, type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import { MARK } from './people.ts';

/** An invented reconsideration or suit. */
export interface DisputeStory extends Omit<Dispute, 'disputeId' | 'stages'> {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly party: string;
  /** Whether it is about one of the organ's applications that was refused. */
  readonly isOfRefusal: boolean;
  readonly stages: readonly RegisteredStage[];
}

type Tribunal = Pick<RegisteredStage, 'kind' | 'tribunal' | 'number'>;

const stage = (tribunal: Tribunal, given: Partial<RegisteredStage>): RegisteredStage => ({
  ...OPEN_STAGE,
  ...tribunal,
  procedure: tribunal.kind === 'reconsideration' ? 'ordinary' : null,
  ...given,
});

const story = (
  organ: string,
  party: string,
  given: Partial<DisputeStory> & Pick<DisputeStory, 'kind' | 'stages'>,
): DisputeStory => ({
  organ,
  party: `${party}${MARK}`,
  role: 'originalActOrgan',
  act: 'otherReply',
  actOn: null,
  isOfRefusal: false,
  ...given,
});

/** Disputes in every state that table four knows, dated back from the day of loading. */
export function disputeStories(today: CivilDate): readonly DisputeStory[] {
  const ago = (days: number): CivilDate => addDays(today, -days);
  const year = (days: number): number => yearOf(ago(days));
  const review = (days: number, serial: number): Tribunal => ({
    kind: 'reconsideration',
    tribunal: '昭示市人民政府',
    number: `昭政复〔${year(days)}〕${serial}号`,
  });
  const countyReview = (days: number, serial: number): Tribunal => ({
    kind: 'reconsideration',
    tribunal: '河东县人民政府',
    number: `东政复〔${year(days)}〕${serial}号`,
  });
  const court = (days: number, serial: number): Tribunal => ({
    kind: 'firstInstance',
    tribunal: '河东县人民法院',
    number: `（${year(days)}）昭0102行初${serial}号`,
  });
  const appeal = (days: number, serial: number): Tribunal => ({
    kind: 'secondInstance',
    tribunal: '昭示市中级人民法院',
    number: `（${year(days)}）昭01行终${serial}号`,
  });
  return [
    story('zhaoshi/resources', '周山河', {
      kind: 'reconsideration',
      act: 'refusal',
      isOfRefusal: true,
      stages: [
        stage(review(210, 41), {
          acceptedOn: ago(210),
          servedOn: ago(205),
          answeredOn: ago(195),
          result: 'reconsideration.setAside',
          decidedOn: ago(160),
        }),
      ],
    }),
    story('zhaoshi/resources', '吴田', {
      kind: 'reconsideration',
      act: 'silence',
      stages: [stage(review(8, 97), { acceptedOn: ago(8), servedOn: ago(5), procedure: 'simplified' })],
    }),
    story('zhaoshi/resources', '郑水清', {
      kind: 'litigationAfterReconsideration',
      act: 'partialRefusal',
      stages: [
        stage(court(120, 56), {
          acceptedOn: ago(120),
          result: 'litigation.claimDismissed',
          decidedOn: ago(60),
          effectiveOn: ago(42),
        }),
      ],
    }),
    story('hedong/civil-affairs', '冯小满', {
      kind: 'litigationDirect',
      act: 'silence',
      stages: [
        stage(court(180, 23), {
          acceptedOn: ago(180),
          result: 'litigation.performanceOrdered',
          decidedOn: ago(110),
        }),
        stage(appeal(90, 12), {
          acceptedOn: ago(90),
          result: 'litigation.appealDismissed',
          decidedOn: ago(30),
        }),
      ],
    }),
    story('hedong/civil-affairs', '陈秋实', {
      kind: 'reconsideration',
      stages: [
        stage(countyReview(75, 18), {
          acceptedOn: ago(75),
          servedOn: ago(72),
          answeredOn: ago(64),
          result: 'reconsideration.withdrawn',
          decidedOn: ago(50),
        }),
      ],
    }),
    story('hedong/duandian', '褚家村村民褚大勇等', {
      kind: 'reconsideration',
      stages: [
        stage(countyReview(260, 3), {
          acceptedOn: ago(260),
          servedOn: ago(256),
          answeredOn: ago(246),
          result: 'reconsideration.upheld',
          decidedOn: ago(215),
        }),
      ],
    }),
    story('hedong/office', '褚家村村民褚大勇等', {
      kind: 'litigationAfterReconsideration',
      role: 'reconsiderationOrganAsCoDefendant',
      stages: [stage(court(190, 31), { acceptedOn: ago(190) })],
    }),
  ];
}
