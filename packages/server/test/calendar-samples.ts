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
    prepare: async (world, organ) => ({
      request: { params: { ...idsOf(organ), year: 2027 }, body: BODY },
      headers: { 'if-match': `"${await version(world, organ)}"` },
    }),
  },
};
