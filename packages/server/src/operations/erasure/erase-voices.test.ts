import { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';
import { plantVoice, REPLY, VOICE_CONTENT } from '../../../test/public-voice-samples.ts';
import { openVoice } from '../../use-cases/voice/voice-seal.ts';
import { erase } from './erase.ts';
import { eraseVoices } from './erase-voices.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const eraseOn = (day: string) =>
  eraseVoices({
    database: world.database.server,
    now: () => new Date(`${day}T01:00:00.000Z`),
    services: world.services,
  });

async function contentOf(voiceId: string) {
  const row = await world.database.server
    .selectFrom('public_voice')
    .select(['voice_id', 'sealed'])
    .where('voice_id', '=', voiceId)
    .executeTakeFirstOrThrow();
  return openVoice(world.services.secretBox, row);
}

it('takes name and contact out a year after the answer, and nothing else; what waits keeps them', async () => {
  const answered = await plantVoice(world, world.township);
  const waiting = await plantVoice(world, world.county);
  const officer = await world.signedIn(world.township, 'disclosureOfficer');
  const { regionId, voiceId } = answered;
  const params = { regionId, voiceId };
  await world.call(publicVoiceRoutes.answer, { params, body: REPLY as never }, officer, {
    'if-match': '"1"',
  });
  expect(await eraseOn('2027-11-20')).toBe(0);
  expect(await contentOf(voiceId)).toEqual(VOICE_CONTENT);
  expect(await eraseOn('2027-11-25')).toBe(1);
  expect(await contentOf(voiceId)).toEqual({ ...VOICE_CONTENT, name: '', contact: '' });
  expect(await contentOf(waiting.voiceId)).toEqual(VOICE_CONTENT);
  expect(await eraseOn('2027-11-26')).toBe(0);
  const shown = await world.call(publicVoiceRoutes.read, { params }, officer);
  expect(shown.body).toMatchObject({
    content: { text: VOICE_CONTENT.text, name: '', contact: '' },
  });
  const trail = await world.database.server
    .selectFrom('audit_entry')
    .select('details')
    .where('action', '=', 'retention.eraseVoice')
    .execute();
  expect(trail.map(({ details }) => JSON.parse(details))).toEqual([{ voices: 1, days: 365 }]);
});

it('is on the list of erasures, by which a restored backup erases it again', async () => {
  const { regionId, voiceId } = await plantVoice(world, world.office);
  const erasedAt = new Date('2027-11-25T01:00:00.000Z');
  const again = { regionId, kind: 'voice', subjectId: voiceId, erasedAt } as const;
  for (const _time of [1, 2]) {
    await world.database.server
      .transaction()
      .execute((transaction) => erase(transaction, world.services.secretBox, again));
  }
  expect(await contentOf(voiceId)).toMatchObject({ name: '', contact: '' });
  const listed = await world.database.server
    .selectFrom('erasure')
    .select('kind')
    .where('subject_id', '=', voiceId)
    .execute();
  expect(listed).toEqual([{ kind: 'voice' }]);
});
