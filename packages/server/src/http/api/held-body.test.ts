import type { AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { sessionRoutes } from '@zhaoshi/contract/routes/session';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../test/api-world.ts';

let world: World;
let port: number;
beforeAll(async () => {
  world = await createWorld();
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  port = (world.app.server.address() as AddressInfo).port;
});
afterAll(() => world.close());

/** A call whose body is held back until `finish`. */
function heldCall(method: string, path: string, cookie: string, headers: string, body: string) {
  const socket: Socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString('utf8');
  });
  const ended = new Promise<void>((done) => {
    socket.on('close', () => done());
  });
  socket.write(
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\ncookie: ${cookie}\r\nzhaoshi-request: 1\r\n` +
      `${headers}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, 5)}`,
  );
  return {
    finish: async (): Promise<string> => {
      socket.write(body.slice(5));
      await ended;
      return answer;
    },
  };
}

const isLetIn = async (): Promise<void> => {
  // The call's head has reached the server, and its session was found good.
  await wait(300);
};

describe('a body that is held back until the session has ended (attack 2)', () => {
  it.each([
    [
      'signed out',
      async (_accountId: string, cookie: string) => {
        expect((await world.call(sessionRoutes.signOut, {}, cookie)).status).toBe(204);
      },
    ],
    [
      'disabled or roles changed, which end all sessions',
      async (accountId: string) => {
        await world.database.server
          .updateTable('session')
          .set({ ended_at: new Date() })
          .where('account_id', '=', accountId)
          .execute();
      },
    ],
  ])('changes nothing: %s', async (_name, end) => {
    const accountId = await world.newPerson(world.county, ['administrator']);
    const cookie = await world.sessionOf(accountId);
    const { regionId, organId } = world.county;
    const before = await world.database.server
      .selectFrom('setting')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    const held = heldCall(
      'PUT',
      `/api/organs/${regionId}/${organId}/settings/site.sponsor`,
      cookie,
      'if-match: "1"\r\n',
      JSON.stringify({ value: '乘虚而入' }),
    );
    await isLetIn();
    await end(accountId, cookie);
    expect(await held.finish()).toMatch(/^HTTP\/1\.1 401 /);
    const after = await world.database.server
      .selectFrom('setting')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    expect(after.rows).toBe(before.rows);
  });

  it('works when nothing ended meanwhile', async () => {
    const cookie = await world.signedIn(world.county, 'administrator');
    const { regionId, organId } = world.county;
    const held = heldCall(
      'PUT',
      `/api/organs/${regionId}/${organId}/settings/site.sponsor`,
      cookie,
      'if-match: "1"\r\n',
      JSON.stringify({ value: '县政府办公室' }),
    );
    await isLetIn();
    expect(await held.finish()).toMatch(/^HTTP\/1\.1 200 /);
  });
});
