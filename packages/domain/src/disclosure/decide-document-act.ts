import { err, ok, type Result } from '../kernel/result.ts';
import { DOCUMENT_ACT_TEXTS, type DocumentEvent } from './document-act.ts';
import type { DecideDocumentContext, DocumentCommand } from './document-context.ts';
import { type DocumentRefusal, documentRefusal, refuseIf } from './document-refusals.ts';
import type { DocumentState } from './document-state.ts';
import { DOCUMENT_TRANSITIONS } from './document-transitions.ts';
import { refuseDocumentAct } from './refuse-document-act.ts';

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** Whoever signs may fix another class; what is kept from the public then needs its reason like any other (80号). */
const isReasonOwed = ({ revision }: DocumentState, { act, texts }: DocumentCommand): boolean =>
  act.type === 'approve' &&
  act.disclosureClass !== 'proactive' &&
  act.disclosureClass !== revision?.disclosureClass &&
  isBlank(texts['opinion']);

function refuseTexts(
  state: DocumentState,
  command: DocumentCommand,
  isLate: boolean,
): readonly DocumentRefusal[] {
  const { act, texts } = command;
  const missing = Object.entries(DOCUMENT_ACT_TEXTS[act.type]).flatMap(([key, { required }]) =>
    refuseIf(required && isBlank(texts[key]), 'text-missing', `texts.${key}`),
  );
  const publishes = act.type === 'publish' || act.type === 'schedule';
  return [
    ...missing,
    ...refuseIf(isReasonOwed(state, command), 'class-change-reason-missing', 'texts.opinion'),
    ...refuseIf(
      publishes && isLate && isBlank(texts['lateReason']),
      'late-reason-missing',
      'texts.lateReason',
    ),
  ];
}

/**
 * Whether the rules let the actor do this to the document now (publication.md §§2, 3, 10). Status and role are asked
 * first, because the other reasons would say nothing useful then; after that every reason is given at once.
 *
 * @returns the event to keep
 */
export function decideDocumentAct(
  state: DocumentState,
  command: DocumentCommand,
  context: DecideDocumentContext,
): Result<DocumentEvent, readonly DocumentRefusal[]> {
  const { act } = command;
  const { from, by } = DOCUMENT_TRANSITIONS[act.type];
  if (!from.includes(state.status)) return err([documentRefusal('not-in-status')]);
  if (!by.some((role) => context.actor.roles.includes(role))) return err([documentRefusal('not-your-role')]);
  const refusals = [
    ...refuseTexts(state, command, context.isLate),
    ...refuseDocumentAct(state, act, context),
  ];
  if (refusals.length > 0) return err(refusals);
  const event = act.type === 'submit' ? { ...act, hasUnitStep: context.chain.hasUnitStep } : act;
  return ok({ ...event, by: context.actor.id, at: context.now });
}
