import { handoverRoutes } from '@zhaoshi/contract/routes/handovers';
import { noticeBoardRoutes } from '@zhaoshi/contract/routes/notice-boards';
import { organOfficeRoutes } from '@zhaoshi/contract/routes/organ-offices';
import { villageRoutes } from '@zhaoshi/contract/routes/villages';
import { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { paragraphOf } from '@zhaoshi/domain/disclosure/document-body';
import { parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import type { World } from './api-world.ts';
import { plantBoard, TODAY } from './channel-samples.ts';
import { callWith } from './common-problems.ts';
import { documentDesk, plantPublished, usualDesk } from './document-desk.ts';
import { plantDocument } from './document-samples.ts';
import { SAMPLED_ROUTES } from './route-samples.ts';
import { plantVillage, VILLAGE_SAMPLES } from './village-samples.ts';

/** How a kind of work is made through the routes of its screen, and the table in which it must be found afterwards. */
export interface SeedStep {
  readonly table: string;
  /** How many rows it must make there at least. */
  readonly rows?: number;
  readonly make: (world: World) => Promise<unknown>;
}

const key = (): Readonly<Record<string, string>> => ({ 'idempotency-key': crypto.randomUUID() });

async function must<T extends { readonly status: number; readonly body: object }>(
  answer: Promise<T>,
): Promise<T> {
  const told = await answer;
  if (told.status >= 300) throw new Error(JSON.stringify(told.body));
  return told;
}

/** A call as the samples of the routes make it. */
const called = (id: string) => async (world: World) => {
  const subject = SAMPLED_ROUTES.find((one) => one.id === id);
  if (subject === undefined) throw new Error(`no route ${id}`);
  await must(callWith(world, subject));
};

const townshipOf = ({ township: { regionId, organId } }: World) => ({ regionId, organId });

const officer = (world: World): Promise<string> => world.signedIn(world.township, 'disclosureOfficer');

interface Work {
  readonly kind: 'task' | 'training' | 'meeting' | 'publicity' | 'accountability';
  readonly title: string;
  readonly doneOn?: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

async function enterWork(world: World, cookie: string, { doneOn = '2026-06-10', ...work }: Work) {
  const body = { plannedOn: null, doneOn, fileIds: [], quiz: [], ...work };
  return await must(world.call(workRecordRoutes.enter, { params: townshipOf(world), body }, cookie, key()));
}

const work = (given: Work): SeedStep => ({
  table: 'work_record',
  make: async (world) => await enterWork(world, await officer(world), given),
});

const meeting = (title: string, form: string): Work => ({
  kind: 'meeting',
  title,
  facts: {
    form,
    persons: 35,
    citizens: 20,
    opinions: '公示栏内容更换再及时一些',
    response: '已改为每月更换',
  },
});

async function editLeadingGroup(world: World): Promise<void> {
  const request = { params: townshipOf(world) };
  const read = await must(world.call(organOfficeRoutes.readLeadingGroup, request, await officer(world)));
  const member = (name: string, post: string, duty: 'head' | 'deputy' | 'officeDirector') => ({
    memberId: null,
    name,
    post,
    duty,
    validFrom: '2026-03-01',
    validTo: null,
  });
  const members = [
    member('梁一', '乡长', 'head'),
    member('韩二', '纪委书记', 'deputy'),
    member('韩三', '党政办主任', 'officeDirector'),
  ];
  const group = { name: '政府信息公开工作领导小组', documentNumber: null, establishedOn: '2026-03-01' };
  const body = { ...group, office: '党政办', members };
  const version = { 'if-match': `"${String(read.body['version'])}"` };
  await must(
    world.call(organOfficeRoutes.editLeadingGroup, { ...request, body }, await officer(world), version),
  );
}

/** One notice on the boards of all villages and of the town itself. */
async function postEverywhere(world: World): Promise<void> {
  const { ids } = await plantPublished(world, world.township, {
    title: '关于启用各行政村新村委会公章的通知',
  });
  const places = ['镇政务公开栏', ...Array.from({ length: 34 }, (_, index) => `第${index + 1}村村委公示栏`)];
  const cookie = await officer(world);
  for (const place of places) {
    const params = await plantBoard(world, world.township, place);
    const body = { documentId: ids.documentId, postedOn: TODAY };
    await must(world.call(noticeBoardRoutes.post, { params, body }, cookie, key()));
  }
}

/** At the end of each quarter, of what had become public by then. */
async function postQuarterly(world: World): Promise<void> {
  const today = world.database.context.now();
  const board = await plantBoard(world, world.township, '办公楼宣传栏');
  for (const postedOn of ['2026-03-30', '2026-06-30', '2026-09-29', TODAY]) {
    world.setNow(new Date(`${postedOn}T02:00:00Z`));
    const desk = await documentDesk(world, world.township);
    const createdOn = parseCivilDate(postedOn) ?? null;
    const ids = await plantDocument(world, world.township, { title: '重点项目进展', createdOn });
    await desk.sign(ids);
    await desk.act(ids, 'publisher', { type: 'publish' });
    const body = { documentId: ids.documentId, postedOn };
    await must(
      world.call(noticeBoardRoutes.post, { params: board, body }, desk.cookie('disclosureOfficer'), key()),
    );
  }
  world.setNow(today);
}

async function studySecrecyMonthly(world: World): Promise<void> {
  const cookie = await officer(world);
  for (let month = 1; month <= 12; month += 1) {
    const day = `2025-${String(month).padStart(2, '0')}-05`;
    const facts = { content: '保密审查和保密法律法规', hours: 1, persons: 46 };
    await enterWork(world, cookie, { kind: 'training', title: `${month}月保密学习`, doneOn: day, facts });
  }
}

async function trainAndAttend(world: World): Promise<void> {
  const cookie = await world.signedIn(world.office, 'disclosureOfficer');
  const { regionId, organId } = world.office;
  const facts = { content: '条例和工作要求', hours: 3, persons: 60 };
  const quiz = [{ question: '答复期限是多少个工作日？', options: ['10', '20'], right: 1 }];
  const given = {
    kind: 'training' as const,
    title: '政务公开业务培训',
    plannedOn: null,
    doneOn: '2026-05-12',
  };
  const body = { ...given, facts, quiz, fileIds: [] };
  const made = await must(
    world.call(workRecordRoutes.enter, { params: { regionId, organId }, body }, cookie, key()),
  );
  const params = { regionId, recordId: String(made.body['recordId']) };
  const clerk = await world.signedIn(world.township, 'drafter');
  await must(world.call(workRecordRoutes.attend, { params, body: { answers: [1] } }, clerk));
}

async function refuseUnmasked(world: World): Promise<void> {
  const desk = await usualDesk(world, world.township);
  const ids = await plantDocument(world, world.township, {
    title: '关于疫情防控有关情况的公告',
    body: { type: 'doc', content: [paragraphOf('密切接触者联系电话13812341234。')] },
  });
  await desk.sign(ids).then(
    () => Promise.reject(new Error('signed with a telephone number in it')),
    (refusal: Error) => {
      if (!refusal.message.includes('发布前扫描')) throw refusal;
    },
  );
}

async function postVillage(world: World): Promise<void> {
  const village = await plantVillage(world, world.township);
  const { request, headers } = await VILLAGE_SAMPLES.post.prepare(world, village, null);
  const clerk = await world.signedIn(village, 'drafter');
  await must(world.call(villageRoutes.post, request, clerk, { ...key(), ...headers }));
}

async function interpret(world: World): Promise<void> {
  const { ids } = await plantPublished(world, world.township, { title: '村道养护办法' });
  const read = {
    relation: 'interprets' as const,
    documentId: ids.documentId,
    documentNumber: '',
    title: '村道养护办法',
  };
  const given = { title: '《村道养护办法》政策解读', kind: 'interpretation' as const, relations: [read] };
  await plantPublished(world, world.township, given);
}

async function publishUrgently(world: World): Promise<void> {
  const desk = await usualDesk(world, world.township);
  const ids = await plantDocument(world, world.township, { title: '关于启动公共卫生应急响应的公告' });
  await desk.act(ids, 'leader', { type: 'publishUrgently' }, { reason: '疫情紧急。' });
}

async function handOver(world: World): Promise<void> {
  const { ids } = await plantPublished(world, world.township, { title: '2026年第3号正式文件' });
  const given = { place: 'archives' as const, receiver: '县档案馆', on: '2026-11-20' };
  const body = { ...given, documentIds: [ids.documentId] };
  await must(
    world.call(handoverRoutes.make, { params: townshipOf(world), body }, await officer(world), key()),
  );
}

const published = (title: string): SeedStep => ({
  table: 'document_event',
  rows: 5,
  make: (world) => plantPublished(world, world.township, { title }),
});

/** What `docs/seed-coverage.md` names, step by step. */
export const SEED_STEPS: Readonly<Record<string, SeedStep>> = {
  leadingGroup: { table: 'leading_group_member', rows: 3, make: editLeadingGroup },
  disclosureOffice: { table: 'disclosure_office', make: called('disclosureOffice.edit') },
  reviewChain: published('关于开展冬季安全检查的通知'),
  institutionalDocument: { ...published('信息公开保密审查制度'), table: 'document', rows: 1 },
  disclosureClass: published('主动公开的一件文件'),
  newMedia: { table: 'media_post', make: called('newMedia.post') },
  publicityCorner: work({
    kind: 'publicity',
    title: '政务信息宣传角',
    facts: { form: '宣传册、办事指南取阅点', place: '便民服务中心' },
  }),
  quarterlyBoard: { table: 'board_posting', rows: 4, make: postQuarterly },
  training: { table: 'training_attendance', make: trainAndAttend },
  standardCatalog: { table: 'catalog_item', make: called('itemCatalog.runImport') },
  opinionResponse: { table: 'opinion', make: called('opinions.enter') },
  workPoints: {
    table: 'work_record',
    rows: 2,
    make: async (world) => {
      const cookie = await officer(world);
      const plan = '山西省2021年政务公开工作要点';
      const facts = { plan, owner: '党政办', result: '目录已经编制、公布' };
      await enterWork(world, cookie, { kind: 'task', title: '编制标准目录', facts });
      await enterWork(world, cookie, meeting('学习工作要点', '专题学习会'));
    },
  },
  publishedReply: { ...published('关于村道养护资金的复函'), table: 'document', rows: 1 },
  thirtyFourVillages: { table: 'board_posting', rows: 35, make: postEverywhere },
  villagePost: { table: 'village_post', make: postVillage },
  publicVoice: { table: 'public_voice', make: called('publicVoice.answer') },
  regularPush: work({
    kind: 'publicity',
    title: '推送政府信息公开法规和常识',
    facts: { form: '村组会议、微信群', effect: '每月一次，各村微信群' },
  }),
  interpretation: { table: 'document_relation', make: interpret },
  urgentPublication: { table: 'document_event', make: publishUrgently },
  personalDataScan: { table: 'document', make: refuseUnmasked },
  application: { table: 'application', make: called('applications.register') },
  handover: { table: 'handover', make: handOver },
  assessment: { table: 'assessment', make: called('assessments.begin') },
  evaluationMeeting: work(meeting('2026年政府信息公开社会评议', '座谈会')),
  monthlySecrecyStudy: { table: 'work_record', rows: 12, make: studySecrecyMonthly },
  accountability: work({
    kind: 'accountability',
    title: '一件通知未经审查上网',
    facts: {
      ground: '未经保密审查公开',
      fact: '检查发现，没有造成泄密',
      unit: '农业服务中心，信息发布岗',
      power: '县政府办公室',
      result: '责令改正',
    },
  }),
  complaint: { table: 'complaint_box', make: called('complaints.enter') },
  monthlyFigures: { table: 'statistic_entry', make: called('statistics.enter') },
  noFees: { table: 'setting', make: called('setting.set') },
  guide: { table: 'document', make: called('guide.compose') },
  inspection: { table: 'inspection', make: called('inspections.create') },
};

/** What is counted, not written down: the answers that show a figure. */
export const COUNTED_STEPS: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  tableThree: called('applications.statistics'),
  tableFour: called('disputes.tableFour'),
  columns: called('coverage.ofOrgan'),
};
