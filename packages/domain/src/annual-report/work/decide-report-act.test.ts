import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { ROLE_NAMES } from '../../permission/roles.ts';
import type { Finding } from '../rules/rule.ts';
import { countedSubmission } from './counted-submission.ts';
import { type DecideReportContext, decideReportAct } from './decide-report-act.ts';
import { evolveReport } from './evolve-report.ts';
import { REPORT_ACT_TEXTS, type ReportAct, type ReportActType } from './report-act.ts';
import { EMPTY_DRAFT } from './report-draft.ts';
import { REPORT_START, type ReportState } from './report-state.ts';
import { REPORT_STATUS_IDS, type ReportStatus } from './report-status.ts';
import { REPORT_TRANSITIONS, type ReportStanding } from './report-transitions.ts';

const SHA = 'a'.repeat(64);

const EXAMPLES: Readonly<Record<ReportActType, ReportAct>> = {
  recordSecrecyReview: { type: 'recordSecrecyReview', textsHash: '0' },
  askSignature: { type: 'askSignature', submission: 1, sha256: SHA },
  takeBack: { type: 'takeBack' },
  sendBack: { type: 'sendBack' },
  sign: { type: 'sign', sha256: SHA, hasReceiver: true },
  returnForMending: { type: 'returnForMending', cells: ['t3.granted/total'], passages: [] },
  accept: { type: 'accept', sha256: SHA },
  publish: { type: 'publish', sha256: SHA },
  restate: { type: 'restate', draft: EMPTY_DRAFT },
  discardRestatement: { type: 'discardRestatement' },
  enterFile: { type: 'enterFile', submission: 1, sha256: SHA, as: 'submitted' },
};

const ACTS = Object.keys(EXAMPLES) as readonly ReportActType[];
const textsOf = (type: ReportActType) =>
  Object.fromEntries(Object.keys(REPORT_ACT_TEXTS[type]).map((key) => [key, '理由']));

const frozen = { submission: 1, sha256: SHA, askedBy: 'author' };
const stateAt = (status: ReportState['status']): ReportState => ({
  ...REPORT_START,
  status,
  frozen: status === 'drafting' || status === 'returned' ? null : frozen,
  published: status === 'published' ? { submission: 1, sha256: SHA, at: '2026-02-01T00:00:00.000Z' } : null,
});

const contextFor = (given: Partial<DecideReportContext['actor']> = {}): DecideReportContext => ({
  actor: { id: 'somebody', roles: [], standings: ['own'], ...given },
  now: '2026-01-20T01:00:00.000Z',
  today: '2026-01-20' as CivilDate,
  reportYear: 2025,
  findings: [],
  missingMembers: [],
});

const finding = (given: Partial<Finding>): Finding => ({
  id: '1',
  rule: 'AR-CEL-01',
  ruleVersion: 1,
  severity: 'block',
  status: 'fail',
  cells: [],
  left: null,
  right: null,
  difference: null,
  message: '表三为空。',
  basis: '算术',
  waiverBy: 'none',
  fingerprint: '',
  ...given,
});

describe('every act in every status by every role and standing', () => {
  const rows = ACTS.flatMap((type) => REPORT_STATUS_IDS.map((status) => [type, status] as const));
  it.each(rows)('%s while %s is taken from those of the table only', (type, status) => {
    for (const role of ROLE_NAMES) {
      for (const standings of [['own'], ['receiver'], []] as readonly ReportStanding[][]) {
        const { from, by } = REPORT_TRANSITIONS[type];
        const isListed = standings.some((standing) => by[standing]?.includes(role) === true);
        // Nothing is public that a restatement in drafting could be given up for.
        const isPossible = type !== 'discardRestatement';
        // A file as one's own stands for what was published, another's for what was handed in.
        const as = standings.includes('own') ? 'published' : 'submitted';
        const example = EXAMPLES[type];
        const decided = decideReportAct(
          stateAt(status),
          { act: example.type === 'enterFile' ? { ...example, as } : example, texts: textsOf(type) },
          contextFor({ roles: [role], standings }),
        );
        expect(decided.ok, `${role} ${standings.join()}`).toBe(
          from.includes(status) && isListed && isPossible,
        );
      }
    }
  });
});

const leader = contextFor({ roles: ['leader'] });
const clerk = contextFor({ roles: ['disclosureOfficer'] });

