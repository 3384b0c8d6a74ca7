import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormVersion } from '@zhaoshi/domain/annual-report/ids';
import { CHECK_RULES } from '@zhaoshi/domain/annual-report/rules/catalogue';
import type { CheckContext } from '@zhaoshi/domain/annual-report/rules/rule';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLEAN_YEAR, cleanContext } from '../../../../domain/test/build-report.ts';
import { CELL_MUTATIONS } from '../../../../domain/test/mutations/cell-mutations.ts';
import { FORM_MUTATIONS } from '../../../../domain/test/mutations/form-mutations.ts';
import type { Mutation } from '../../../../domain/test/mutations/mutation.ts';
import { PLAUSIBILITY_MUTATIONS } from '../../../../domain/test/mutations/plausibility-mutations.ts';
import { TEXT_MUTATIONS } from '../../../../domain/test/mutations/text-mutations.ts';
import { TIE_OUT_MUTATIONS } from '../../../../domain/test/mutations/tie-out-mutations.ts';
import { createWorld, type World } from '../../../test/api-world.ts';
import { familyOf, plantEntered, plantTownship, ruleDesk, typedIn } from '../../../test/rule-desk.ts';
import { CANNOT_HAPPEN, ONLY_IN_FILES, PROVED_BY_FACTS } from '../../../test/rule-proofs.ts';

let world: World;
let supervisor: string;
let office: string;
beforeAll(async () => {
  world = await createWorld();
  office = await world.newPerson(world.office, ['supervisor']);
});
afterAll(() => world.close());

/** What a person can type where the row of the table changes what the platform makes itself. */
const TYPED_INSTEAD: Readonly<Record<string, (context: CheckContext) => CheckContext>> = {
  'AR-FRM-04': ({ report, ...rest }) => ({
    ...rest,
    report: { ...report, preamble: ['本报告由清溪县松坪镇人民政府编制。', ...report.preamble.slice(1)] },
  }),
  'AR-FRM-10': ({ report, ...rest }) => ({
    ...rest,
    report: { ...report, preamble: [...report.preamble, '联系单位：××单位。'] },
  }),
};

/** Needs a clock, peers, settings or a text of a form that the others have not. */
const OTHER_FACTS = new Set([
  'checked as final before the year is over',
  'a word of the list of the installation',
]);

/** One change of each rule, whatever row or column it is about. */
function firstOfEach(): readonly Mutation[] {
  const seen = new Set<string>();
  return [
    ...FORM_MUTATIONS,
    ...CELL_MUTATIONS,
    ...TIE_OUT_MUTATIONS,
    ...PLAUSIBILITY_MUTATIONS,
    ...TEXT_MUTATIONS,
  ].filter(({ rule, what }) => {
    const family = familyOf(rule);
    if (seen.has(family) || OTHER_FACTS.has(what) || Object.hasOwn(PROVED_BY_FACTS, family)) return false;
    seen.add(family);
    return true;
  });
}

const CHANGES = firstOfEach();

/** 25 January of the year after: the report is due on the 31st. */
async function goTo(version: FormVersion): Promise<void> {
  world.setNow(new Date(`${CLEAN_YEAR[version] + 1}-01-25T02:00:00Z`));
  supervisor = await world.sessionOf(office);
}

/** The organ of the report, with what it reported before. */
async function plantBefore({ previous, earlier = [] }: CheckContext) {
  const organ = await plantTownship(world, world.county);
  for (const report of [...(previous === undefined ? [] : [previous]), ...earlier]) {
    await plantEntered(world, organ, report, office);
  }
  return organ;
}

const stops = ({ severity, waiverBy }: { readonly severity: string; readonly waiverBy: string }) =>
  severity === 'block' || (severity === 'warn' && waiverBy !== 'none');

/** An answer that is no refusal holds the report with all its findings. */
const refusesFor = (rule: string, { status, body }: Awaited<ReturnType<World['call']>>): boolean =>
  status !== 200 && JSON.stringify(body).includes(rule);

describe.each(['2021', '2019'] as const)('on form %s', (version) => {
  beforeAll(async () => {
    await goTo(version);
  });

  const ofForm = CHANGES.filter((change) => (change.version ?? '2021') === version);

  it.each(ofForm.map((change) => [change.rule, change.what, change] as const))(
    '%s speaks of a file: %s',
    async (rule, _, change) => {
      const context = change.mutate(cleanContext(version));
      const organ = await plantBefore(context);
      const key = await plantEntered(world, organ, context.report, office);
      const desk = ruleDesk(world, key, supervisor);
      const found = (await desk.failing()).find((finding) => finding.rule === rule);
      expect(found, rule).toBeDefined();
      const seen = (await desk.read())['frozenSha256'];
      const accepted = await desk.receive({ type: 'accept', sha256: seen });
      expect([rule, refusesFor(rule, accepted)]).toEqual([rule, found !== undefined && stops(found)]);
    },
  );

  it.each(
    ofForm
      .filter(({ rule }) => !ONLY_IN_FILES.has(familyOf(rule)))
      .map((change) => [change.rule, change.what, change] as const),
  )('%s speaks of what is typed, and stops what it must: %s', async (rule, _, change) => {
    const context = (TYPED_INSTEAD[rule] ?? change.mutate)(cleanContext(version));
    const organ = await plantBefore(context);
    const clerk = await world.signedIn(organ, 'disclosureOfficer');
    const desk = ruleDesk(world, { ...organ, reportYear: context.report.reportYear ?? 0 }, clerk);
    expect((await desk.save(typedIn(context.report))).status).toBe(200);
    if (rule !== 'AR-PRV-02')
      await desk.act({ type: 'recordSecrecyReview' }, { basis: '没有涉密和敏感内容。' });
    const found = (await desk.failing()).find((finding) => finding.rule === rule);
    expect(found, rule).toBeDefined();
    const asked = await desk.act({ type: 'askSignature' });
    expect([rule, refusesFor(rule, asked)]).toEqual([rule, found !== undefined && stops(found)]);
  });
});

describe('every rule of the catalogue', () => {
  const families = [...new Set(CHECK_RULES.map(({ id }) => familyOf(id)))];
  const inTable = new Set(CHANGES.map(({ rule }) => familyOf(rule)));

  it('is proved on the platform, or cannot happen there for a reason that is written down', () => {
    const unproved = families.filter(
      (rule) =>
        !(inTable.has(rule) || Object.hasOwn(PROVED_BY_FACTS, rule) || Object.hasOwn(CANNOT_HAPPEN, rule)),
    );
    expect(unproved).toEqual([]);
  });

  it('has a proof that speaks of it', () => {
    const root = join(import.meta.dirname, '../../../../..');
    const silent = Object.entries(PROVED_BY_FACTS).filter(([rule, path]) => {
      const file = join(root, path);
      return !existsSync(file) || !readFileSync(file, 'utf8').includes(rule);
    });
    expect(silent).toEqual([]);
  });

  it('is still there', () => {
    const named = [...Object.keys(PROVED_BY_FACTS), ...Object.keys(CANNOT_HAPPEN), ...ONLY_IN_FILES];
    expect(named.filter((rule) => !families.includes(rule))).toEqual([]);
  });
});
