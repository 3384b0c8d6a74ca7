import type { DisputedAct, DisputeKind, DisputeRole } from '@zhaoshi/domain/dispute/dispute';
import type { DisputeFileKind } from '@zhaoshi/domain/dispute/dispute-files';
import type { LossCause } from '@zhaoshi/domain/dispute/loss-causes';
import { OPEN_STAGE, type RegisteredStage } from '@zhaoshi/domain/dispute/registered-stage';
import { addDays, type CivilDate, yearOf } from '@zhaoshi/domain/kernel/civil-date';
import type { RepliedOutcome } from './case-steps.ts';
import type { ContestedName } from './contested-stories.ts';

/** A paper that came in or went out; the files lie in `demo/disputes`. */
export interface DisputePaper {
  readonly on: CivilDate;
  readonly kind: DisputeFileKind & keyof typeof PAPER_FILES;
  readonly number: string;
  readonly counterpart: string;
}

/** What each kind of paper is taken from, and is called. */
export const PAPER_FILES = {
  answerNotice: { file: 'answer-notice.pdf', name: '行政复议答复通知书.pdf' },
  answer: { file: 'answer.pdf', name: '行政复议答复书.pdf' },
  decision: { file: 'decision.pdf', name: '行政复议决定书.pdf' },
  opinion: { file: 'opinion.pdf', name: '行政复议意见书.pdf' },
  performanceReport: { file: 'report.pdf', name: '关于落实行政复议意见的报告.pdf' },
} as const satisfies Readonly<Partial<Record<DisputeFileKind, { file: string; name: string }>>>;

/** An invented reconsideration or suit. */
export interface DisputeStory {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly kind: DisputeKind;
  readonly role: DisputeRole;
  /** The application that it is about, out of whose file the act and its days are taken; else what is disputed. */
  readonly about: ContestedName | { readonly act: DisputedAct; readonly party: string };
  /** It is the suit after the reconsideration of the organ about the same application. */
  readonly follows: boolean;
  readonly stages: readonly RegisteredStage[];
  readonly papers: readonly DisputePaper[];
  /** Why it was lost, and what is done about it. */
  readonly loss: {
    readonly on: CivilDate;
    readonly causes: readonly LossCause[];
    readonly unit: string;
    readonly measures: string;
  } | null;
  /** The application is answered anew from this day on: taken up again where it had an answer. */
  readonly newReply: {
    readonly from: CivilDate;
    readonly document: string | null;
    readonly outcome: RepliedOutcome;
  } | null;
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
  kind: DisputeKind,
  about: DisputeStory['about'],
  given: Partial<DisputeStory> & Pick<DisputeStory, 'stages'>,
): DisputeStory => ({
  organ,
  kind,
  about,
  role: 'originalActOrgan',
  follows: false,
  papers: [],
  loss: null,
  newReply: null,
  ...given,
});

/** Where the invented disputes are heard, with numbers of the year of a day. */
function tribunals(today: CivilDate) {
  const at =
    (kind: RegisteredStage['kind'], tribunal: string, number: (year: number, serial: number) => string) =>
    (days: number, serial: number): Tribunal => ({
      kind,
      tribunal,
      number: number(yearOf(addDays(today, -days)), serial),
    });
  return {
    cityReview: at('reconsideration', '昭示市人民政府', (year, serial) => `昭政复〔${year}〕${serial}号`),
    countyReview: at('reconsideration', '河东县人民政府', (year, serial) => `东政复〔${year}〕${serial}号`),
    court: at('firstInstance', '河东县人民法院', (year, serial) => `（${year}）昭0102行初${serial}号`),
    appeal: at('secondInstance', '昭示市中级人民法院', (year, serial) => `（${year}）昭01行终${serial}号`),
  };
}

type Heard = ReturnType<typeof tribunals> & { readonly ago: (days: number) => CivilDate };