const codes = (state: ReportState, type: ReportActType, context: DecideReportContext, texts?: object) => {
  const decided = decideReportAct(
    state,
    { act: EXAMPLES[type], texts: { ...textsOf(type), ...texts } },
    context,
  );
  return decided.ok ? [] : decided.error.map(({ code }) => code);
};

describe('what stands in the way', () => {
  it('is where the report stands, with what can be done about it', () => {
    const wordsOf = (status: ReportStatus, type: ReportActType): string => {
      const decided = decideReportAct(stateAt(status), { act: EXAMPLES[type], texts: textsOf(type) }, clerk);
      return decided.ok ? '' : decided.error.map(({ message }) => message).join('');
    };
    expect(wordsOf('submitted', 'askSignature')).toBe(
      '报告现在的状态不能这样办理：报告已报送，不能“提请签发”。',
    );
    expect(wordsOf('published', 'enterFile')).toBe(
      '报告现在的状态不能这样办理：报告已公布，不能“录入报告文件”。原来的报告没有改动；需要改的，由该单位发起更正重报。',
    );
    expect(wordsOf('inSignature', 'enterFile')).toContain('由该单位撤回送签');
  });

  it('is what must be mended or explained, before signature, acceptance and publication', () => {
    const block = [finding({})];
    const warning = [finding({ severity: 'warn', waiverBy: 'author' })];
    const ask = (findings: readonly Finding[]) => codes(REPORT_START, 'askSignature', { ...clerk, findings });
    expect(ask(block)).toEqual(['findings-block']);
    expect(ask(warning)).toEqual(['findings-unexplained']);
    expect(ask([finding({ status: 'waived', waiverBy: 'reviewer' })])).toEqual([]);
    expect(ask([finding({ severity: 'hint' })])).toEqual([]);
    expect(codes(stateAt('inSignature'), 'sign', { ...leader, findings: block })).toEqual(['findings-block']);
    expect(codes(stateAt('accepted'), 'publish', { ...clerk, findings: block })).toEqual(['findings-block']);
    expect(codes(stateAt('accepted'), 'publish', { ...clerk, findings: warning })).toEqual([]);
  });
  it('is a year that is not over: 核定时间点12月31日', () => {
    const ask = (today: string) =>
      codes(REPORT_START, 'askSignature', { ...clerk, today: today as CivilDate });
    expect(ask('2025-12-31')).toEqual(['year-not-over']);
    expect(ask('2026-01-01')).toEqual([]);
  });
  it('is another report that counts the same register', () => {
    const context = { ...clerk, countedElsewhere: '示范县新局' };
    const decided = decideReportAct(REPORT_START, { act: EXAMPLES.askSignature, texts: {} }, context);
    expect(decided.ok ? [] : decided.error.map(({ message }) => message)).toEqual([
      expect.stringMatching(/不能重复报送：示范县新局。$/),
    ]);
  });
  it('is a unit that has not reported', () => {
    const context = { ...clerk, missingMembers: ['段店镇人民政府'] };
    const decided = decideReportAct(REPORT_START, { act: EXAMPLES.askSignature, texts: {} }, context);
    expect(decided.ok ? [] : decided.error.map(({ message }) => message)).toEqual([
      '还有单位没有报送或者没有接收：段店镇人民政府。',
    ]);
  });
  it('is one hand for two steps, and a version that is no longer the one that was looked at', () => {
    const asked = contextFor({ id: 'author', roles: ['leader'] });
    expect(codes(stateAt('inSignature'), 'sign', asked)).toEqual(['same-person']);
    const changed: ReportState = { ...stateAt('inSignature'), frozen: { ...frozen, sha256: 'b'.repeat(64) } };
    expect(codes(changed, 'sign', leader)).toEqual(['content-changed']);
    const signer = contextFor({ id: 'signer', roles: ['supervisor'], standings: ['receiver'] });
    expect(codes({ ...stateAt('submitted'), signedBy: 'signer' }, 'accept', signer)).toEqual([
      'own-acceptance',
    ]);
  });
  it('is personal data in what the public reads of a restatement', () => {
    const act: ReportAct = { type: 'restate', draft: EMPTY_DRAFT };
    const texts = { reason: '漏计张三（138\u200b12345678）的申请。' };
    const decided = decideReportAct(stateAt('published'), { act, texts }, clerk);
    expect(decided.ok ? [] : decided.error).toEqual([
      expect.objectContaining({ code: 'personal-data', field: 'texts.reason' }),
    ]);
  });
  it('is a reason that is not given', () => {
    const decided = decideReportAct(
      stateAt('published'),
      { act: { type: 'restate', draft: EMPTY_DRAFT }, texts: {} },
      clerk,
    );
    expect(decided.ok ? [] : decided.error.map(({ field }) => field)).toEqual(['texts.reason']);
  });
});

