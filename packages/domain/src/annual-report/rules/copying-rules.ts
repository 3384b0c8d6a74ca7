import { profileSimilarity, type TextProfile, textProfile } from '../compare/similarity.ts';
import { cellName, EVERY_CELL } from '../forms/registry.ts';
import type { CellId } from '../ids.ts';
import type { AnnualReport } from '../report.ts';
import { foldedText, foldText } from '../text/sentences.ts';
import { PAIR, pairRule } from './cross-year.ts';
import { defineRule, type Evaluation, failuresOrPass } from './define.ts';
import type { CheckContext, CheckResult, CheckRule, PeerText } from './rule.ts';
import { passagesOf } from './text-search.ts';

type Passage = NonNullable<CheckResult['passage']>;

/** Shorter texts are alike by chance: “无” equals “无”. */
const SHORTEST_TEXT = 50;

const PROFILES = new WeakMap<AnnualReport, TextProfile | null>();

/** Profile of part one and part five, `null` when they are too short. Kept: every report is a peer of many. */
export function profileOf(report: AnnualReport): TextProfile | null {
  const known = PROFILES.get(report);
  if (known !== undefined) return known;
  const text = foldedText(report, ['s1', 's5']);
  const profile = text.length < SHORTEST_TEXT ? null : textProfile(text);
  PROFILES.set(report, profile);
  return profile;
}

const evaluateOwn: Evaluation = pairRule(({ report, settings }, previous, verdicts) => {
  const own = profileOf(report);
  const earlier = profileOf(previous);
  if (!own || !earlier) return [];
  const p = profileSimilarity(own, earlier);
  const right = settings.similarityOwnPercent;
  const base = { left: p, right, difference: p - right };
  return [p > right ? verdicts.fail({ p }, base) : verdicts.pass(base)];
});

/** Texts of reports that are at hand as a whole; the report itself is no peer. */
const textsOfPeers = ({ report, peers = [] }: CheckContext): readonly PeerText[] =>
  peers.flatMap((peer, index) => {
    const profile = peer === report ? null : profileOf(peer);
    return profile === null ? [] : [{ unit: peer.organ ?? `第${index + 1}份参照报告`, profile }];
  });

const evaluatePeers: Evaluation = (context, verdicts) => {
  const { report, peerTexts = textsOfPeers(context), settings } = context;
  const own = profileOf(report);
  if (!own) return [];
  const right = settings.similarityPeerPercent;
  const failures = peerTexts.flatMap(({ unit, profile }) => {
    const p = profileSimilarity(own, profile);
    return p > right
      ? [verdicts.fail({ unit, p }, { left: p, right, difference: p - right, key: unit })]
      : [];
  });
  return failuresOrPass(failures, verdicts);
};

/** Cells and passages named on return that stand as they stood. */
function unchangedPlaces({ report, work }: CheckContext): {
  readonly cells: readonly CellId[];
  readonly passages: readonly Passage[];
} {
  const { cells = {}, passages = [] } = work?.returned ?? {};
  const isThere = ({ section, text }: Passage): boolean =>
    passagesOf(report).some((one) => one.section === section && foldText(one.text).includes(foldText(text)));
  return {
    cells: EVERY_CELL.filter((id) => {
      const before = cells[id];
      const now = report.cells[id];
      return before !== undefined && before.raw === (now?.raw ?? '') && before.value === (now?.value ?? null);
    }),
    passages: passages.filter(isThere),
  };
}

const QUOTED = 20;

const evaluateReturned: Evaluation = (context, verdicts) => {
  if (context.work?.returned === undefined || context.work.returned === null) return [];
  const { cells, passages } = unchangedPlaces(context);
  const [passage] = passages;
  if (cells.length === 0 && passage === undefined) return [verdicts.pass()];
  const quoted = passages.map(({ text }) =>
    text.length > QUOTED ? `“${text.slice(0, QUOTED)}…”` : `“${text}”`,
  );
  const list = [...cells.map(cellName), ...quoted].join('、');
  return [verdicts.fail({ list }, { cells, left: list, ...(passage !== undefined && { passage }) })];
};

/** Copied text (annual-report.md §9.13); both thresholds are settings [U]. */
export const COPYING_RULES: readonly CheckRule[] = [
  defineRule(
    {
      id: 'AR-DUP-01',
      class: 'DUP',
      severity: 'warn',
      waiver: 'author',
      ...PAIR,
      message: '与上年度重复率{p}%。',
      basis: '国办公开办函〔2021〕30号一（五）',
    },
    evaluateOwn,
  ),
  defineRule(
    {
      id: 'AR-DUP-02',
      class: 'DUP',
      severity: 'warn',
      waiver: 'author',
      needs: ['report', 'peerTexts'],
      message: '与{unit}报告重复率{p}%。',
      basis: '国办公开办函〔2021〕30号三（四）',
    },
    evaluatePeers,
  ),
  defineRule(
    {
      id: 'AR-DUP-03',
      class: 'DUP',
      severity: 'block',
      waiver: 'reviewer',
      needs: ['report', 'work'],
      message: '退回问题未修改：{list}。',
      basis: '各地考核办法',
    },
    evaluateReturned,
  ),
];