/** Of the city's departments: set aside and answered anew, silence, a decision upheld with the suit after it. */
function ofCity({ ago, cityReview, court }: Heard): readonly DisputeStory[] {
  const decided = cityReview(210, 41);
  const ordered = cityReview(55, 88);
  const from = (on: CivilDate, kind: DisputePaper['kind'], number: string): DisputePaper => ({
    on,
    kind,
    number,
    counterpart: '昭示市人民政府',
  });
  return [
    story('zhaoshi/resources', 'reconsideration', 'enforcementFile', {
      stages: [
        stage(decided, {
          filedOn: ago(213),
          acceptedOn: ago(210),
          servedOn: ago(205),
          answeredOn: ago(195),
          result: 'reconsideration.setAside',
          decidedOn: ago(160),
          decisionServedOn: ago(157),
          decisionReceivedOn: ago(157),
          ordersReply: true,
          opinionOn: ago(157),
          reportedOn: ago(118),
        }),
      ],
      papers: [
        from(ago(205), 'answerNotice', ''),
        from(ago(195), 'answer', ''),
        from(ago(157), 'decision', decided.number),
        from(ago(157), 'opinion', ''),
        from(ago(118), 'performanceReport', ''),
      ],
      loss: {
        on: ago(140),
        causes: ['wrongNature', 'notSegregated'],
        unit: '执法监督科',
        measures: '执法案卷以外的材料逐份区分处理；涉及案卷的答复由法规科复核后再签发。',
      },
      newReply: { from: ago(155), document: decided.number, outcome: 'partiallyGranted' },
    }),
    story('zhaoshi/resources', 'reconsideration', 'unanswered', {
      stages: [
        stage(cityReview(8, 97), {
          filedOn: ago(11),
          acceptedOn: ago(8),
          servedOn: ago(5),
          procedure: 'simplified',
        }),
      ],
      papers: [from(ago(5), 'answerNotice', '')],
    }),
    story('zhaoshi/resources', 'reconsideration', 'partlyGranted', {
      stages: [
        stage(cityReview(206, 42), {
          filedOn: ago(209),
          acceptedOn: ago(206),
          servedOn: ago(202),
          answeredOn: ago(192),
          result: 'reconsideration.upheld',
          decidedOn: ago(150),
          decisionServedOn: ago(147),
          decisionReceivedOn: ago(147),
        }),
      ],
    }),
    story('zhaoshi/resources', 'litigationAfterReconsideration', 'partlyGranted', {
      follows: true,
      stages: [
        stage(court(128, 56), {
          filedOn: ago(135),
          acceptedOn: ago(128),
          result: 'litigation.claimDismissed',
          decidedOn: ago(60),
          decisionServedOn: ago(57),
          decisionReceivedOn: ago(57),
          effectiveOn: ago(41),
        }),
      ],
    }),
    story('zhaoshi/education', 'reconsideration', 'discussion', {
      stages: [
        stage(ordered, {
          filedOn: ago(58),
          acceptedOn: ago(55),
          servedOn: ago(52),
          answeredOn: ago(44),
          result: 'reconsideration.setAside',
          decidedOn: ago(12),
          decisionServedOn: ago(9),
          decisionReceivedOn: ago(9),
          ordersReply: true,
          opinionOn: ago(9),
        }),
      ],
      papers: [from(ago(9), 'decision', ordered.number), from(ago(9), 'opinion', '')],
    }),
  ];
}

/** Of the county: silence put right by a court, a withdrawal, a mediation, one appealable, one heard by two defendants. */
function ofCounty({ ago, countyReview, court, appeal }: Heard): readonly DisputeStory[] {
  const joint = court(190, 31);
  return [
    story('hedong/civil-affairs', 'litigationDirect', 'orderedByCourt', {
      stages: [
        stage(court(180, 23), {
          filedOn: ago(185),
          acceptedOn: ago(180),
          result: 'litigation.performanceOrdered',
          decidedOn: ago(110),
          decisionServedOn: ago(107),
          decisionReceivedOn: ago(107),
          performedOn: ago(10),
        }),
        stage(appeal(90, 12), {
          filedOn: ago(94),
          acceptedOn: ago(90),
          result: 'litigation.appealDismissed',
          decidedOn: ago(30),
          decisionServedOn: ago(28),
          decisionReceivedOn: ago(28),
        }),
      ],
      loss: {
        on: ago(25),
        causes: ['unanswered'],
        unit: '办公室',
        measures: '每周一核对在办申请的答复期限，临近三个工作日由分管负责人督办。',
      },
      newReply: { from: ago(27), document: null, outcome: 'granted.provided' },
    }),
    story('hedong/civil-affairs', 'reconsideration', 'notFound', {
      stages: [
        stage(countyReview(75, 18), {
          filedOn: ago(79),
          acceptedOn: ago(75),
          servedOn: ago(72),
          answeredOn: ago(64),
          result: 'reconsideration.withdrawn',
          decidedOn: ago(50),
          decisionReceivedOn: ago(48),
        }),
      ],
    }),
    story('hedong/rural-affairs', 'reconsideration', 'tradeSecret', {
      stages: [
        stage(countyReview(110, 14), {
          filedOn: ago(114),
          acceptedOn: ago(110),
          servedOn: ago(107),
          answeredOn: ago(98),
          result: 'reconsideration.mediated',
          decidedOn: ago(70),
          decisionReceivedOn: ago(69),
        }),
      ],
    }),
    story('hedong/finance', 'litigationDirect', 'otherOrgan', {
      stages: [
        stage(court(100, 47), {
          filedOn: ago(105),
          acceptedOn: ago(100),
          result: 'litigation.claimDismissed',
          decidedOn: ago(8),
          decisionServedOn: ago(5),
          decisionReceivedOn: ago(6),
        }),
      ],
    }),
    story('hedong/duandian', 'reconsideration', 'complaint', {
      stages: [
        stage(countyReview(260, 3), {
          filedOn: ago(264),
          acceptedOn: ago(260),
          servedOn: ago(256),
          answeredOn: ago(247),
          result: 'reconsideration.upheld',
          decidedOn: ago(215),
          decisionServedOn: ago(212),
          decisionReceivedOn: ago(212),
        }),
      ],
    }),
    story('hedong/duandian', 'litigationAfterReconsideration', 'complaint', {
      follows: true,
      stages: [stage(joint, { filedOn: ago(200), acceptedOn: ago(190) })],
    }),
    story(
      'hedong/office',
      'litigationAfterReconsideration',
      { act: 'otherReply', party: '褚家村村民褚大勇等' },
      {
        role: 'reconsiderationOrganAsCoDefendant',
        stages: [stage(joint, { filedOn: ago(200), acceptedOn: ago(190) })],
      },
    ),
  ];
}

/** Disputes in every state that table four knows, dated back from the day of loading. */
export function disputeStories(today: CivilDate): readonly DisputeStory[] {
  const heard = { ...tribunals(today), ago: (days: number) => addDays(today, -days) };
  return [...ofCity(heard), ...ofCounty(heard)];
}
