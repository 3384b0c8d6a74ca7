import { randomUUID } from 'node:crypto';
import type { calendarRoutes } from '@zhaoshi/contract/routes/calendars';
import type { World, WorldOrgan } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';

const idsOf = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** A notice such as that for 2027 will be. */
export const NOTICE_2027 = {
  year: 2027,
  notices: [
    {
      number: '测试通知〔2026〕1号',
      publishedOn: '2026-11-10',
      source: '测试',
      rest: [{ from: '2027-01-01', to: '2027-01-04', name: '元旦' }],
      work: ['2027-01-09'],
    },
  ],
};

const BODY = { file: NOTICE_2027, regionalHolidays: [] };

async function version({ database }: World, { organId }: WorldOrgan): Promise<number> {
  const { newest } = await database.server
    .selectFrom('working_calendar')
    .select((build) => build.fn.max('version').as('newest'))
    .where('organ_id', '=', organId)
    .executeTakeFirstOrThrow();
  return newest ?? 1;
}

/** Nothing waits in the organ any more. */
async function settleAll({ database }: World, { organId }: WorldOrgan): Promise<void> {
  await database.server
    .updateTable('calendar_proposal')
    .set((build) => ({
      settled_as: 'withdrawn',
      settled_by: build.ref('proposed_by'),
      settled_at: database.context.now(),
    }))
    .where('organ_id', '=', organId)
    .where('settled_as', 'is', null)
    .execute();
}

/** A change that somebody else wants and that waits. */
export async function plantProposal(
  world: World,
  organ: WorldOrgan,
  proposedBy?: string,
): Promise<{ readonly year: number; readonly proposalId: string }> {
  await settleAll(world, organ);
  const proposalId = randomUUID();
  await world.database.server
    .insertInto('calendar_proposal')
    .values({
      region_id: organ.regionId,
      proposal_id: proposalId,
      organ_id: organ.organId,
      calendar_year: NOTICE_2027.year,
      base_version: await version(world, organ),
      file: JSON.stringify({ ...NOTICE_2027, expected: [] }),
      regional_holidays: '[]',
      proposed_by: proposedBy ?? (await world.newPerson(organ, ['administrator'])),
      proposed_at: world.database.context.now(),
    })
    .execute();
  return { year: NOTICE_2027.year, proposalId };
}

const ofProposal = async (world: World, organ: WorldOrgan) => ({
  request: { params: { ...idsOf(organ), ...(await plantProposal(world, organ)) } },
});

export const CALENDAR_SAMPLES: AreaSamples<typeof calendarRoutes> = {
  listYears: {
    aboutOrgan: true,
    prepare: (_, organ) => Promise.resolve({ request: { params: idsOf(organ) } }),
  },
  readYear: {
    aboutOrgan: true,
    prepare: (_, organ) => Promise.resolve({ request: { params: { ...idsOf(organ), year: 2026 } } }),
  },
  previewYear: {
    aboutOrgan: true,
    prepare: (_, organ) =>
      Promise.resolve({ request: { params: { ...idsOf(organ), year: 2027 }, body: BODY } }),
  },
  editYear: {
    aboutOrgan: true,
    prepare: async (world, organ) => {
      await settleAll(world, organ);
      return {
        request: { params: { ...idsOf(organ), year: 2027 }, body: BODY },
        headers: { 'if-match': `"${await version(world, organ)}"` },
      };
    },
  },
  confirmYear: { aboutOrgan: true, prepare: ofProposal },
  withdrawYear: { aboutOrgan: true, prepare: ofProposal },
};
