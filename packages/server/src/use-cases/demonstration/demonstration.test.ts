import { installationRoutes } from '@zhaoshi/contract/routes/installation';
import { REPORT_STATUSES } from '@zhaoshi/domain/annual-report/work/report-status';
import { STATUS_NAMES } from '@zhaoshi/domain/application/status';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld } from '../../../test/api-world.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts';
import { verifyAudit } from '../../db/verify-audit.ts';
import { openForm } from '../applications/show-case.ts';
import { passwordMatches } from '../identity/password.ts';
import { totpPurpose, totpStep } from '../identity/totp.ts';
import { loadDemonstration } from './load-demonstration.ts';
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_TOTP_KEY, MARK } from './people.ts';
import { readDemonstrationAccess } from './read-access.ts';
import { PORTAL_ROOTS } from './remove-demonstration.ts';
import { resetDemonstration } from './reset-demonstration.ts';

const AT = new Date('2026-11-21T02:03:04.567Z');

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  await loadDemonstration(test.context);
});
afterAll(() => test.drop());

describe('the demonstration', () => {
  it('has a city, two counties, departments, townships, villages, and an organ that was closed', async () => {
    const kinds = await test.server
      .selectFrom('organ')
      .select(['kind'])
      .select((build) => build.fn.countAll<number>().as('organs'))
      .groupBy('kind')
      .orderBy('kind')
      .execute();
    expect(Object.fromEntries(kinds.map(({ kind, organs }) => [kind, organs]))).toEqual({
      cityGovernment: 1,
      countyGovernment: 2,
      department: 10,
      governmentOrgan: 3,
      subdistrictOffice: 1,
      township: 5,
      village: 4,
    });
    const successions = await test.server.selectFrom('organ_successor').select('valid_from').execute();
    expect(successions).toEqual([{ valid_from: '2019-07-01' }]);
  });

  it('has somebody in every role, and people with roles in two organs', async () => {
    const access = await readDemonstrationAccess(test.server, AT);
    const roles = access?.accounts.flatMap(({ posts }) => posts.flatMap((post) => post.roles));
    expect([...new Set(roles)].toSorted()).toEqual(ROLE_NAMES.toSorted());
    expect(
      access?.accounts.filter(({ posts }) => posts.length === 2).map(({ loginName }) => loginName),
    ).toEqual(expect.arrayContaining(['visiting-assessor', 'liuxi-village-clerk', 'zhaoshi-leader']));
  });

  it('lets everybody in with the password and the code that are shown', async () => {
    const access = await readDemonstrationAccess(test.server, AT);
    const accounts = await test.server
      .selectFrom('account')
      .select(['account_id', 'password_hash', 'totp_secret', 'login_name'])
      .execute();
    expect(accounts).toHaveLength(access?.accounts.length ?? 0);
    const [first] = accounts;
    expect(await passwordMatches(first?.password_hash ?? null, access?.password ?? '')).toBe(true);
    const { secretBox } = test.context.services;
    for (const { account_id, totp_secret, login_name } of accounts) {
      const shown = access?.accounts.find(({ loginName }) => loginName === login_name);
      const key = totp_secret === null ? null : secretBox.open(totp_secret, totpPurpose(account_id));
      expect(key, login_name).toBe(shown?.needsSecondFactor === true ? DEMONSTRATION_TOTP_KEY : null);
    }
    expect(totpStep(DEMONSTRATION_TOTP_KEY, access?.secondFactor.code ?? '', AT, null)).not.toBeNull();
  });

  it('has annual reports of the year that is over in every state of their work, and a unit that has not begun', async () => {
    const works = await test.server
      .selectFrom('report_work')
      .innerJoin('organ', 'organ.organ_id', 'report_work.organ_id')
      .select(['organ.slug', 'organ.kind', 'status', 'edition'])
      .where('report_year', '=', 2025)
      .execute();
    expect(new Set(works.map(({ status }) => status))).toEqual(new Set(Object.keys(REPORT_STATUSES)));
    expect(works.filter(({ edition }) => edition > 1)).toHaveLength(1);
    expect(works.map(({ slug }) => slug)).not.toContain('chengguan');
    const sums = works.filter(({ kind }) => kind === 'countyGovernment').map(({ status }) => status);
    expect(sums.toSorted()).toEqual(['drafting', 'submitted']);
  });

  it('marks everybody and every address as invented', async () => {
    const names = await test.server
      .selectFrom('leading_group_member')
      .select('name')
      .union(test.server.selectFrom('account').select('display_name as name'))
      .union(test.server.selectFrom('organ_contact').select('address as name').$castTo<{ name: string }>())
      .execute();
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter(({ name }) => !name.endsWith(MARK))).toEqual([]);
    const emails = await test.server.selectFrom('organ_contact').select('email').execute();
    expect(emails.every(({ email }) => email?.endsWith('.example'))).toBe(true);
  });

  it('has a register of applications in every status, some near their last day and some past it', async () => {
    const cases = await test.server
      .selectFrom('application')
      .innerJoin('organ', 'organ.organ_id', 'application.organ_id')
      .select(['status', 'due_on', 'organ.slug', 'summary', 'result_on', 'sealed', 'application_id'])
      .where('organ.valid_to', 'is', null)
      .execute();
    expect(cases).toHaveLength(70);
    expect([...new Set(cases.map(({ status }) => status))].toSorted()).toEqual(STATUS_NAMES.toSorted());
    const open = cases.flatMap(({ due_on }) => due_on ?? []);
    expect(open.filter((due) => due < '2026-11-21')).toHaveLength(5);
    expect(open.filter((due) => due >= '2026-11-21' && due <= '2026-11-27')).toHaveLength(6);
    expect(cases.filter(({ slug }) => slug === 'duandian').length).toBeGreaterThan(12);
    // Table three has something to say in this year and in the one before.
    const years = cases.flatMap(({ result_on }) => result_on?.slice(0, 4) ?? []);
    expect([...new Set(years)].toSorted()).toEqual(['2025', '2026']);
    expect(cases.every(({ summary }) => summary.endsWith(MARK))).toBe(true);
    const names = cases.map((row) => openForm(test.context.services.secretBox, row).applicant.name);
    expect(names.every((name) => name.endsWith(MARK))).toBe(true);
  });

  it('has letters with the cases, numbered by organ and year, and periods that run', async () => {
    const letters = await test.server.selectFrom('letter').select(['kind', 'document_number']).execute();
    const kinds = new Set(letters.map(({ kind }) => kind));
    for (const kind of ['acknowledgement', 'correctionNotice', 'extensionNotice', 'feeNotice']) {
      expect(kinds).toContain(kind);
    }
    expect(letters.map(({ document_number }) => document_number)).toContain('段政公复〔2026〕第1号');
    const running = await test.server
      .selectFrom('deadline')
      .select('deadline_id')
      .where('closed_at', 'is', null)
      .execute();
    expect(running.length).toBeGreaterThan(20);
  });

  it('has who reports, contact data and offices on the public side', async () => {
    const read = async (view: 'disclosure_office' | 'leading_group' | 'organ_contact') => {
      const rows = await test.portal.selectFrom(`published.${view}`).select('organ_id').execute();
      return rows.length;
    };
    expect([
      await read('organ_contact'),
      await read('disclosure_office'),
      await read('leading_group'),
    ]).toEqual([25, 18, 18]);
    const units = await test.portal
      .selectFrom('published.reporting_unit')
      .select('included')
      .where('report_year', '=', 2026)
      .execute();
    expect(units.every(({ included }) => included)).toBe(true);
    expect(units).toHaveLength(7 + 8 + 5);
  });
});

