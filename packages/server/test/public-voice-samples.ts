import type { ProblemCode } from '@zhaoshi/contract/problems';
import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import type { VoiceContent, VoiceKind } from '@zhaoshi/domain/disclosure/voice/voice';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { VoiceIds } from '../src/db/queries/public-voices.ts';
import { newSessionToken } from '../src/use-cases/identity/session-token.ts';
import { sendVoice } from '../src/use-cases/voice/send-voice.ts';
import type { World, WorldOrgan } from './api-world.ts';
import { callWith, type Provoke, someoneWhoMay } from './common-problems.ts';
import { once, type PublishedDocument, plantPublished } from './document-desk.ts';
import type { AreaSamples } from './route-sample.ts';

/** Nothing of it may get out. */
export const VOICE_CONTENT: VoiceContent = {
  text: '第二条的渠道名称写错了，应为“西干渠”',
  name: '欧阳留言甲',
  contact: '13987650002',
};

/**
 * A public draft for comment; it names a last day that is too early, without a reason.
 *
 * @param lastDay to be given where the world's clock is set to the database's
 */
export const plantDraft = (
  world: World,
  organ: WorldOrgan,
  lastDay: CivilDate = addDays(world.today(), 10),
): Promise<PublishedDocument> =>
  plantPublished(world, organ, {
    kind: 'draftForComment',
    title: '示范镇农田水利管理办法（征求意见稿）',
    matter: 'majorDecisionDraft',
    shownUntil: lastDay,
  });

export interface PlantedVoice extends VoiceIds {
  readonly documentId: string;
}

/** Something that somebody said of a public document of the organ. */
export async function plantVoice(
  world: World,
  organ: WorldOrgan,
  kind: VoiceKind = 'errorReport',
  content: VoiceContent = VOICE_CONTENT,
): Promise<PlantedVoice> {
  const { ids } = kind === 'comment' ? await plantDraft(world, organ) : await plantPublished(world, organ);
  const { public_name: publicName } = await world.database.server
    .selectFrom('document_edition')
    .select('public_name')
    .where('document_id', '=', ids.documentId)
    .executeTakeFirstOrThrow();
  const context = { ...world.database.context, services: world.services };
  const sent = await sendVoice(context, {
    kind,
    target: {
      regionId: organ.regionId,
      organId: organ.organId,
      organPath: organ.path,
      organName: '机关',
      page: `/east/organ/documents/${publicName}`,
      document: { documentId: ids.documentId, edition: 1, publicName },
    },
    content,
    token: newSessionToken(),
    network: newSessionToken(),
  });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const { voice_id: voiceId } = await world.database.server
    .selectFrom('public_voice')
    .select('voice_id')
    .where('document_id', '=', ids.documentId)
    .executeTakeFirstOrThrow();
  return { regionId: organ.regionId, voiceId, documentId: ids.documentId };
}

const readDraft = once((world, organ) => plantDraft(world, organ));
const readVoice = once((world, organ) => plantVoice(world, organ));

const voiceIds = ({ regionId, voiceId }: PlantedVoice) => ({ regionId, voiceId });

export const REPLY = { shows: null, reply: '已核实，将更正。' } as const;

export const PUBLIC_VOICE_SAMPLES: AreaSamples<typeof publicVoiceRoutes> = {
  list: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { query: {} } }) },
  read: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: voiceIds(await readVoice(world, organ)) } }),
  },
  answer: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: voiceIds(await plantVoice(world, organ)), body: REPLY },
      headers: { 'if-match': '"1"' },
    }),
  },
  toComplaint: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: {
        params: voiceIds(await plantVoice(world, organ)),
        body: { kind: 'notPublished', reason: '反映应当公开的没有公开' },
      },
      headers: { 'if-match': '"1"' },
    }),
  },
  period: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: (await readDraft(world, organ)).ids } }),
  },
  statePeriod: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({
      request: { params: (await plantDraft(world, organ)).ids, body: { reason: '汛期将至，须尽快施行。' } },
    }),
  },
  export: {
    aboutOrgan: true,
    prepare: async (world, organ) => ({ request: { params: (await readDraft(world, organ)).ids } }),
  },
  subscribers: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) =>
      Promise.resolve({ request: { params: { regionId, organId } } }),
  },
};

/** A reason for a document that is no draft. */
const noDraft: Provoke = async ({ usual }, subject) =>
  await callWith(usual, subject, {
    request: { params: (await plantPublished(usual, usual.county)).ids, body: { reason: '时间紧。' } },
  });

/** A comment on a draft is none. */
const noComplaint: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = voiceIds(await plantVoice(usual, home, 'comment'));
  return await callWith(usual, subject, { request: { params } });
};

/** What became a complaint is answered there. */
const turnedBefore: Provoke = async ({ usual }, subject) => {
  const { home } = await someoneWhoMay(usual, subject);
  const params = voiceIds(await plantVoice(usual, home));
  const officer = await usual.signedIn(home, 'disclosureOfficer');
  const body = { kind: 'notPublished', reason: '反映的是没有公开。' } as const;
  await usual.call(publicVoiceRoutes.toComplaint, { params, body }, officer, { 'if-match': '"1"' });
  return await callWith(usual, subject, { request: { params }, headers: { 'if-match': '"2"' } });
};

export const PUBLIC_VOICE_PROBLEMS: Readonly<
  Record<string, Readonly<Partial<Record<ProblemCode, Provoke>>>>
> = {
  'publicVoice.answer': { 'state-refuses': turnedBefore },
  'publicVoice.statePeriod': { 'state-refuses': noDraft },
  'publicVoice.toComplaint': { 'state-refuses': noComplaint },
};
