import { randomUUID } from 'node:crypto';
import { bodyOf, type Route } from '@zhaoshi/contract/define-route';
import { can } from '@zhaoshi/domain/permission/can';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { ROLE_NAMES } from '@zhaoshi/domain/permission/roles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appendAudit } from '../src/db/append-audit.ts';
import { jurisdictionOf } from '../src/db/queries/caller.ts';
import { notify } from '../src/use-cases/notifications/notify.ts';
import { createWorld, type World, type WorldOrgan } from './api-world.ts';
import { plantCase } from './application-samples.ts';
import { plantAssessment } from './assessment-samples.ts';
import { plantRefused } from './catalog-samples.ts';
import { plantHandover, plantMediaPost, plantPosting } from './channel-samples.ts';
import { plantComplaint, plantOrder } from './complaint-samples.ts';
import { plantDispute } from './dispute-samples.ts';
import { plantDocument } from './document-samples.ts';
import { plantInspection } from './inspection-samples.ts';
import { plantCapturedMessage } from './job-samples.ts';
import { plantOpinion, plantSource } from './opinion-samples.ts';
import { plantOrgan } from './organ-samples.ts';
import { plantVoice } from './public-voice-samples.ts';
import { plantAmendment } from './record-amendment-samples.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { plantSurvey } from './survey-samples.ts';
import { plantVillage } from './village-samples.ts';
import { plantWorkRecord } from './work-record-samples.ts';

interface Planted {
  /** Stands in the answer exactly if the thing is listed. */
  readonly shows: string;
  /** Of the organ that it belongs to; `null`: to a person, who is not the caller. */
  readonly path: string | null;
  readonly permission: Permission;
  readonly query?: object;
}

/** Puts a thing that the route lists into an organ. */
type Plant = (world: World, organ: WorldOrgan) => Promise<Planted>;

/** A new organ where one may stand: an office has none below it, its own place is asked for. */
async function child(world: World, organ: WorldOrgan): Promise<WorldOrgan> {
  if (organ === world.office) return organ;
  return await plantOrgan(world, organ, organ === world.township ? 'village' : 'department');
}

/** What takes long to plant is planted once in each organ. */
function oncePerOrgan(plant: Plant): Plant {
  const planted = new Map<string, Promise<Planted>>();
  return (world, organ) => {
    const found = planted.get(organ.organId) ?? plant(world, organ);
    planted.set(organ.organId, found);
    return found;
  };
}

