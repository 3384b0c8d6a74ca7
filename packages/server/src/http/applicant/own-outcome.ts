import { outcomeTold } from '@zhaoshi/domain/application/outcome-told';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { remediesTold } from '@zhaoshi/domain/remedy/remedy-told';
import type { OwnOutcome } from '@zhaoshi/portal/applicant/own-case';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { openLetter } from '../../use-cases/applications/letter-seal.ts';
import type { ShownCase } from '../../use-cases/applications/show-case.ts';

/** The day on which a letter reached the applicant; `null` where only its posting or handing over is known. */
function receivedOn({ events }: ShownCase, letterId: string): CivilDate | null {
  let received: CivilDate | null = null;
  for (const { event } of events) {
    if (!('letterId' in event) || event.letterId !== letterId) continue;
    if (event.type === 'receiveLetter') received = event.on;
    // A second delivery follows mail that came back.
    if (event.type === 'deliverLetter' || event.type === 'deliverReply' || event.type === 'redeliverReply') {
      const isDirect = event.way === 'direct' || event.way === 'electronic';
      received = event.receivedOn ?? (isDirect ? event.on : null);
    }
  }
  return received;
}

/** How the case ended, once its letter is out; nothing while it runs or is taken up again. */
export function presentOutcome(shown: ShownCase, box: SecretBox): OwnOutcome | null {
  const { lastResult, clock, letters } = shown.state;
  if (lastResult === null || clock.ended === null) return null;
  const last = letters.findLast(({ purpose }) => purpose === 'reply' || purpose === 'closing');
  const row = shown.letters.find(({ letter_id }) => letter_id === last?.letterId);
  const remedies =
    row === undefined
      ? []
      : remediesTold(openLetter(box, row).remedy, receivedOn(shown, row.letter_id), shown.rules.calendar);
  return { ...outcomeTold(lastResult.outcome), remedies };
}
