import type { Route } from '@zhaoshi/contract/define-route';
import { complaintRoutes } from '@zhaoshi/contract/routes/complaints';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBox } from '../src/use-cases/complaints/open-box.ts';
import { createWorld, type World } from './api-world.ts';
import {
  complain,
  complainAnonymously,
  followUp,
  listedComplaint,
  type SentReceipt,
} from './complaint-desk.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { png } from './sample-files.ts';

/** Of whoever complains; none of it may be anywhere. */
const FROM = { address: '203.0.113.77', agent: 'ExitBrowser/77.7' } as const;
const WORDS = '出口检验：河长制经费没有公开';

/** Minutes between two complaints: whoever has an order of theirs has an order of times. */
const MINUTES = 7;
const MANY = 12;
const START = new Date('2026-11-20T01:00:00Z');
const NEXT_DAY = new Date('2026-11-21T01:00:00Z');

/** Roles of the office that handle complaints. */
const HANDLERS = ['disclosureOfficer', 'disclosureOfficeHead', 'leader', 'supervisor'] as const;

type Dump = ReadonlyMap<string, string>;

const lines: string[] = [];
let world: World;
const sent: SentReceipt[] = [];
/** Tables that a complaint changed, by complaint. */
const touched: (readonly string[])[] = [];
let inBox: Dump;

/** Every row of every table, as a backup reads it. */
async function wholeDatabase(): Promise<Dump> {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(world.database.owner);
  const texts = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ readonly row: string }>`
      select t::text as row from ${sql.raw(name)} t order by 1`.execute(world.database.owner);
    texts.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return texts;
}

const changed = (before: Dump, after: Dump): readonly string[] =>
  [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);

interface Place {
  readonly number: string;
  readonly id: string;
  readonly transaction: string;
}

/** The rows of a table as they lie in it. */
async function lying(table: 'complaint' | 'complaint_box'): Promise<readonly Place[]> {
  const { rows } =
    await sql<Place>`select receipt_number as number, complaint_id as id, xmin::text as transaction
    from ${sql.table(table)} order by ctid`.execute(world.database.owner);
  return rows.filter(({ number }) => sent.some((receipt) => receipt.number === number));
}

/** Photos of the complaints as their rows lie in the table of files. */
async function photoRows(): Promise<readonly (Place & { readonly facts: string })[]> {
  const { rows } = await sql<Place & { readonly facts: string }>`
    select c.receipt_number as number, f.file_id as id, f.xmin::text as transaction,
      f.uploaded_by || ' ' || (f.uploaded_at at time zone 'UTC')::text || '+00' as facts
    from file f join complaint_file using (region_id, file_id) join complaint c using (region_id, complaint_id)
    order by f.ctid`.execute(world.database.owner);
  return rows.filter(({ number }) => sent.some((receipt) => receipt.number === number));
}

/** Whether an order of the complaints is that in which they came, or its reverse. */
function tellsOrder(numbers: readonly string[]): boolean {
  const came = sent.map(({ number }) => number).join();
  return numbers.join() === came || numbers.toReversed().join() === came;
}

beforeAll(async () => {
  world = await createWorld({}, undefined, (line) => lines.push(line));
  let before = await wholeDatabase();
  for (let index = 0; index < MANY; index++) {
    world.setNow(new Date(START.getTime() + index * MINUTES * 60_000));
    sent.push(await complainAnonymously(world, `${WORDS}（${index}）`, { ...FROM, photos: [png()] }));
    const after = await wholeDatabase();
    touched.push(changed(before, after));
    before = after;
  }
  inBox = before;
}, 60_000);
afterAll(() => world.close());

describe('an anonymous complaint in the box', () => {
  it('leaves nothing in any other table: no draft, receipt, question, count, job, notification or entry of the trail', () => {
    expect(touched.flat()).toEqual(Array.from({ length: MANY }, () => 'public.complaint_box'));
  });

  it('has no words, code, network or browser in clear anywhere', () => {
    const all = [...inBox.values()].join('\n');
    for (const secret of [...Object.values(FROM), WORDS, ...sent.map(({ code }) => code.replaceAll('-', ''))])
      expect(all.includes(secret), secret).toBe(false);
  });

  it('lies there in no order of time, written by one transaction with all others', async () => {
    const rows = await lying('complaint_box');
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
    expect(tellsOrder(rows.map(({ number }) => number))).toBe(false);
  });

  it('is followed without leaving a trace', async () => {
    const [first] = sent;
    if (first === undefined) throw new Error('nothing was sent');
    expect(await followUp(world, first)).toContain('在投诉箱中');
    expect(changed(inBox, await wholeDatabase())).toEqual([]);
  });
});

