import { documentRoutes } from '@zhaoshi/contract/routes/documents';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { MINUTE_MS } from '@zhaoshi/domain/kernel/durations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, createWorld, type World } from '../../../test/api-world.ts';
import { type DocumentDesk, documentDesk } from '../../../test/document-desk.ts';
import { CLEAN_REVIEW, type PlantedDocument, plantDocument } from '../../../test/document-samples.ts';
import { newTotpKey, totpCode, totpPurpose } from '../../use-cases/identity/totp.ts';

const START = new Date('2026-11-21T02:00:00.000Z');
const later = (minutes: number): Date => new Date(START.getTime() + minutes * MINUTE_MS);

/** The value of the cookie that says when the second factor was shown. */
function shownBy({ headers }: Answer): string {
  const set = [headers['set-cookie'] ?? []].flat().find((one) => one.startsWith('zhaoshi-confirmed='));
  return set?.split(';')[0] ?? '';
}

interface Ready extends PlantedDocument {
  readonly sha256: string;
  readonly version: string;
}

describe('a signature', () => {
  let world: World;
  let desk: DocumentDesk;
  let key: string;
  let leader: string;
  let accountId: string;

  beforeAll(async () => {
    world = await createWorld();
    world.setNow(START);
    desk = await documentDesk(world, world.township);
    key = newTotpKey();
    accountId = await world.newPerson(world.township, ['leader']);
    await world.database.server
      .updateTable('account')
      .set({
        totp_secret: world.services.secretBox.seal(key, totpPurpose(accountId)),
        totp_confirmed_at: START,
      })
      .where('account_id', '=', accountId)
      .execute();
    leader = await world.sessionOf(accountId);
  });
  afterAll(async () => {
    await world.close();
  });

  const readyToSign = async (): Promise<Ready> => {
    const ids = await plantDocument(world, world.township);
    await desk.act(ids, 'drafter', { type: 'submit' });
    await desk.act(ids, 'unitHead', { type: 'agreeInUnit' });
    await desk.act(ids, 'disclosureOfficer', CLEAN_REVIEW, { basis: '逐项审查，没有发现不能公开的内容。' });
    const { body } = await desk.act(ids, 'disclosureOfficer', { type: 'passReview' });
    const { sha256 } = body['revision'] as unknown as { readonly sha256: string };
    return { ...ids, sha256, version: String(body['version']) };
  };

  const approve = ({ regionId, documentId, sha256, version }: Ready, cookie: string): Promise<Answer> =>
    world.call(
      documentRoutes.act,
      {
        params: { regionId, documentId },
        body: { act: { type: 'approve', sha256, disclosureClass: 'proactive' } },
      },
      cookie,
      { 'if-match': `"${version}"` },
    );

  const confirm = (at: Date, cookie: string, code = totpCode(key, at)): Promise<Answer> =>
    world.call(sessionRoutes.confirmSecondFactor, { body: { code } }, cookie);

  it('is taken right after signing in with the second factor, later only when it is shown again', async () => {
    const [first, second] = [await readyToSign(), await readyToSign()];
    world.setNow(later(10));
    expect((await approve(first, leader)).status).toBe(200);
    world.setNow(later(11));
    const refused = await approve(second, leader);
    expect([refused.status, refused.body['code']]).toEqual([403, 'second-factor-again']);
    expect((await desk.read(second)).body['status']).toBe('inApproval');
    const wrong = await confirm(later(11), leader, '000000');
    expect([wrong.status, shownBy(wrong)]).toEqual([422, '']);
    const right = await confirm(later(11), leader);
    expect([right.status, right.body['stage']]).toEqual([200, 'full']);
    const signed = await approve(second, `${leader}; ${shownBy(right)}`);
    expect([signed.status, signed.body['status']]).toEqual([200, 'approved']);
  });

  it('is not asked for where nothing is signed', async () => {
    const ids = await plantDocument(world, world.township);
    world.setNow(later(15));
    expect((await desk.tryAct(ids, 'drafter', { type: 'submit' })).status).toBe(200);
  });

  it('takes no confirmation of another session, of another hand, or of too long ago', async () => {
    const ids = await readyToSign();
    world.setNow(later(20));
    const other = await world.sessionOf(accountId);
    const ofOther = shownBy(await confirm(later(20), other));
    expect(ofOther).not.toBe('');
    const [, value = ''] = shownBy(await confirm(later(21), leader)).split('=');
    world.setNow(later(31));
    const [sessionId = '', , hash = ''] = value.split('.');
    const forged = `zhaoshi-confirmed=${sessionId}.${later(31).getTime()}.${hash}`;
    for (const cookie of [ofOther, forged, `zhaoshi-confirmed=${value}x`]) {
      expect((await approve(ids, `${leader}; ${cookie}`)).body['code'], cookie).toBe('second-factor-again');
    }
    const old = (await confirm(later(31), leader)).headers;
    world.setNow(later(42));
    const cookie = shownBy({ status: 200, body: {} as Answer['body'], headers: old });
    expect((await approve(ids, `${leader}; ${cookie}`)).body['code']).toBe('second-factor-again');
  });
});
