import type { FormValues } from '@zhaoshi/domain/application/web-form';
import { civilDateAt, civilMinuteAt, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { LONGEST_VERIFIED, VERIFY_FIELDS } from '@zhaoshi/portal/pages/verify';
import type { EditionStanding, VerifyAnswer, VerifyPage } from '@zhaoshi/portal/verify-views';
import type { PublishedDatabase } from '../db/queries/published.ts';
import { publishedContent } from '../db/queries/published-documents.ts';
import {
  type CheckedEditionRow,
  checkedEdition,
  editionContent,
  editionEntry,
} from '../db/queries/published-proofs.ts';
import { editionDetails } from '../publication-proof/proof.ts';
import { compareText, publicText, type TextAnswer } from '../publication-proof/public-text.ts';
import { readCheckCode } from '../use-cases/documents/check-code.ts';
import { pathOfEdition } from './portal-proof.ts';

const HASH = /^[0-9a-f]{64}$/;
const MOST_QUOTED = 60;

const quoted = (text: string): string =>
  `“${text.slice(0, MOST_QUOTED)}${text.length > MOST_QUOTED ? '…' : ''}”`;

function textWords(answer: TextAnswer): string {
  switch (answer.kind) {
    case 'same':
      return '与公布的文字逐字相同。';
    case 'part':
      return '是公布的文字中的一部分，逐字相同。';
    case 'more':
      return `公布的正文都在，另有公布的正文里没有的文字：${quoted(answer.others[0] ?? '')}，请留意是不是后加的。`;
    default:
      return `公布的这一段在您的文字里没有，或者被改动：${quoted(answer.missing)}`;
  }
}

/** What was asked beside the code, of an edition that is public or was. */
async function answersOf(
  database: PublishedDatabase,
  row: CheckedEditionRow,
  asked: FormValues,
): Promise<readonly VerifyAnswer[]> {
  const answers: VerifyAnswer[] = [];
  const date = (asked[VERIFY_FIELDS.date] ?? '').trim();
  if (date !== '') {
    const published = civilDateAt(row.published_at);
    const isRight = date === published;
    answers.push({ question: '发布日期', isRight, words: `公布于 ${civilMinuteAt(row.published_at)}。` });
  }
  const sha256 = (asked[VERIFY_FIELDS.sha256] ?? '').trim().toLowerCase();
  if (sha256 !== '') {
    const entry = await editionEntry(database, row);
    const files = entry === undefined ? [] : editionDetails.parse(JSON.parse(entry.details)).fileSha256;
    const isRight = sha256 === row.content_sha256 || files.includes(sha256);
    const words = isRight
      ? '是这个版本的内容或者附件的校验值。'
      : '不是这个版本的内容或者附件的校验值；平台按正文生成的下载件请粘贴文字核对。';
    answers.push({ question: '校验值', isRight, words });
  }
  const text = asked[VERIFY_FIELDS.text] ?? '';
  if (text.trim() !== '') {
    const content = await editionContent(database, row);
    if (content !== undefined) {
      const answer = compareText(text, publicText(publishedContent({ content })));
      const isRight = answer.kind === 'same' || answer.kind === 'part';
      answers.push({ question: '文字', isRight, words: textWords(answer) });
    }
  }
  return answers;
}

async function standingOf(
  database: PublishedDatabase,
  checkCode: string,
  asked: FormValues,
): Promise<EditionStanding> {
  const row = await checkedEdition(database, checkCode);
  if (row === undefined) return { kind: 'unknown' };
  const { organ_name: organName, withdrawn_at, superseded_at, title, edition } = row;
  const path = pathOfEdition(row);
  if (withdrawn_at !== null || title === null) {
    const withdrawnAt = withdrawn_at === null ? '' : civilMinuteAt(withdrawn_at);
    return { kind: 'withdrawn', organName, path, withdrawnAt };
  }
  return {
    kind: superseded_at === null ? 'current' : 'superseded',
    organName,
    path,
    title,
    edition,
    publishedAt: civilMinuteAt(row.published_at),
    supersededAt: superseded_at === null ? null : civilMinuteAt(superseded_at),
    checkCode,
    answers: await answersOf(database, row, asked),
  };
}

function errorsIn(asked: FormValues, checkCode: string | null) {
  const { code, date, sha256, text } = VERIFY_FIELDS;
  const day = (asked[date] ?? '').trim();
  const hash = (asked[sha256] ?? '').trim().toLowerCase();
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [checkCode === null, code, '核验码是 12 位字母和数字，请对照公示件或者网页核对。'],
    [day !== '' && parseCivilDate(day) === undefined, date, '发布日期应为“年-月-日”，例如 2026-11-21。'],
    [hash !== '' && !HASH.test(hash), sha256, '校验值是 64 位字母（a–f）和数字。'],
    [
      (asked[text] ?? '').length > LONGEST_VERIFIED,
      text,
      `文字过长，最多 ${LONGEST_VERIFIED} 字；请分段核对。`,
    ],
  ];
  return wrong.flatMap(([isWrong, field, message]) => (isWrong ? [{ field, message }] : []));
}

/**
 * Answers what was asked; nothing is kept of it.
 *
 * @param asked values of the form; without a code the form alone
 */
export async function answerVerification(
  database: PublishedDatabase,
  asked: FormValues | null,
): Promise<VerifyPage> {
  if (asked === null) return { form: { values: {}, errors: [], token: '' }, standing: null };
  const checkCode = readCheckCode(asked[VERIFY_FIELDS.code] ?? '');
  const errors = errorsIn(asked, checkCode);
  const form = { values: asked, errors, token: '' };
  if (checkCode === null || errors.length > 0) return { form, standing: null };
  return { form, standing: await standingOf(database, checkCode, asked) };
}
