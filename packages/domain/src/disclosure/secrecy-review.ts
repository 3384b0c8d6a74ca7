/**
 * What a secrecy review asks of every file, attachment and picture before publication, item by item
 * (保密法实施条例第四十二条; publication.md §3.3).
 */
export const SECRECY_QUESTIONS = {
  mark: '有无标密标识（绝密、机密、秘密、工作秘密、内部）',
  content: '内容是否涉及国家秘密而没有标密',
  aggregation: '与已公开的信息汇聚后是否会泄露国家秘密',
  workSecret: '是否涉及工作秘密',
  tradeSecret: '是否涉及商业秘密',
  privacy: '是否涉及个人隐私、个人信息',
  securities: '公开是否可能危及国家安全、公共安全、经济安全、社会稳定',
  superior: '是否引用上级机关不公开的文件（包括标题、文号）',
} as const;

export type SecrecyQuestion = keyof typeof SECRECY_QUESTIONS;

export const SECRECY_QUESTION_IDS = Object.keys(SECRECY_QUESTIONS) as readonly SecrecyQuestion[];

/** `no`: nothing of the kind; `removed`: was there and has been taken out; `yes`: is there. */
export type SecrecyAnswer = 'no' | 'removed' | 'yes';

export const SECRECY_CONCLUSIONS = {
  publish: '公开',
  publishPart: '删减后公开',
  withhold: '不予公开',
  report: '不能确定，须报请确定',
} as const;

export type SecrecyConclusion = keyof typeof SECRECY_CONCLUSIONS;

/** The record of one review; valid for the one version whose hash it names (一事一审). */
export interface SecrecyReview {
  readonly sha256: string;
  readonly answers: Readonly<Record<SecrecyQuestion, SecrecyAnswer>>;
  readonly conclusion: SecrecyConclusion;
  readonly by: string;
}

/** Questions whose answer stands against publication: what is there cannot go out, whatever the conclusion says. */
export const secrecyObstacles = (
  answers: Readonly<Record<SecrecyQuestion, SecrecyAnswer>>,
): readonly SecrecyQuestion[] => SECRECY_QUESTION_IDS.filter((question) => answers[question] === 'yes');