describe('a file that is entered', () => {
  const enter = (
    as: 'submitted' | 'published',
    given: Partial<DecideReportContext>,
    state = REPORT_START,
  ) => {
    const act: ReportAct = { type: 'enterFile', submission: 1, sha256: SHA, as };
    const decided = decideReportAct(state, { act, texts: {} }, { ...clerk, ...given });
    return decided.ok ? [] : decided.error.map(({ code }) => code);
  };
  const listed = { isListed: true, wasAsked: false };
  const receiver = contextFor({ roles: ['supervisor'], standings: ['receiver'] }).actor;
  const both = contextFor({ roles: ['supervisor'], standings: ['own', 'receiver'] }).actor;

  it('stands for one’s own report only where that was published before: else the leader signs', () => {
    expect(enter('published', {})).toEqual([]);
    expect(enter('submitted', {})).toEqual(['own-file']);
    expect(enter('submitted', { actor: both })).toEqual(['own-file']);
    expect(enter('submitted', { actor: receiver })).toEqual([]);
    expect(enter('published', { actor: receiver })).toEqual(['not-your-role']);
  });
  it('is not taken for published while the units of the year’s list report', () => {
    expect(enter('published', { entry: listed })).toEqual(['goes-up']);
    expect(enter('published', { entry: listed, today: '2027-01-01' as CivilDate })).toEqual([]);
    expect(enter('published', { today: '2025-12-31' as CivilDate })).toEqual(['year-not-over']);
  });
  it('is not taken for published once the report was on its way here', () => {
    expect(enter('published', { entry: { isListed: false, wasAsked: true } })).toEqual(['made-here']);
    const returned = { submission: 1, cells: [], passages: ['句'] };
    expect(enter('published', {}, { ...REPORT_START, status: 'returned', returned })).toEqual(['made-here']);
  });
  it('may have wrong figures, as it was published, but no personal data', () => {
    expect(enter('published', { findings: [finding({})] })).toEqual([]);
    expect(enter('published', { findings: [finding({ rule: 'AR-PRV-01' })] })).toEqual(['findings-block']);
  });
});

describe('a published report', () => {
  const by = { by: 'somebody', at: '2026-03-01T00:00:00.000Z' };
  it('stays what it is while it is restated, and counts until the restatement is signed', () => {
    const restating = evolveReport(stateAt('published'), { type: 'restate', draft: EMPTY_DRAFT, ...by });
    expect([restating.status, restating.edition, countedSubmission(restating)]).toEqual(['drafting', 2, 1]);
    const asked = evolveReport(restating, {
      type: 'askSignature',
      submission: 2,
      sha256: 'c'.repeat(64),
      ...by,
    });
    expect(countedSubmission(asked)).toBe(1);
    const signed = evolveReport(asked, { type: 'sign', sha256: 'c'.repeat(64), hasReceiver: true, ...by });
    expect(countedSubmission(signed)).toBe(2);
    expect(signed.published?.submission).toBe(1);
  });
  it('is again what it was when the restatement is given up', () => {
    const before = stateAt('published');
    const given = evolveReport(evolveReport(before, { type: 'restate', draft: EMPTY_DRAFT, ...by }), {
      type: 'discardRestatement',
      ...by,
    });
    expect([given.status, given.edition, given.published, countedSubmission(given)]).toEqual([
      'published',
      1,
      before.published,
      1,
    ]);
  });
});

it('walks of accepted acts keep the rules: what is frozen has a hash, what is drafted has none, the public copy never goes', () => {
  const everybody = { id: 'x', roles: ROLE_NAMES, standings: ['own', 'receiver'] as const };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 40 }), (types) => {
      let state = REPORT_START;
      let hand = 0;
      for (const type of types) {
        const act = EXAMPLES[type];
        const context = contextFor({ ...everybody, id: `person-${hand++}` });
        const decided = decideReportAct(state, { act, texts: textsOf(type) }, context);
        if (!decided.ok) continue;
        const after = evolveReport(state, decided.value);
        expect(after.frozen === null).toBe(after.status === 'drafting' || after.status === 'returned');
        if (state.published !== null) expect(after.published).not.toBeNull();
        expect(after.edition).toBeGreaterThanOrEqual(1);
        state = after;
      }
    }),
    { numRuns: 500, seed: 20_260_131 },
  );
});