describe('an anonymous complaint in the register', () => {
  beforeAll(async () => {
    world.setNow(NEXT_DAY);
    // One with a name between them, whose time the trail has.
    await complain(world, {
      kind: 'notPublished',
      text: '实名',
      named: 'yes',
      name: '欧阳出口丁',
      contact: '139',
    });
    await openBox({ ...world.database.context, now: () => NEXT_DAY, services: world.services });
  });

  it('has the day only, a random id and a random number, and no order of time in any of them', async () => {
    const rows = await lying('complaint');
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
    for (const { id } of rows) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-/);
    expect(tellsOrder(rows.map(({ number }) => number))).toBe(false);
    for (const key of ['id', 'number'] as const) {
      const sorted = rows.toSorted((a, b) => (a[key] < b[key] ? -1 : 1));
      expect(tellsOrder(sorted.map(({ number }) => number)), key).toBe(false);
    }
    const { rows: columns } = await sql<{ readonly type: string }>`
      select data_type as type from information_schema.columns
      where table_name in ('complaint', 'complaint_box') and data_type ~ 'time'`.execute(
      world.database.owner,
    );
    expect(columns).toEqual([]);
  });

  it('has photos that tell no more: rows of one transaction in a drawn order, of nobody, at no time of day', async () => {
    const rows = await photoRows();
    expect(rows).toHaveLength(MANY);
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBe(1);
    expect(tellsOrder(rows.map(({ number }) => number))).toBe(false);
    const sorted = rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(tellsOrder(sorted.map(({ number }) => number))).toBe(false);
    expect(new Set(rows.map(({ facts }) => facts))).toEqual(new Set(['applicant 2026-11-19 16:00:00+00']));
  });

  it('is in the trail as one of a number, without its id', async () => {
    const rows = [...(await lying('complaint')), ...(await photoRows())];
    const { rows: entries } = await sql<{ readonly entry: string; readonly action: string }>`
      select action, t::text as entry from audit_entry t`.execute(world.database.owner);
    const opened = entries.filter(({ action }) => action === 'complaint.openBox');
    expect(opened.map(({ entry }) => /"received"+: ?"*(\d+)/.exec(entry)?.[1])).toEqual([String(MANY)]);
    const all = entries.map(({ entry }) => entry).join('\n');
    for (const { id, number } of rows) expect(all.includes(id) || all.includes(number)).toBe(false);
  });

  it('has no line in the log, where other pages have one without address and browser', async () => {
    await world.app.inject({ method: 'GET', url: '/voice/reply', headers: { 'user-agent': FROM.agent } });
    const text = lines.join('\n');
    expect(text).toContain('/voice/reply');
    for (const secret of [
      ...Object.values(FROM),
      'complaint',
      WORDS,
      ...sent.flatMap(({ number, code }) => [number, code]),
    ])
      expect(text.includes(secret), secret).toBe(false);
  });

  it('is read and listed by those who handle it, and by no other role', async () => {
    const office = await world.signedIn(world.office, 'supervisor');
    const [one] = await Promise.all(sent.map(({ number }) => listedComplaint(world, office, number)));
    if (one === undefined) throw new Error('none listed');
    const seen: string[] = [];
    for (const organ of [world.office, world.township, world.county]) {
      for (const role of ROLE_NAMES) {
        const cookie = await world.signedIn(organ, role);
        const read = await world.call(complaintRoutes.read, { params: one }, cookie);
        const listed = await world.call(complaintRoutes.list, { query: { limit: 100 } }, cookie);
        // Nobody reads a time of day.
        expect(JSON.stringify([read.body, listed.body])).not.toMatch(/\d\d:\d\d/);
        const isListed = JSON.stringify(listed.body).includes(one.complaintId);
        expect(isListed, `${role} of ${organ.path}`).toBe(read.status === 200);
        if (isListed) seen.push(`${role} of ${organ === world.office ? 'the office' : organ.path}`);
      }
    }
    expect(seen).toEqual(HANDLERS.map((role) => `${role} of the office`));
  });

  it('is in no answer of any other route that reads, with all roles together but those who handle it', async () => {
    const office = await world.signedIn(world.office, 'supervisor');
    const ids = await Promise.all(sent.map(({ number }) => listedComplaint(world, office, number)));
    const planted = [
      ...ids.map(({ complaintId }) => complaintId),
      ...(await photoRows()).map(({ id }) => id),
      ...sent.flatMap(({ number, code }) => [number, code, code.replaceAll('-', '')]),
      ...Object.values(FROM),
      WORDS,
    ];
    const routes = SAMPLED_ROUTES.filter(
      ({ id, route, sample }) =>
        route.method === 'GET' &&
        route.response !== 'bytes' &&
        sample.stage === undefined &&
        !id.startsWith('complaints.'),
    );
    const reads: { readonly id: string; readonly route: Route; readonly request: object }[] = [];
    for (const { id, route, sample } of routes)
      reads.push({ id, route, request: (await sample.prepare(world, world.township, null)).request });
    const others = ROLE_NAMES.filter((role) => !HANDLERS.some((handler) => handler === role));
    const callers = [
      { organ: world.township, roles: ROLE_NAMES.filter((role) => role !== 'administrator') },
      { organ: world.township, roles: ROLE_NAMES.filter((role) => role !== 'auditor') },
      { organ: world.office, roles: others.filter((role) => role !== 'administrator') },
      { organ: world.office, roles: others.filter((role) => role !== 'auditor') },
    ];
    let answers = 0;
    for (const { organ, roles } of callers) {
      const cookie = await world.signedIn(organ, ...roles);
      for (const { id, route, request } of reads) {
        const { status, body } = await world.call(route, request as never, cookie);
        if (status < 300) answers++;
        const answer = JSON.stringify(body);
        for (const secret of planted) expect(answer.includes(secret), `${id} ${secret}`).toBe(false);
      }
    }
    // Most of them were answered, and not refused.
    expect(answers).toBeGreaterThan(reads.length * 2);
  }, 300_000);
});
