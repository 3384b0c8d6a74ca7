/** How a fact of a work record is written down. Counts are whole numbers; hours may be halves. */
export type WorkFieldType = 'line' | 'text' | 'count' | 'hours' | 'choice';

export interface WorkField {
  readonly label: string;
  readonly type: WorkFieldType;
  /** Of a choice. */
  readonly options?: readonly string[];
  /** Asked for once the thing is done; a plan may leave everything open. */
  readonly needed?: true;
}

export interface WorkKindRow {
  readonly title: string;
  /** What its title is called on the form. */
  readonly subject: string;
  /** What its day is called: of the plan, and when it is done. */
  readonly plannedLabel: string;
  readonly doneLabel: string;
  readonly law: string;
  readonly fields: Readonly<Record<string, WorkField>>;
}

const persons = (label: string): WorkField => ({ label, type: 'count', needed: true });

/** The registers of work that no other register keeps (oversight.md §§4, 5, 9); facts are data, so that one form shows all. */
export const WORK_KINDS = {
  task: {
    title: '工作要点任务',
    subject: '任务',
    plannedLabel: '完成期限',
    doneLabel: '完成日期',
    law: '《关于全面推进政务公开工作的意见》；各级年度政务公开工作要点',
    fields: {
      plan: { label: '出自哪份工作要点', type: 'line', needed: true },
      owner: { label: '责任单位', type: 'line', needed: true },
      result: { label: '完成情况', type: 'text', needed: true },
    },
  },
  training: {
    title: '培训',
    subject: '培训主题',
    plannedLabel: '计划日期',
    doneLabel: '举办日期',
    law: '条例第四十八条：主管部门应当对工作人员定期进行培训',
    fields: {
      content: {
        label: '主要内容',
        type: 'choice',
        options: [
          '条例和工作要求',
          '答复文书和办理程序',
          '保密审查和保密法律法规',
          '个人信息保护',
          '年度报告编制',
          '其他',
        ],
        needed: true,
      },
      audience: { label: '参加人员范围', type: 'line' },
      // Proof holds sheets that people signed: what everybody may read is a link.
      material: { label: '学习材料（网址，或者在哪里领取）', type: 'line' },
      hours: { label: '学时', type: 'hours', needed: true },
      persons: persons('参加人数'),
      tested: { label: '参加测试人数', type: 'count' },
      passed: { label: '测试合格人数', type: 'count' },
    },
  },
  meeting: {
    title: '会议和社会评议活动',
    subject: '议题',
    plannedLabel: '计划日期',
    doneLabel: '召开日期',
    law: '条例第四十六条：定期对政府信息公开工作进行考核、评议；意见：主要负责人每年至少听取一次汇报',
    fields: {
      form: {
        label: '形式',
        type: 'choice',
        options: [
          '领导小组会议',
          '主要负责人听取汇报',
          '专题学习会',
          '征求意见会',
          '座谈会',
          '政府开放日',
          '其他',
        ],
        needed: true,
      },
      persons: persons('参加人数'),
      citizens: { label: '其中群众、代表、委员等社会各界人数', type: 'count' },
      opinions: { label: '提出的意见建议', type: 'text' },
      response: { label: '办理、采纳情况', type: 'text' },
    },
  },
  publicity: {
    title: '宣传活动',
    subject: '活动',
    plannedLabel: '计划日期',
    doneLabel: '开展日期',
    law: '条例第八条、第九条；年度政务公开工作要点',
    fields: {
      form: {
        label: '形式',
        type: 'choice',
        options: ['公示栏、宣传栏', '宣传册、办事指南取阅点', '新媒体', '村组会议、微信群', '其他'],
        needed: true,
      },
      place: { label: '地点、范围', type: 'line' },
      effect: { label: '情况', type: 'text' },
    },
  },
  accountability: {
    title: '责任追究',
    subject: '事由',
    plannedLabel: '应处理日期',
    doneLabel: '处理日期',
    law: '条例第四十六条、第四十七条、第五十二条、第五十三条',
    fields: {
      ground: {
        label: '情形',
        type: 'choice',
        options: [
          '未建立健全制度、机制（第五十二条）',
          '不依法履行公开职能（第五十三条第一项）',
          '不及时更新公开内容、指南、目录（第五十三条第二项）',
          '违反条例的其他情形（第五十三条第三项）',
          '未经保密审查公开',
          '年度报告迟报、不实',
          '其他',
        ],
        needed: true,
      },
      fact: { label: '事实和证据', type: 'text', needed: true },
      unit: { label: '责任单位、岗位（不写个人姓名）', type: 'line', needed: true },
      power: { label: '有权处理的机关', type: 'line', needed: true },
      proposal: { label: '处理建议（第四十七条）', type: 'text' },
      result: {
        label: '处理结果',
        type: 'choice',
        options: ['责令改正', '通报批评', '批评教育、谈话提醒', '处分', '移送其他机关', '不予追究'],
        needed: true,
      },
    },
  },
} as const satisfies Readonly<Record<string, WorkKindRow>>;

export type WorkKind = keyof typeof WORK_KINDS;

export const WORK_KIND_NAMES = Object.keys(WORK_KINDS) as readonly WorkKind[];

/** The facts that a kind asks for, in the order of its form. */
export const fieldsOf = (kind: WorkKind): Readonly<Record<string, WorkField>> => WORK_KINDS[kind].fields;
