import { profileSimilarity, type TextProfile, textProfile } from '../compare/similarity.ts';
import type { AnnualReport } from '../report.ts';
import { foldedText } from '../text/sentences.ts';
import { PAIR, pairRule } from './cross-year.ts';
import { defineRule, type Evaluation, failuresOrPass } from './define.ts';
import type { CheckRule } from './rule.ts';

/** Shorter texts are alike by chance: “无” equals “无”. */
const SHORTEST_TEXT = 50;

const PROFILES = new WeakMap<AnnualReport, TextProfile | null>();

/** Profile of part one and part five, `null` when they are too short. Kept: every report is a peer of many. */
function profileOf(report: AnnualReport): TextProfile | null {
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

const evaluatePeers: Evaluation = ({ report, peers = [], settings }, verdicts) => {
  const own = profileOf(report);
  if (!own) return [];
  const right = settings.similarityPeerPercent;
  const failures = peers.flatMap((peer, index) => {
    const other = peer === report ? null : profileOf(peer);
    if (!other) return [];
    const p = profileSimilarity(own, other);
    const unit = peer.organ ?? `第${index + 1}份参照报告`;
    return p > right
      ? [verdicts.fail({ unit, p }, { left: p, right, difference: p - right, key: unit })]
      : [];
  });
  return failuresOrPass(failures, verdicts);
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
      needs: ['report', 'peers'],
      message: '与{unit}报告重复率{p}%。',
      basis: '国办公开办函〔2021〕30号三（四）',
    },
    evaluatePeers,
  ),
];
