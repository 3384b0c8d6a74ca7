import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { MARK } from './people.ts';
import { bodyOf, type DocumentStory, heading, storiesFrom, table } from './story-content.ts';

/** Invented papers of governments and their offices: what a gazette prints, a draft that takes comments, a busy desk. */
export function governmentStories(today: CivilDate): readonly DocumentStory[] {
  const { content, story } = storiesFrom(today);
  return [
    story(
      'hedong/government',
      'published',
      content(15, {
        kind: 'normativeDocument',
        title: '河东县农村供水管理办法',
        documentNumber: '河东政规〔2026〕3号',
        issuingOrgan: `河东县人民政府${MARK}`,
        dateOfDocument: addDays(today, -15),
        catalogCode: 'a20.01',
        subjectCategory: '农业、林业、水利\\水利',
        abstract: '农村供水工程的建设、水质、水价和维修管护要求。',
        keywords: ['农村供水', '管护'],
        validFrom: addDays(today, -15),
        body: bodyOf(
          '第一条　为了加强农村供水管理，保障用水安全，制定本办法。',
          '第二条　供水单位每月检测水质，检测结果在村公示栏和网站公布。',
          '第三条　检修停水提前二十四小时通知用水户。',
        ),
      }),
    ),
    story(
      'hedong/office',
      'published',
      content(11, {
        kind: 'normativeDocument',
        title: '关于规范农村饮水安全巡查的通知',
        documentNumber: '河东政办规〔2026〕5号',
        issuingOrgan: `河东县人民政府办公室${MARK}`,
        dateOfDocument: addDays(today, -11),
        catalogCode: 'a20.01',
        subjectCategory: '农业、林业、水利\\水利',
        abstract: '农村饮水安全巡查的次数、内容和记录。',
        keywords: ['农村供水', '巡查'],
        validFrom: addDays(today, -11),
        body: bodyOf(
          '各乡镇人民政府、街道办事处，县政府各部门：',
          '乡镇人民政府每季度巡查一次供水设施，发现问题当日处理。',
          table(
            ['设施', '巡查次数', '记录'],
            [
              ['水源井', '每月一次', '巡查表'],
              ['水厂', '每周一次', '水质检测单'],
            ],
          ),
        ),
      }),
    ),
    story(
      'zhaoshi/office',
      'published',
      content(2, {
        kind: 'draftForComment',
        title: '昭示市城市公共停车管理办法（征求意见稿）',
        issuingOrgan: `昭示市人民政府办公室${MARK}`,
        matter: 'majorDecisionDraft',
        catalogCode: 'a20.15',
        subjectCategory: '城乡建设、环境保护\\城市管理',
        abstract: '公共停车泊位的设置、收费、共享和管理，公开征求意见。',
        keywords: ['停车', '征求意见'],
        body: bodyOf(
          '为了规范城市公共停车管理，起草了本办法，现公开征求意见。可以在本页提交意见，也可以寄送书面意见。',
          heading('一、泊位设置'),
          '道路两侧的泊位每年评估一次，影响通行的予以撤除，结果向社会公开。',
          heading('二、收费'),
          '政府定价的停车收费，首小时内每半小时二元，夜间免费。',
        ),
      }),
      { kind: 'comment', text: '建议学校门口设置上下学临时停车泊位，限时十五分钟。' },
    ),
    story(
      'zhaoshi/office',
      'inReview',
      content(7, {
        title: '关于2026年度市政府信息公开工作培训安排的通知',
        catalogCode: 'a20.15',
        subjectCategory: '综合政务\\政务公开',
        abstract: '培训的时间、对象和内容。',
        body: bodyOf('定于12月举办政府信息公开工作培训，各单位工作机构负责人和经办人员参加。'),
      }),
    ),
    story(
      'zhaoshi/office',
      'approved',
      content(4, {
        kind: 'plan',
        title: '昭示市2027年政务公开工作要点',
        catalogCode: 'a20.03',
        subjectCategory: '综合政务\\政务公开',
        abstract: '2027年政务公开的重点任务和分工。',
        body: bodyOf('一、主动公开重点领域信息。', '二、规范依申请公开办理。', '三、做好年度报告。'),
      }),
    ),
    story(
      'zhaoshi/office',
      'draft',
      content(1, {
        kind: 'interpretation',
        title: '《昭示市城市公共停车管理办法（征求意见稿）》起草说明',
        body: bodyOf('一、起草的背景。', '二、主要内容。'),
      }),
    ),
  ];
}
