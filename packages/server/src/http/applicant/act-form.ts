import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import type { Command } from '@zhaoshi/domain/application/decide-act';
import { type FieldError, type FormValues, valueOf } from '@zhaoshi/domain/application/web-form';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import {
  ACT_PAGES,
  type ActText,
  type ApplicantAct,
  ATTACHMENT_FIELD,
  isApplicantAct,
  longestText,
  MOST_ATTACHMENTS,
  SCORES,
} from '@zhaoshi/portal/applicant/acts';
import { LETTER_FIELD, SCORE_FIELD } from '@zhaoshi/portal/pages/follow-act';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uploadProof } from '../../use-cases/applicants/upload-proof.ts';
import { networkOf } from '../api/attempt-limits.ts';
import type { FollowedCase } from './followed-case.ts';
import { readParts } from './form-parts.ts';
import { actsNow } from './present-own-case.ts';
import { type ApplicantTools, isOwnForm } from './tools.ts';

/** What is wrong with a text of an act. */
function checkText(act: ApplicantAct, text: ActText, values: FormValues): readonly FieldError[] {
  const { name, label, required } = text;
  const written = valueOf(values, name);
  const longest = longestText(act, text);
  return [
    ...(required && written === '' ? [{ field: name, message: `请填写${label}。` }] : []),
    ...(Array.from(written).length > longest
      ? [{ field: name, message: `${label}不能超过${longest}个字。` }]
      : []),
  ];
}

/** What is wrong with the form of an act. */
export function check(act: ApplicantAct, values: FormValues): readonly FieldError[] {
  const isUnrated = act === 'rate' && !Object.hasOwn(SCORES, valueOf(values, SCORE_FIELD));
  return [
    ...(isUnrated ? [{ field: SCORE_FIELD, message: '请选择一项评价。' }] : []),
    ...ACT_PAGES[act].texts.flatMap((text) => checkText(act, text, values)),
  ];
}

function actOf(act: ApplicantAct, on: CivilDate, values: FormValues): ApplicationAct {
  switch (act) {
    case 'recordReasons':
      return { type: act, on, given: true };
    case 'receiveLetter':
    case 'confirmDelivery':
      return { type: act, on, letterId: values[LETTER_FIELD] ?? '' };
    case 'rate':
      return { type: act, on, score: Number(values[SCORE_FIELD]) };
    default:
      return { type: act, on };
  }
}

/** The act with its words; a confirmation says by itself how it was given. */
export function commandOf(act: ApplicantAct, on: CivilDate, values: FormValues): Command {
  const texts = Object.fromEntries(
    ACT_PAGES[act].texts.flatMap(({ name }) => {
      const written = valueOf(values, name);
      return written === '' ? [] : [[name, written] as const];
    }),
  );
  return {
    act: actOf(act, on, values),
    texts: act === 'confirmReceipt' ? { way: '申请人在网站上确认' } : texts,
  };
}

/** The form of an act as it was sent. */
export interface SentAct {
  readonly values: FormValues;
  /** Ids of files that came with it; nothing refers to them yet. */
  readonly files: readonly string[];
  readonly errors: readonly FieldError[];
}

const BROKEN = '没有收到完整的内容，请检查网络后再次提交。';
const TOO_MANY = `一次最多上传${MOST_ATTACHMENTS}个文件，没有提交。请合并或者减少文件后再次提交。`;

/**
 * Reads the form of an act with its files. None is taken in for a form that is not this browser's own, that something is
 * wrong with, or for an act that cannot be done now.
 */
export async function readActForm(
  tools: ApplicantTools,
  request: FastifyRequest,
  reply: FastifyReply,
  { open, act }: { readonly open: FollowedCase; readonly act: string },
): Promise<SentAct> {
  const { token, shown } = open;
  const { region_id: regionId, organ_id: organId, path } = shown.row;
  const uploader = { token, network: networkOf(request.ip) };
  const isPossible = isApplicantAct(act) && actsNow(shown).includes(act);
  let values: FormValues = {};
  const files: string[] = [];
  const errors: FieldError[] = [];
  const isComplete = await readParts(request, reply, async (fields, file) => {
    values = { ...fields };
    const isRight = isPossible && isOwnForm(tools, token, fields) && check(act, fields).length === 0;
    if (file === null || !isRight) return file === null;
    if (file.field !== ATTACHMENT_FIELD) return true;
    if (files.length === MOST_ATTACHMENTS) {
      errors.push({ field: ATTACHMENT_FIELD, message: TOO_MANY });
      return false;
    }
    const uploaded = await uploadProof(tools.context, { regionId, organId, path }, uploader, file.upload);
    if (uploaded.ok) files.push(uploaded.value.fileId);
    else errors.push({ field: ATTACHMENT_FIELD, message: uploaded.error });
    return uploaded.ok;
  });
  // A form that was not read on because something is wrong with it says so by itself.
  const isBroken = !isComplete && errors.length === 0 && Object.keys(values).length === 0;
  return { values, files, errors: isBroken ? [{ field: '', message: BROKEN }] : errors };
}
