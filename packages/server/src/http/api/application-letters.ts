import type { RouteInput } from '@zhaoshi/contract/define-route';
import type { Rejection } from '@zhaoshi/contract/problems';
import type { applicationLetterRoutes } from '@zhaoshi/contract/routes/application-letters';
import type { ApplicationAct } from '@zhaoshi/domain/application/act';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import type { MissingField } from '@zhaoshi/domain/letter/check-letter';
import type { Letter } from '@zhaoshi/domain/letter/letter';
import { LETTER_KINDS, templateOf } from '@zhaoshi/domain/letter/letter-kinds';
import type { ApplicationIds } from '../../db/queries/application-case.ts';
import { completeAct } from '../../use-cases/applications/act-on-application.ts';
import { approvalSheet, proofOfDelivery } from '../../use-cases/applications/case-forms.ts';
import { findLetter } from '../../use-cases/applications/case-letters.ts';
import { pointerOfMissing, tryLetters } from '../../use-cases/applications/compose-letters.ts';
import { letterDefaults } from '../../use-cases/applications/letter-defaults.ts';
import { isNumberedBySystem } from '../../use-cases/applications/letter-number.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import { sourceOfAct } from '../../use-cases/applications/letter-source.ts';
import { plannedLetters } from '../../use-cases/applications/planned-letters.ts';
import { type ShownCase, showCase } from '../../use-cases/applications/show-case.ts';
import { reachedCase } from './applications.ts';
import type { BytesAnswer } from './bytes-answer.ts';
import type { Handlers, ReadContext } from './handler.ts';
import { caseLetterAsFile } from './letter-as-file.ts';
import { presentField, presentLetter } from './present-letter.ts';

async function shownCase(context: ReadContext, ids: ApplicationIds): Promise<ShownCase | null> {
  const row = await reachedCase(context, ids);
  return row === undefined ? null : await showCase(context.database, row, context.now());
}

const clerk = ({ services, now }: ReadContext) => ({ box: services.secretBox, now: now() });

/** A form of the file, or why it cannot be made yet. */
async function formFile(
  composed: Result<Letter, readonly MissingField[]>,
): Promise<Result<BytesAnswer, Rejection>> {
  if (composed.ok) return ok(await caseLetterAsFile(composed.value, 'docx'));
  const detail = composed.error.map(({ label, words }) => `${label}：${words}。`).join('');
  return err({ code: 'state-refuses', detail });
}

type AskedFields = RouteInput<(typeof applicationLetterRoutes)['templateFields']>['query'];

/** An act as far as its letter's fields depend on it. */
function actAsked(shown: ShownCase, { act: type, ...asked }: AskedFields, today: CivilDate): ApplicationAct {
  // The contract has checked that this text is a day.
  const on = (asked.on ?? today) as CivilDate;
  const letterId = '';
  switch (type) {
    case 'noticeCorrection':
    case 'approveExtension':
      return { type, on, letterId, days: 0 };
    case 'sendConsultation':
      return { type, on, letterId, consultationId: '', kind: asked.kind ?? 'thirdPartyConsultation' };
    case 'deferReply':
      return { type, on, letterId, dueOn: on };
    case 'noticeFee':
      return { type, on, letterId, basis: 'perItem', count: 0, amount: 0 };
    case 'draftReply':
      return { type, on, outcome: asked.outcome ?? shown.state.draft?.outcome ?? 'granted.provided' };
    case 'requestAssistance':
      return { type, on, letterId, assistanceId: '', dueOn: on };
    case 'tellDue':
      return { type, on, letterId, toldOn: shown.movedDue?.toldOn ?? on };
    case 'decidePromotion':
      return { type, on, accepted: true };
    case 'requestReasons':
    case 'approveReply':
      return { type, on, letterId };
    case 'notifyThirdParty':
      return { type, on, letterId, consultationId: '' };
    default:
      return { type, on };
  }
}

export const applicationLetterHandlers: Handlers<typeof applicationLetterRoutes> = {
  templateFields: async (context, { params, query }) => {
    const shown = await shownCase(context, params);
    if (shown === null) return err({ code: 'not-found' });
    const { database } = context;
    const tools = clerk(context);
    const act = actAsked(shown, query, civilDateAt(tools.now));
    const source = await sourceOfAct(database, shown, { act, texts: {} }, tools);
    const letters = plannedLetters(source).map(async (plan) => {
      const { kind, date, numberKey, isSecond } = plan;
      const template = templateOf(kind, date);
      const values = await letterDefaults(database, shown, source, kind, tools.box);
      // The fields of a reply belong to its draft; the letter beside another is filled by the system.
      const asked = act.type === 'approveReply' || isSecond ? [] : template.fields;
      return {
        kind,
        title: LETTER_KINDS[kind].title,
        to: LETTER_KINDS[kind].to,
        numberPointer:
          template.numbered && act.type !== 'draftReply' && !isNumberedBySystem(source)
            ? `/texts/${numberKey}`
            : null,
        fields: asked.map((field) => presentField(act, plan, field, values[field.key] ?? '')),
      };
    });
    return ok({ letters: await Promise.all(letters) });
  },
  previewLetter: async (context, { params, body }) => {
    const shown = await shownCase(context, params);
    if (shown === null) return err({ code: 'not-found' });
    const act = await completeAct(context.database, params, body.act, context.newId);
    const source = await sourceOfAct(context.database, shown, { act, texts: body.texts }, clerk(context));
    const numberLater = act.type === 'draftReply' || act.type === 'submitReply';
    const tried = await tryLetters(context.database, source, { numberLater });
    return ok({
      letters: tried.map(({ plan, letter }) => ({
        kind: plan.kind,
        title: LETTER_KINDS[plan.kind].title,
        to: LETTER_KINDS[plan.kind].to,
        letter: letter.ok ? presentLetter(letter.value) : null,
        missing: letter.ok
          ? []
          : letter.error.map((one) => ({ ...one, pointer: pointerOfMissing(act, plan, one) })),
      })),
    });
  },
  letterFile: async (context, { params, query }) => {
    const row = await reachedCase(context, params);
    if (row === undefined) return err({ code: 'not-found' });
    const found = await findLetter(context.database, params, params.letterId);
    if (found === undefined) return err({ code: 'not-found' });
    return ok(await caseLetterAsFile(openLetter(context.services.secretBox, found), query.format));
  },
  proofOfDelivery: async (context, { params }) => {
    const shown = await shownCase(context, params);
    const found = shown?.letters.find(({ letter_id }) => letter_id === params.letterId);
    if (shown === null || found === undefined) return err({ code: 'not-found' });
    const tools = clerk(context);
    const sent = { letter: openLetter(tools.box, found), way: found.delivery_way };
    const proof = await proofOfDelivery(context.database, shown, sent, tools);
    if (!proof.ok) throw new Error('a letter that was sent has a name, an addressee and a case');
    return ok(await caseLetterAsFile(proof.value, 'docx'));
  },
  approvalSheet: async (context, { params }) => {
    const shown = await shownCase(context, params);
    if (shown === null) return err({ code: 'not-found' });
    const sheet = await approvalSheet(context.database, shown, clerk(context));
    if (sheet === null) return err({ code: 'state-refuses', detail: '还没有拟写答复，没有可以呈批的内容。' });
    return await formFile(sheet);
  },
};
