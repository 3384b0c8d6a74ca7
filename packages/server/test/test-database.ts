import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Client } from 'pg';
import { inject } from 'vitest';
import { createSecretBox, KEY_BYTES, type SecretBox } from '../src/adapters/secret-box/secret-box.ts';
import { connectDatabase, type DatabaseLogin } from '../src/db/connect.ts';
import type { PublishedSchema, Schema } from '../src/db/schema.ts';
import type { UseCaseContext } from '../src/use-cases/context.ts';

export interface TestDatabase {
  readonly owner: Kysely<Schema>;
  readonly server: Kysely<Schema>;
  readonly portal: Kysely<PublishedSchema>;
  readonly logins: {
    readonly owner: DatabaseLogin;
    readonly server: DatabaseLogin;
    readonly portal: DatabaseLogin;
  };
  /** With secrets sealed by a key of tests. */
  readonly context: UseCaseContext & { readonly services: { readonly secretBox: SecretBox } };
  readonly drop: () => Promise<void>;
}

/** As the owner, in the database that all tests share. */
export async function asOwner(query: string): Promise<void> {
  const client = new Client({ ...inject('databases').owner });
  await client.connect();
  await client.query(query);
  await client.end();
}

/** A fresh database of the newest schema, cloned from the template, under all three roles. */
export const createTestDatabase = async (): Promise<TestDatabase> =>
  await cloneOf(inject('databases').template);

/** @param template a database to which nobody is connected */
export async function cloneOf(template: string): Promise<TestDatabase> {
  const roles = inject('databases');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(`create database ${database} template ${template}`);
  const logins = {
    owner: { ...roles.owner, database },
    server: { ...roles.server, database },
    portal: { ...roles.portal, database },
  };
  const ignore = (): void => {};
  const owner = connectDatabase<Schema>(logins.owner, 2, ignore);
  const server = connectDatabase<Schema>(logins.server, 4, ignore);
  const portal = connectDatabase<PublishedSchema>(logins.portal, 2, ignore);
  return {
    owner,
    server,
    portal,
    logins,
    context: {
      database: server,
      now: () => new Date('2026-11-21T02:03:04.567Z'),
      newId: randomUUID,
      services: { secretBox: createSecretBox(Buffer.alloc(KEY_BYTES, 1)) },
    },
    drop: async () => {
      await Promise.all([owner.destroy(), server.destroy(), portal.destroy()]);
      await asOwner(`drop database ${database} with (force)`);
    },
  };
}
