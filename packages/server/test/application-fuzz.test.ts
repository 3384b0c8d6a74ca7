import type { ApplicationActInput } from '@zhaoshi/contract/routes/application-acts';
import { applicationRoutes } from '@zhaoshi/contract/routes/applications';
import { ACT_TEXTS } from '@zhaoshi/domain/application/act-texts';
import { OUTCOME_IDS } from '@zhaoshi/domain/application/outcome';
import { isStatus } from '@zhaoshi/domain/application/status';
import { ACT_TYPES, TRANSITIONS } from '@zhaoshi/domain/application/transitions';
import { letterOfAct } from '@zhaoshi/domain/letter/act-letters';
import { replyLetterOf } from '@zhaoshi/domain/letter/letter-kinds';
import type { Role } from '@zhaoshi/domain/permission/roles';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, sampleFields } from '../../domain/test/sample-letter.ts';
import { createWorld, type World } from './api-world.ts';
import { plantCase } from './application-samples.ts';

const ROLES = ['drafter', 'unitHead', 'disclosureOfficer', 'disclosureOfficeHead', 'leader'] as const;

let world: World;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  world = await createWorld();
  for (const role of ROLES) cookies.set(role, await world.signedIn(world.county, role));
});
afterAll(() => world.close());

interface Step {
  readonly role: (typeof ROLES)[number];
  readonly type: (typeof ACT_TYPES)[number];
  readonly day: number;
  readonly choice: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  role: fc.constantFrom(...ROLES),
  type: fc.constantFrom(...ACT_TYPES.filter((type) => type !== 'importResult')),
  day: fc.integer({ min: 2, max: 20 }),
  choice: fc.nat(1000),
});

const pick = <T>(options: readonly T[], choice: number): T | undefined => options[choice % options.length];

/** An act of the type with whatever ids the case has, right or wrong. */
function actOf({ type, day, choice }: Step, ids: readonly string[]): object {
  const id = pick(ids, choice) ?? '00000000-0000-4000-8000-000000000000';
  const fields: Readonly<Record<string, unknown>> = {
    type,
    on: `2026-11-${String(day).padStart(2, '0')}`,
    days: (choice % 20) + 1,
    letterId: id,
    consultationId: id,
    assistanceId: id,
    officerId: id,
    otherId: id,
    kind: pick(['thirdPartyConsultation', 'coMakerConsultation', 'organConsultation'], choice),
    how: pick(['opinion', 'lapse'], choice),
    opinion: pick(['agrees', 'refuses', 'partly', 'none'], choice),
    reached: true,
    accepted: choice % 2 === 0,
    given: choice % 2 === 0,
    reasonable: choice % 2 === 0,
    dueOn: '2027-02-01',
    basis: 'perItem',
    count: 11,
    amount: 100_00,
    place: pick(['archiveRoom', 'responsibleUnit', 'officeSystem'], choice),
    minutes: 5,
    hits: 0,
    relation: 'sameMatter',
    outcome: pick(OUTCOME_IDS, choice),
    review: pick(['legal', 'secrecy'], choice),
    way: pick(['direct', 'post'], choice),
    retentionYears: 10,
    cause: 'judgment',
    score: 3,
  };
  const shape = applicationRoutes.act.body.shape.act.options.find(
    (option) => option.shape.type.value === type,
  );
  const keys = Object.keys(shape?.shape ?? {});
  return Object.fromEntries(keys.map((key) => [key, fields[key]]));
}

/** The words of the act, and every field of the letter that goes with it or is drafted; numbers count themselves. */
function textsOf(act: ApplicationActInput): Readonly<Record<string, string>> {
  const own = Object.entries(ACT_TEXTS[act.type]).filter(([, { required }]) => required);
  const outcome = act.type === 'draftReply' ? act.outcome : null;
  const kind = outcome === null ? letterOfAct(act, null) : replyLetterOf(outcome);
  const fields = kind === null ? {} : sampleFields(kind, day(act.on));
  const letter = Object.entries(fields).map(([key, value]) => [`letter.${key}`, value]);
  return Object.fromEntries([...own.map(([key]) => [key, 'EMS 1234567890123']), ...letter]);
}

/** Every id that an answer holds. */
const idsIn = (body: unknown): readonly string[] =>
  JSON.stringify(body).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];

interface Seen {
  readonly status: string;
  /** What whoever acted last may do now. */
  readonly acts: readonly Step['type'][];
  readonly version: number;
}

/** Every second step is one that the case offers, or the walk would seldom get far. */
function goingOn(drawn: Step, { acts }: Seen, lastRole: Step['role']): Step {
  // No caller sends the result of an old register.
  const type = pick(
    acts.filter((act) => act !== 'importResult'),
    drawn.choice + drawn.day,
  );
  return drawn.choice % 2 === 0 && type !== undefined ? { ...drawn, role: lastRole, type } : drawn;
}

/** `ZHAOSHI_APPLICATION_FUZZ=500` runs it longer, `ZHAOSHI_APPLICATION_FUZZ_SEED` on other ways. */
const SEED = Number(process.env['ZHAOSHI_APPLICATION_FUZZ_SEED'] ?? 20_261_122);

it('reaches no status outside the table, whatever is sent', { timeout: 300_000 }, async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const planted = await plantCase(world, world.county);
      const params = { regionId: planted.regionId, applicationId: planted.applicationId };
      const first = await world.call(applicationRoutes.read, { params }, cookies.get('drafter'));
      let seen = first.body as unknown as Seen;
      let ids = idsIn(first.body);
      let lastRole: Step['role'] = 'drafter';
      for (const drawn of steps) {
        const one = goingOn(drawn, seen, lastRole);
        const act = actOf(one, ids) as ApplicationActInput;
        const answer = await world.call(
          applicationRoutes.act,
          { params, body: { act, texts: textsOf(act) } },
          cookies.get(one.role),
          { 'if-match': `"${seen.version}"` },
        );
        const context = `${one.role} ${one.type} in ${seen.status}: ${JSON.stringify(answer.body).slice(0, 300)}`;
        expect([200, 409, 422], context).toContain(answer.status);
        if (answer.status !== 200) continue;
        const { from, by, to } = TRANSITIONS[one.type];
        const after = answer.body as unknown as Seen;
        expect(from, context).toContain(seen.status);
        expect(by, context).toContain(one.role);
        const next =
          to === 'stays'
            ? [seen.status]
            : to === 'resumes'
              ? ['consulting', 'processing']
              : [to === 'restarts' ? 'processing' : to];
        expect(next, context).toContain(after.status);
        expect(after.version, context).toBe(seen.version + 1);
        seen = after;
        lastRole = one.role;
        ids = idsIn(answer.body);
        reached.add(after.status);
      }
    }),
    { numRuns: Number(process.env['ZHAOSHI_APPLICATION_FUZZ'] ?? 25), seed: SEED },
  );
  for (const status of reached) expect(isStatus(status)).toBe(true);
  // The walk is no walk on the spot.
  expect(reached.size).toBeGreaterThan(5);
});
