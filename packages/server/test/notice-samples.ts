import type { noticeRoutes, rhythmRoutes } from '@zhaoshi/contract/routes/notices';
import type { WorldOrgan } from './api-world.ts';
import type { AreaSamples } from './route-sample.ts';

const nothing = () => Promise.resolve({ request: {} });
const organIds = ({ regionId, organId }: WorldOrgan) => ({ regionId, organId });

/** How a person may want to be told. */
export const PREFERENCE = {
  delivery: 'daily',
  digestAt: '08:30',
  quietFrom: '22:00',
  quietUntil: '07:00',
  address: 'officer@example.cn',
  mobile: '',
} as const;

export const NOTICE_SAMPLES: AreaSamples<typeof noticeRoutes> = {
  read: { aboutOrgan: false, prepare: nothing },
  set: { aboutOrgan: false, prepare: () => Promise.resolve({ request: { body: PREFERENCE } }) },
  makeFeed: { aboutOrgan: false, prepare: nothing },
  endFeed: { aboutOrgan: false, prepare: nothing },
};

export const RHYTHM_SAMPLES: AreaSamples<typeof rhythmRoutes> = {
  ofYear: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({ request: { params: organIds(organ), query: { year: 2026 } } }),
  },
  record: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: { params: organIds(organ), body: { item: 'cleanUp', doneOn: '2026-11-02', note: '' } },
      }),
  },
  remove: {
    aboutOrgan: true,
    prepare: (_world, organ) =>
      Promise.resolve({
        request: {
          params: organIds(organ),
          body: { item: 'cleanUp', turnOn: '2026-12-31', doneOn: '2026-11-02' },
        },
      }),
  },
};
