import { assertNever } from '../kernel/assert-never.ts';
import { civilDateAt } from '../kernel/civil-date.ts';
import type { DocumentAct } from './document-act.ts';
import type { DecideDocumentContext } from './document-context.ts';
import { type DocumentRefusal, refuseIf } from './document-refusals.ts';
import type { DocumentState } from './document-state.ts';
import { SECRECY_QUESTION_IDS, secrecyObstacles } from './secrecy-review.ts';

const isAuthor = ({ revision, submittedBy }: DocumentState, who: string): boolean =>
  submittedBy === who || revision?.authors.includes(who) === true;

/** Whoever wrote or submitted it neither reviews nor signs it (先审查、后公开). */
const refuseAuthor = (state: DocumentState, who: string): readonly DocumentRefusal[] =>
  refuseIf(isAuthor(state, who), 'same-person');

const isThisVersion = ({ revision }: DocumentState, sha256: string): boolean => revision?.sha256 === sha256;

function refuseFindings(state: DocumentState, { scan }: DecideDocumentContext): readonly DocumentRefusal[] {
  const open = [...scan.blocking.keys()].filter((finding) => !state.justified.includes(finding));
  return [
    ...refuseIf(open.length > 0, 'findings-open'),
    ...refuseIf(scan.unscannedFiles > 0, 'files-unscanned'),
  ];
}

function refuseJustification(
  finding: string,
  { scan, actor }: DecideDocumentContext,
): readonly DocumentRefusal[] {
  const roles = scan.blocking.get(finding);
  if (roles === undefined) return refuseIf(true, 'finding-unknown');
  return [
    ...refuseIf(roles.length === 0, 'finding-forbidden'),
    ...refuseIf(roles.length > 0 && !roles.some((role) => actor.roles.includes(role)), 'not-your-role'),
  ];
}

function refuseCoordination({ coordinations }: DocumentState): readonly DocumentRefusal[] {
  const results = new Set(coordinations.map(({ result }) => result));
  return [
    ...refuseIf(results.has(null), 'coordination-open'),
    ...refuseIf(results.has('objected') || results.has('decidedAgainst'), 'coordination-against'),
  ];
}

/** The secrecy review of this very version, and what it says against publication (条例17; 一事一审). */
function refuseSecrecy({ revision, secrecyReview }: DocumentState): readonly DocumentRefusal[] {
  if (revision === null || secrecyReview === null) return refuseIf(true, 'secrecy-missing');
  if (secrecyReview.sha256 !== revision.sha256) return refuseIf(true, 'content-changed');
  const { conclusion, answers } = secrecyReview;
  const goesPublic = revision.disclosureClass === 'proactive';
  const isFor = conclusion === 'publish' || conclusion === 'publishPart';
  return [
    ...refuseIf(conclusion === 'report', 'secrecy-report'),
    ...refuseIf(goesPublic && conclusion === 'withhold', 'secrecy-against'),
    ...refuseIf(goesPublic && isFor && secrecyObstacles(answers).length > 0, 'secrecy-obstacle'),
  ];
}

/** What stands against anything of this version reaching the public. */
function refuseForPublic(state: DocumentState, context: DecideDocumentContext): readonly DocumentRefusal[] {
  if (state.revision?.disclosureClass !== 'proactive') return [];
  return [
    ...context.publicRefusals,
    ...refuseIf(context.holdsWithdrawn, 'holds-withdrawn'),
    ...refuseCoordination(state),
    ...refuseFindings(state, context),
    ...refuseIf(state.reportResult === 'against', 'report-against'),
  ];
}

/** A hurry does without a review that was not made yet, not with one that came out against this text (条例17). */
function refuseUrgency(
  state: DocumentState,
  { revision }: Extract<DocumentAct, { readonly type: 'publishUrgently' }>,
  context: DecideDocumentContext,
): readonly DocumentRefusal[] {
  const { heldBack } = state;
  return [
    ...context.contentRefusals,
    ...refuseIf(revision.disclosureClass !== 'proactive', 'class-not-proactive'),
    ...refuseIf(!revision.isForPublic, 'group-only', 'content.audience'),
    ...refuseIf(revision.authors.includes(context.actor.id), 'author-publishes'),
    ...(heldBack?.sha256 === revision.sha256 ? refuseIf(true, heldBack.because) : []),
    ...refuseIf(context.holdsWithdrawn, 'holds-withdrawn'),
    ...refuseInterpreting(context, context.now),
    ...refuseFindings({ ...state, revision }, context),
  ];
}

function refuseApproval(
  state: DocumentState,
  { sha256, disclosureClass }: Extract<DocumentAct, { readonly type: 'approve' }>,
  context: DecideDocumentContext,
): readonly DocumentRefusal[] {
  const { chain, actor } = context;
  const signed = state.revision && { ...state, revision: { ...state.revision, disclosureClass } };
  return [
    ...refuseAuthor(state, actor.id),
    ...refuseIf(chain.leaderSigns && !actor.roles.includes('leader'), 'not-your-role'),
    ...refuseIf(!isThisVersion(state, sha256), 'content-changed'),
    ...(signed === null ? [] : [...refuseSecrecy(signed), ...refuseForPublic(signed, context)]),
  ];
}

