import type { DocumentActInput } from '@zhaoshi/contract/routes/documents';
import { decideDocumentAct } from '@zhaoshi/domain/disclosure/decide-document-act';
import { SECRECY_QUESTION_IDS, type SecrecyQuestion } from '@zhaoshi/domain/disclosure/secrecy-review';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { DAY_MS } from '@zhaoshi/domain/kernel/durations';
import { isRole, type Role } from '@zhaoshi/domain/permission/roles';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import { documentPath } from '@zhaoshi/portal/paths';
import type { Transaction } from 'kysely';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';
import { type DocumentIds, lockDocument } from '../../db/queries/documents.ts';
import type { OrganIds, OrganRow } from '../../db/queries/organs.ts';
import { organDesk } from '../../db/queries/reminder-desk.ts';
import { chosenSettings } from '../../db/queries/settings.ts';
import type { Schema } from '../../db/schema.ts';
import { completeDocumentAct } from '../documents/complete-act.ts';
import { doAct } from '../documents/do-act.ts';
import { insertDocument } from '../documents/insert-document.ts';
import { decideContext, loadDocument } from '../documents/loaded-document.ts';
import { insertVoice } from '../voice/insert-voice.ts';
import { documentStories } from './document-stories.ts';
import { governmentStories } from './government-stories.ts';
import { type Places, placeOf } from './load-tree.ts';
import { MARK } from './people.ts';
import type { DocumentStand, DocumentStory } from './story-content.ts';

interface Loading {
  readonly transaction: Transaction<Schema>;
  readonly at: Date;
  readonly newId: () => string;
  readonly secretBox: SecretBox;
}

interface Officer {
  readonly id: string;
  readonly roles: readonly Role[];
}

type Step = {
  readonly by: Role;
  readonly act: (sha256: string, at: Date) => DocumentActInput;
  readonly texts?: Readonly<Record<string, string>>;
};

const NOTHING_FOUND = Object.fromEntries(SECRECY_QUESTION_IDS.map((id) => [id, 'no'])) as Record<
  SecrecyQuestion,
  'no'
>;

const SUBMIT: Step = { by: 'drafter', act: () => ({ type: 'submit' }) };
const AGREE: Step = {
  by: 'unitHead',
  act: () => ({ type: 'agreeInUnit' }),
  texts: { opinion: '内容属实，建议公开。' },
};
const SECRECY: Step = {
  by: 'disclosureOfficeHead',
  act: (sha256) => ({ type: 'recordSecrecyReview', sha256, answers: NOTHING_FOUND, conclusion: 'publish' }),
  texts: { basis: '逐项审查，没有发现不能公开的内容。' },
};
const WITHHOLD: Step = {
  ...SECRECY,
  act: (sha256) => ({ type: 'recordSecrecyReview', sha256, answers: NOTHING_FOUND, conclusion: 'withhold' }),
  texts: { basis: '属于内部事务信息，可以不予公开（条例第十六条第一款）。' },
};
const PASS: Step = { by: 'disclosureOfficeHead', act: (sha256) => ({ type: 'passReview', sha256 }) };
const sign = (disclosureClass: 'proactive' | 'withheld'): Step => ({
  by: 'leader',
  act: (sha256) => ({ type: 'approve', sha256, disclosureClass }),
});
const late = { lateReason: '等待相关附件，发布迟于期限。' };
const PUBLISH: Step = { by: 'disclosureOfficeHead', act: () => ({ type: 'publish' }), texts: late };
const SCHEDULE: Step = {
  by: 'disclosureOfficeHead',
  act: (_sha256, at) => ({ type: 'schedule', minute: new Date(at.getTime() + DAY_MS).toISOString() }),
  texts: late,
};
const WITHDRAW: Step = {
  by: 'leader',
  act: () => ({ type: 'withdraw', kind: 'error', hidesExistence: false }),
  texts: { notice: '因评定结果有误，本机关撤回该公示，更正后重新公示。' },
};

const SIGNED = [SUBMIT, AGREE, SECRECY, PASS, sign('proactive')];

