import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from './api-world.ts';
import { SAMPLE_SERVICE } from './sample-service.ts';
import { COUNTED_STEPS, SEED_STEPS } from './seed-steps.ts';

const ROOT = new URL('../../../', import.meta.url);
const SEEDS = new URL('acceptance/fixtures/seeds/', ROOT);

const closeUp = (text: string): string => text.replaceAll(/\s/gu, '');

const ROWS = readFileSync(new URL('docs/seed-coverage.md', ROOT), 'utf8')
  .split('\n')
  .filter((line) => /^\| [a-z]+-\d{4} \|/u.test(line))
  .map((line) => {
    const [report = '', words = '', screen = '', record = '', step = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { report, words, screen, record, step };
  });

describe('what the five reports tell', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ singleSignOn: SAMPLE_SERVICE });
    world.setNow(new Date('2026-11-21T02:00:00Z'));
  });
  afterAll(() => world.close());

  it('is told of each of the five', () => {
    const reports = readdirSync(SEEDS).map((name) => name.replace('.txt', ''));
    expect([...new Set(ROWS.map(({ report }) => report))].toSorted()).toEqual(reports.toSorted());
  });

  it.each(ROWS)(
    '$report: $words stands there, and has a screen and a record',
    ({ report, words, screen, record }) => {
      const told = closeUp(readFileSync(new URL(`${report}.txt`, SEEDS), 'utf8'));
      expect(told).toContain(closeUp(words));
      expect([screen, record]).not.toContain('');
    },
  );

  it('has one step for each row, and no step without a row', () => {
    const steps = [...Object.keys(SEED_STEPS), ...Object.keys(COUNTED_STEPS)];
    expect([...new Set(ROWS.map(({ step }) => step))].toSorted()).toEqual(steps.toSorted());
  });

  it.each(Object.keys(SEED_STEPS))('%s can be done, and is kept where the page says', async (name) => {
    const step = SEED_STEPS[name] ?? expect.fail(name);
    const named = ROWS.filter((row) => row.step === name).map(({ record }) => record);
    expect(named.join(' ')).toContain(step.table);
    const count = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count
        from ${sql.table(step.table)}`.execute(world.database.server);
      return rows[0]?.count ?? 0;
    };
    const before = await count();
    await step.make(world);
    expect((await count()) - before).toBeGreaterThanOrEqual(step.rows ?? 1);
  });

  it.each(Object.keys(COUNTED_STEPS))('%s is counted out of the registers', async (name) => {
    await expect(COUNTED_STEPS[name]?.(world)).resolves.not.toThrow();
  });
});