describe('its published papers', () => {
  const organId = async (slug: string, region: string): Promise<string> => {
    const found = await test.server
      .selectFrom('organ')
      .innerJoin('region', 'region.region_id', 'organ.region_id')
      .select('organ_id')
      .where('organ.slug', '=', slug)
      .where('region.slug', '=', region)
      .executeTakeFirstOrThrow();
    return found.organ_id;
  };

  it('give a county government something for its gazette, and somebody to make one', async () => {
    const county = await organId('government', 'hedong');
    const rules = await test.portal
      .selectFrom('published.document')
      .select('title')
      .where('kind', '=', 'normativeDocument')
      .where('organ_id', 'in', [county, await organId('office', 'hedong')])
      .execute();
    expect(rules).toHaveLength(2);
    const access = await readDemonstrationAccess(test.server, AT);
    const officer = access?.accounts.find(({ loginName }) => loginName === 'hedong-government-officer');
    expect(officer?.posts.map((post) => post.organ)).toEqual(['河东县人民政府']);
  });

  it('hold a draft that takes comments, with one waiting, on the desk of the city office', async () => {
    const office = await organId('office', 'zhaoshi');
    const stands = await test.server
      .selectFrom('document')
      .select(['status', 'kind'])
      .where('organ_id', '=', office)
      .execute();
    expect(new Set(stands.map(({ status }) => status)).size).toBeGreaterThan(2);
    expect(stands).toContainEqual({ status: 'published', kind: 'draftForComment' });
    const voices = await test.server
      .selectFrom('public_voice')
      .select('kind')
      .where('organ_id', '=', office)
      .execute();
    expect(voices).toEqual([{ kind: 'comment' }]);
  });
});