function refusePublisher(
  state: DocumentState,
  { chain, actor }: DecideDocumentContext,
): readonly DocumentRefusal[] {
  return [
    ...refuseIf(isAuthor(state, actor.id), 'author-publishes'),
    ...refuseIf(state.approvedBy === actor.id && !chain.signerMayPublish, 'signer-publishes'),
  ];
}

/** An interpretation names its policy: it does not go public before it does (publication.md §§3.1, 7). */
const refuseInterpreting = (
  { interpretedFrom }: DecideDocumentContext,
  minute: string,
): readonly DocumentRefusal[] =>
  refuseIf(
    interpretedFrom.some((from) => from === null || from > minute),
    'interpreted-not-public',
  );

function refusePublication(state: DocumentState, context: DecideDocumentContext): readonly DocumentRefusal[] {
  return [
    ...refuseIf(state.revision?.disclosureClass !== 'proactive', 'class-not-proactive'),
    ...refuseIf(state.revision?.isForPublic === false, 'group-only', 'content.audience'),
    ...refusePublisher(state, context),
    ...refuseSecrecy(state),
    ...refuseForPublic(state, context),
  ];
}

/** A third person: neither wrote it nor put it out in a hurry. */
const refuseSecondPerson = (state: DocumentState, who: string): readonly DocumentRefusal[] => [
  ...refuseIf(!state.awaitsThirdPerson, 'not-urgent'),
  ...refuseIf(isAuthor(state, who) || state.publishedBy === who, 'third-person-needed'),
];

/** What the document itself says against an act, beside status, role and missing words. */
export function refuseDocumentAct(
  state: DocumentState,
  act: DocumentAct,
  context: DecideDocumentContext,
): readonly DocumentRefusal[] {
  const { actor, now } = context;
  switch (act.type) {
    case 'submit':
      return context.contentRefusals;
    case 'agreeInUnit':
      return refuseAuthor(state, actor.id);
    case 'recordSecrecyReview':
      return [
        ...refuseAuthor(state, actor.id),
        ...refuseIf(!isThisVersion(state, act.sha256), 'content-changed'),
        ...refuseIf(
          !SECRECY_QUESTION_IDS.every((question) => Object.hasOwn(act.answers, question)),
          'secrecy-answers',
        ),
      ];
    case 'justifyFinding':
      return [
        ...refuseAuthor(state, actor.id),
        ...refuseIf(state.justified.includes(act.finding), 'finding-known'),
        ...refuseJustification(act.finding, context),
      ];
    case 'endCoordination':
      return refuseIf(
        !state.coordinations.some((one) => one.coordinationId === act.coordinationId && one.result === null),
        'coordination-unknown',
      );
    case 'passReview':
      return [
        ...refuseAuthor(state, actor.id),
        ...refuseIf(!isThisVersion(state, act.sha256), 'content-changed'),
        ...refuseSecrecy(state),
        ...refuseForPublic(state, context),
      ];
    case 'approve':
      return refuseApproval(state, act, context);
    case 'publish':
      return [...refusePublication(state, context), ...refuseInterpreting(context, now)];
    case 'schedule':
      return [
        ...refusePublication(state, context),
        ...refuseInterpreting(context, act.minute),
        ...refuseIf(act.minute <= now, 'minute-past', 'act.minute'),
      ];
    case 'cancelSchedule':
      return refuseIf(state.scheduledFor !== null && state.scheduledFor <= now, 'minute-come');
    case 'becomePublic':
      return refuseIf(state.scheduledFor === null || state.scheduledFor > now, 'minute-not-come');
    case 'publishUrgently':
      return refuseUrgency(state, act, context);
    case 'approveAfterwards':
    case 'declineAfterwards':
      return refuseSecondPerson(state, actor.id);
    case 'withdraw':
      return [
        ...refuseIf(state.public === null, 'nothing-public'),
        ...refuseIf(context.isBeingShown && act.kind === 'notOurs', 'showing-not-over', 'act.kind'),
      ];
    case 'followUpLeak':
      return [
        ...refuseIf(state.leak === null, 'no-leak'),
        ...refuseIf(act.on > civilDateAt(new Date(now)), 'future-day', 'act.on'),
      ];
    case 'revise':
      return refuseIf(state.awaitsThirdPerson, 'urgent-open');
    case 'handOver':
      return refuseIf(state.public === null, 'nothing-public');
    case 'takeBack':
    case 'sendBack':
    case 'askCoordination':
    case 'report':
    case 'resolveReport':
    case 'discard':
    case 'reevaluate':
      return [];
    default:
      return assertNever(act);
  }
}