/** The acts that bring a document to its stand. */
const STEPS: Readonly<Record<DocumentStand, readonly Step[]>> = {
  draft: [],
  inUnitReview: [SUBMIT],
  inReview: [SUBMIT, AGREE],
  inApproval: [SUBMIT, AGREE, SECRECY, PASS],
  approved: SIGNED,
  scheduled: [...SIGNED, SCHEDULE],
  published: [...SIGNED, PUBLISH],
  withdrawn: [...SIGNED, PUBLISH, WITHDRAW],
  filed: [SUBMIT, AGREE, WITHHOLD, PASS, sign('withheld')],
};

async function officersOf(
  { transaction }: Loading,
  { region_id: regionId, organ_id: organId, path }: OrganRow,
): Promise<(role: Role) => Officer> {
  const { officers } = await organDesk(transaction, { regionId, organId, path });
  return (role) => {
    const found = officers.find(({ roles }) => roles.includes(role));
    if (found === undefined) throw new Error(`no ${role} in the demonstration`);
    return { id: found.accountId, roles: found.roles.filter(isRole) };
  };
}

/** Does one step by the same way that a person's act goes. */
async function doStep(
  { transaction, at, newId }: Loading,
  ids: DocumentIds,
  officer: (role: Role) => Officer,
  step: Step,
): Promise<void> {
  const row = await lockDocument(transaction, ids);
  if (row === undefined) throw new Error('a document of the demonstration is not there');
  const loaded = await loadDocument(transaction, row, at);
  const input = step.act(loaded.state.revision?.sha256 ?? '', at);
  const act = completeDocumentAct(loaded, input, newId);
  const texts = step.texts ?? {};
  const decided = decideDocumentAct(
    loaded.state,
    { act, texts },
    decideContext(loaded, officer(step.by), at),
  );
  if (!decided.ok) throw new Error(`${row.title} ${act.type}: ${JSON.stringify(decided.error)}`);
  const done = await doAct(transaction, loaded, decided.value, texts);
  if (!done.ok) throw new Error(`${row.title} ${act.type}: ${JSON.stringify(done.error)}`);
}

/** Lets invented people say something of a public document, as they would on its page. */
async function sayOf(
  { transaction, at, newId, secretBox }: Loading,
  { path }: OrganRow,
  ids: DocumentIds & Pick<OrganIds, 'organId'>,
  story: Pick<DocumentStory, 'organ' | 'voices'>,
): Promise<void> {
  const { public_name: publicName } = (await lockDocument(transaction, ids)) ?? {};
  if (publicName === undefined || publicName === null) throw new Error('only of what is public');
  const settings = settingsAt(path, await chosenSettings(transaction, path));
  const target = {
    regionId: ids.regionId,
    organId: ids.organId,
    page: documentPath(`/${story.organ}`, publicName),
    document: { documentId: ids.documentId, edition: 1 },
  };
  for (const { kind, text } of story.voices) {
    const content = { text, name: `热心群众${MARK}`, contact: '' };
    await insertVoice(
      transaction,
      { kind, target, content, answerMonths: settings('voice.answerMonths') },
      { at, newId, box: secretBox },
    );
  }
}

async function playStory(loading: Loading, organ: OrganRow, story: DocumentStory): Promise<void> {
  const { transaction, at, newId } = loading;
  const officer = await officersOf(loading, organ);
  const ids = { regionId: organ.region_id, organId: organ.organ_id, documentId: newId() };
  const writer = officer('drafter').id;
  const inserted = await insertDocument(transaction, {
    ids,
    path: organ.path,
    content: story.content,
    writer,
    at,
  });
  if (!inserted.ok) throw new Error(JSON.stringify(inserted.error));
  for (const step of STEPS[story.stand]) await doStep(loading, ids, officer, step);
  if (story.voices.length > 0) await sayOf(loading, organ, ids, story);
}

/**
 * Writes the invented documents, each through the acts that would have made it; what is public is so from the moment of
 * loading, because nothing can be dated back.
 *
 * @returns how many there are
 */
export async function loadDocuments(loading: Loading, places: Places): Promise<number> {
  const today = civilDateAt(loading.at);
  const stories = [...documentStories(today), ...governmentStories(today)];
  for (const story of stories) await playStory(loading, placeOf(places, story.organ), story);
  return stories.length;
}