const LISTS: Readonly<Record<string, Plant>> = {
  'assessments.list': oncePerOrgan(async (world, organ) => {
    const { assessmentId } = await plantAssessment(world, organ);
    return { shows: assessmentId, path: organ.path, permission: 'assessment.read' };
  }),
  'handover.list': oncePerOrgan(async (world, organ) => {
    const { handoverId } = await plantHandover(world, organ);
    return { shows: handoverId, path: organ.path, permission: 'document.read' };
  }),
  'newMedia.posts': oncePerOrgan(async (world, organ) => {
    const { postId } = await plantMediaPost(world, organ);
    return { shows: postId, path: organ.path, permission: 'document.read' };
  }),
  'noticeBoard.postings': oncePerOrgan(async (world, organ) => {
    const { postingId } = await plantPosting(world, organ);
    return { shows: postingId, path: organ.path, permission: 'document.read' };
  }),
  'village.overview': oncePerOrgan(async (world, organ) => {
    const { organId, path } = await plantVillage(world, organ);
    return { shows: organId, path, permission: 'village.read' };
  }),
  'publicVoice.list': oncePerOrgan(async (world, organ) => {
    const { voiceId } = await plantVoice(world, organ);
    return { shows: voiceId, path: organ.path, permission: 'voice.read' };
  }),
  'reevaluation.queue': oncePerOrgan(async (world, organ) => {
    const { applicationId } = await plantRefused(world, organ);
    return { shows: applicationId, path: organ.path, permission: 'document.read' };
  }),
  'coverage.board': (_world, { organId, path }) =>
    Promise.resolve({ shows: `"organId":"${organId}"`, path, permission: 'document.read' }),
  'statistics.board': (_world, { organId, path }) =>
    Promise.resolve({
      shows: `"organId":"${organId}"`,
      path,
      permission: 'statistics.read',
      query: { year: 2026 },
    }),
  'organ.list': async (world, organ) => {
    const { organId, path } = await child(world, organ);
    return { shows: organId, path, permission: 'organ.read' };
  },
  'applications.search': async (world, organ) => {
    const { applicationId } = await plantCase(world, organ);
    return { shows: applicationId, path: organ.path, permission: 'application.read' };
  },
  'documents.search': async (world, organ) => {
    const { documentId } = await plantDocument(world, organ);
    return { shows: documentId, path: organ.path, permission: 'document.read' };
  },
  'recordAmendment.list': async (world, organ) => {
    const { amendmentId } = await plantAmendment(world, organ);
    return { shows: amendmentId, path: organ.path, permission: 'recordAmendment.read' };
  },
  'complaints.list': oncePerOrgan(async (world, organ) => {
    const { complaintId } = await plantComplaint(world, organ);
    return { shows: complaintId, path: organ.path, permission: 'complaint.read' };
  }),
  'remediation.list': oncePerOrgan(async (world, organ) => {
    const { orderId } = await plantOrder(world, { unit: organ, issuer: world.city });
    return { shows: orderId, path: organ.path, permission: 'remediation.read' };
  }),
  'inspections.list': oncePerOrgan(async (world, organ) => {
    const { inspectionId } = await plantInspection(world, organ);
    return { shows: inspectionId, path: organ.path, permission: 'inspection.read' };
  }),
  'disputes.list': async (world, organ) => {
    const { disputeId } = await plantDispute(world, organ);
    return { shows: disputeId, path: organ.path, permission: 'dispute.read' };
  },
  'surveys.list': async (world, organ) => {
    const { surveyId } = await plantSurvey(world, organ);
    return { shows: surveyId, path: organ.path, permission: 'survey.read' };
  },
  'workRecords.list': async (world, organ) => {
    const { recordId } = await plantWorkRecord(world, organ);
    return { shows: recordId, path: organ.path, permission: 'work.read' };
  },
  'opinions.list': async (world, organ) => {
    const { opinionId } = await plantOpinion(world, organ);
    return { shows: opinionId, path: organ.path, permission: 'opinion.read' };
  },
  'opinions.sources': async (world, organ) => {
    const { sourceId } = await plantSource(world, organ);
    return { shows: sourceId, path: organ.path, permission: 'opinion.configure' };
  },
  'account.list': async (world, { path, ...organ }) => {
    const shows = await world.newPerson({ path, ...organ }, ['drafter']);
    return { shows, path, permission: 'account.read' };
  },
  'message.list': async (world, organ) => {
    const { messageId } = await plantCapturedMessage(world, organ);
    return { shows: messageId, path: organ.path, permission: 'message.read' };
  },
  'audit.list': async ({ database }, { path }) => {
    const shows = randomUUID();
    const entry = { actor: 'system:test', action: 'organ.edit', subject: `organ/${shows}` } as const;
    await database.server
      .transaction()
      .execute((transaction) =>
        appendAudit(transaction, { ...entry, details: { organ: path } }, database.context.now()),
      );
    return { shows, path, permission: 'audit.read' };
  },
  'desk.search': async (world, organ) => {
    const { organId, path } = await child(world, organ);
    const name = `检索${randomUUID().slice(0, 8)}`;
    await world.database.server.updateTable('organ').set({ name }).where('organ_id', '=', organId).execute();
    return { shows: organId, path, permission: 'organ.read', query: { q: name } };
  },
  'desk.notifications': async (world, organ) => {
    const accountId = await world.newPerson(organ, ['drafter']);
    await world.database.server
      .transaction()
      .execute((transaction) =>
        notify(transaction, { accountId, kind: 'passwordReset', facts: {} }, world.database.context),
      );
    const { notification_id: shows } = await world.database.server
      .selectFrom('notification')
      .select('notification_id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    return { shows, path: null, permission: 'todo.read' };
  },
};

/** What these list belongs to no organ, or is only counted. */
const OF_NO_ORGAN: Readonly<Record<string, string>> = {
  'desk.todo': 'counts without names; todo-facts has tests of its own',
  'workRecords.trainings': 'trainings for the organ of the caller, who are theirs to attend',
  'savedView.list': 'views of the caller by their account',
  'ownAccount.listSessions': 'sessions of the caller by their account',
  'audit.checkpoints': 'of the trail as a whole',
  'organName.find': 'names and addresses of organs, which are public',
  'job.queues': 'of the installation',
  'job.failed': 'of the installation',
  'job.schedules': 'of the installation',
};

const LISTING = SAMPLED_ROUTES.filter(
  ({ route, sample }) =>
    !sample.aboutOrgan && route.response instanceof z.ZodObject && 'items' in route.response.shape,
);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Every page of the answer, as text. */
async function wholeAnswer(route: Route, query: object, cookie: string): Promise<string> {
  const shape = route.method === 'GET' ? route.query : bodyOf(route);
  const paged = shape instanceof z.ZodObject && 'cursor' in shape.shape;
  const pages: string[] = [];
  let cursor: unknown;
  do {
    const asked = { ...query, ...(paged && { limit: 100 }), ...(typeof cursor === 'string' && { cursor }) };
    const part = route.method === 'GET' ? 'query' : 'body';
    const { status, body } = await world.call(route, { [part]: asked } as never, cookie);
    if (status === 403) return '';
    expect(status).toBe(200);
    pages.push(JSON.stringify(body));
    cursor = body['nextCursor'];
  } while (typeof cursor === 'string');
  return pages.join('\n');
}

it('every route that lists is looked at, or it is said why not', () => {
  expect(LISTING.map(({ id }) => id).toSorted()).toEqual(
    [...Object.keys(LISTS), ...Object.keys(OF_NO_ORGAN)].toSorted(),
  );
});

describe.each(LISTING.flatMap(({ id, route }) => (id in LISTS ? [{ id, route }] : [])))(
  '$id',
  ({ id, route }) => {
    it('lists for each role exactly what its right reaches', async () => {
      const { city, county, office, township, otherCounty } = world;
      for (const role of ROLE_NAMES) {
        for (const home of [county, office]) {
          const cookie = await world.signedIn(home, role);
          const kind = home === office ? 'governmentOrgan' : 'countyGovernment';
          const jurisdiction = jurisdictionOf(kind, home.path);
          const actor = { roles: [role], path: home.path, jurisdiction, secondFactor: true };
          for (const organ of [city, county, office, township, otherCounty]) {
            const planted = await LISTS[id]?.(world, organ);
            if (planted === undefined) throw new Error('nothing was planted');
            const answer = await wholeAnswer(route, planted.query ?? {}, cookie);
            const isReached = planted.path !== null && can(actor, planted.permission, planted.path);
            expect(answer.includes(planted.shows), `${role} at ${home.path}, ${organ.path}`).toBe(isReached);
          }
        }
      }
    });
  },
);