describe('resetting it', () => {
  it('puts everything back, people and their sessions too, and the trail goes on', async () => {
    const own = await createTestDatabase();
    await loadDemonstration(own.context);
    const countRows = async (): Promise<Readonly<Record<string, number>>> => {
      const { rows } = await sql<{ readonly name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(own.owner);
      const counts = await Promise.all(
        rows.map(async ({ name }) => {
          const found = await sql<{
            readonly rows: number;
          }>`select count(*) as rows from ${sql.table(name)}`.execute(own.owner);
          return [name, found.rows[0]?.rows ?? 0] as const;
        }),
      );
      return Object.fromEntries(counts);
    };
    const before = await countRows();
    const account = await own.server.selectFrom('account').select('account_id').executeTakeFirstOrThrow();
    await own.server
      .insertInto('session')
      .values({
        session_id: own.context.newId(),
        token_sha256: 'x',
        account_id: account.account_id,
        stage: 'full',
        device: '测试',
        created_at: AT,
        last_seen_at: AT,
        expires_at: AT,
        region_id: null,
        organ_id: null,
        ended_at: null,
      })
      .execute();
    await own.server.updateTable('organ').set({ name: '改了名' }).execute();

    const context = { ...own.context, database: own.owner };
    expect(await resetDemonstration(context)).toMatchObject({ ok: true });

    const after = await countRows();
    expect({ ...after, audit_entry: 0 }).toEqual({ ...before, audit_entry: 0 });
    const renamed = await own.server
      .selectFrom('organ')
      .select('slug')
      .where('name', '=', '改了名')
      .execute();
    expect(renamed).toEqual([]);
    expect(await verifyAudit(own.server)).toMatchObject({ intact: true });
    await own.drop();
  });

  // What was erased stays on the list, as what was done stays in the trail: both hold ids alone.
  it('leaves no table out whose rows belong to a region, an organ or a person', async () => {
    const own = await createTestDatabase();
    const { rows } = await sql<{ readonly name: string }>`
      with recursive dependent (id) as (
        select unnest(array['public.region'::regclass, 'public.account'::regclass])::oid
        union
        select conrelid from pg_constraint join dependent on confrelid = dependent.id where contype = 'f'
      )
      select distinct c.relname as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and a.attname in ('region_id', 'organ_id', 'account_id') and c.oid not in (select id from dependent)
        and c.relname <> all(${[...PORTAL_ROOTS, 'erasure']}::text[])`.execute(own.owner);
    expect(rows).toEqual([]);
    await own.drop();
  });

  it('refuses where there is a real region, and changes nothing', async () => {
    const own = await createTestDatabase();
    await loadDemonstration(own.context);
    await own.server
      .insertInto('region')
      .values({
        region_id: own.context.newId(),
        parent_id: null,
        slug: 'real',
        name: '真实县',
        level: 'county',
        is_demonstration: false,
      })
      .execute();
    expect(await readDemonstrationAccess(own.server, AT)).toBeNull();
    const refused = await resetDemonstration({ ...own.context, database: own.owner });
    expect(refused).toEqual({ ok: false, error: { code: 'not-a-demonstration' } });
    expect(await own.server.selectFrom('account').select('login_name').execute()).not.toEqual([]);
    await own.drop();
  });
});

describe('what anybody may know of the installation', () => {
  it('is no account and no password where anything is real', async () => {
    const world = await createWorld();
    const { status, body } = await world.call(installationRoutes.read, {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ demonstration: null, needsSetUp: true });
    expect(JSON.stringify(body)).not.toContain(DEMONSTRATION_PASSWORD);
    await world.close();
  });
});
