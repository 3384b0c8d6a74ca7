import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { MARK } from './people.ts';
import { bodyOf, type DocumentStory, heading, storiesFrom, table } from './story-content.ts';

/** Invented documents, one in every stand, made some days before the demonstration is loaded. */
export function documentStories(today: CivilDate): readonly DocumentStory[] {
  const { content, story } = storiesFrom(today);
  return [
    story(
      'hedong/duandian',
      'published',
      content(6, {
        title: '关于开展2026年冬季农田水利设施检修的公告',
        catalogCode: 'a21t.2',
        subjectCategory: '农业、林业、水利\\水利',
        abstract: '冬季检修的时间、范围、停水安排和联系方式。',
        keywords: ['农田水利', '检修'],
        body: bodyOf(
          '为保障明年春灌，定于2026年12月对主要渠道进行检修，现公告如下。',
          heading('一、检修范围和停水时间'),
          table(
            ['渠道', '起止时间', '影响范围'],
            [
              ['东干渠', '12月1日至12月10日', '沿渠六个村'],
              ['西干渠', '12月11日至12月20日', '沿渠四个村'],
            ],
          ),
          heading('二、其他事项'),
          '检修期间请勿进入渠道。有疑问的，请在工作时间联系农业综合服务中心。',
        ),
      }),
      { kind: 'errorReport', text: '西干渠沿渠实际有五个村，公告里写的是四个村。' },
    ),
    story(
      'hedong/rural-affairs',
      'published',
      content(12, {
        kind: 'normativeDocument',
        title: '河东县农田水利设施管护办法',
        documentNumber: '河东农发〔2026〕8号',
        issuingOrgan: `河东县农业农村局${MARK}`,
        dateOfDocument: addDays(today, -12),
        catalogCode: 'a20.01',
        subjectCategory: '农业、林业、水利\\水利',
        abstract: '农田水利设施管护的主体、经费、巡查和维修要求。',
        keywords: ['农田水利', '管护'],
        validFrom: addDays(today, -12),
        body: bodyOf(
          '第一条　为了加强农田水利设施管护，发挥设施效益，制定本办法。',
          '第二条　设施管护遵循谁受益、谁管护的原则。',
          '第三条　乡镇人民政府每年汛前、冬灌前各组织一次巡查，巡查记录向村民公开。',
        ),
      }),
    ),
    story(
      'hedong/finance',
      'published',
      content(9, {
        kind: 'budget',
        title: '河东县财政局2026年部门预算',
        matter: 'departmentBudget',
        matterDays: { ratifiedOn: addDays(today, -9) },
        catalogCode: 'a20.07',
        subjectCategory: '财政、金融、审计\\财政',
        abstract: '部门收支总表和一般公共预算“三公”经费。',
        body: bodyOf(
          table(
            ['项目', '金额（万元）'],
            [
              ['收入合计', '1286.40'],
              ['支出合计', '1286.40'],
              ['其中：公务接待费', '3.20'],
            ],
          ),
        ),
      }),
    ),
    story(
      'hedong/jindian',
      'published',
      content(3, {
        kind: 'rules',
        title: '金殿镇政府信息公开审查制度',
        catalogCode: 'a20.15',
        subjectCategory: '综合政务\\政务公开',
        abstract: '先审查、后公开，一事一审的程序和责任。',
        body: bodyOf('一、谁公开、谁审查、谁负责。', '二、每份文件、每个附件、每次变更分别审查。'),
      }),
    ),
    story(
      'hedong/duandian',
      'draft',
      content(2, {
        title: '2026年第四季度临时救助发放名单',
        catalogCode: 'a21t.8',
        subjectCategory: '民政、扶贫、救灾\\社会救助',
        abstract: '临时救助的对象、事由和金额。',
        body: bodyOf(
          table(
            ['姓名', '身份证号', '银行账号', '金额（元）'],
            [['赵测试', '11010519491231002X', '6222020200112233445', '800']],
          ),
        ),
      }),
    ),
    story(
      'hedong/duandian',
      'inUnitReview',
      content(4, {
        title: '关于调整便民服务中心办公时间的通知',
        catalogCode: 'a20.02',
        subjectCategory: '综合政务\\其他',
        abstract: '冬季办公时间。',
        body: bodyOf('自12月1日起，办公时间调整为9:00至17:00。'),
      }),
    ),
    story(
      'hedong/duandian',
      'inReview',
      content(16, {
        title: '示范村道路硬化工程施工公告',
        kind: 'majorProject',
        catalogCode: 'a20.10',
        subjectCategory: '工业、交通\\公路',
        abstract: '工程的范围、工期和绕行路线。',
        body: bodyOf('工程长2.1公里，工期30日，施工期间请从西侧绕行。'),
      }),
    ),
    story(
      'hedong/jindian',
      'inApproval',
      content(20, {
        title: '金殿镇2026年度森林防火应急预案',
        kind: 'emergency',
        catalogCode: 'a20.12',
        subjectCategory: '综合政务\\应急管理',
        abstract: '组织指挥、预警、响应和保障。',
        body: bodyOf('一、组织指挥。', '二、预警和响应。', '三、保障措施。'),
      }),
    ),
    story(
      'hedong/jindian',
      'approved',
      content(40, {
        title: '金殿镇2025年度财政收支决算',
        kind: 'budget',
        catalogCode: 'a20.07',
        subjectCategory: '财政、金融、审计\\财政',
        abstract: '决算收支总表。',
        body: bodyOf(
          table(
            ['项目', '金额（万元）'],
            [
              ['收入合计', '860.00'],
              ['支出合计', '851.30'],
            ],
          ),
        ),
      }),
    ),
    story(
      'hedong/civil-affairs',
      'scheduled',
      content(5, {
        title: '关于2027年度城乡居民最低生活保障标准的公告',
        catalogCode: 'a20.11',
        subjectCategory: '民政、扶贫、救灾\\社会救助',
        abstract: '城市、农村低保标准和执行时间。',
        body: bodyOf('自2027年1月1日起，城市低保标准为每人每月760元，农村低保标准为每人每月580元。'),
      }),
    ),
    story(
      'hedong/civil-affairs',
      'withdrawn',
      content(8, {
        title: '关于养老机构等级评定结果的公示',
        kind: 'publicNotice',
        catalogCode: 'a20.15',
        subjectCategory: '民政、扶贫、救灾\\其他',
        abstract: '评定结果。',
        body: bodyOf('评定结果公示如下。'),
      }),
    ),
    story(
      'hedong/rural-affairs',
      'filed',
      content(30, {
        title: '关于耕地地力保护补贴核查情况的内部通报',
        disclosureClass: 'withheld',
        classGround: 'internalAffairs',
        classReason: '属于机关内部工作流程方面的信息。',
        body: bodyOf('核查发现的问题和整改要求。'),
      }),
    ),
  ];
}
