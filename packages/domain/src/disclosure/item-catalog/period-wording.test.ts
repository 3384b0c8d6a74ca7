import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemPeriod, parsePeriodWording } from './period-wording.ts';

/** Short writing of what was understood. */
function shown(text: string): string {
  const parsed = parsePeriodWording(text);
  if (parsed.kind === 'unparsed') return 'unparsed';
  const one = (period: ItemPeriod): string => {
    switch (period.kind) {
      case 'within':
        return `${period.days} ${period.unit} from ${period.from}`;
      case 'yearlyBy':
        return `by ${period.month}-${period.day}`;
      case 'every':
        return `every ${period.cycle}${period.withinDays === null ? '' : ` +${period.withinDays} ${period.unit}`}`;
      case 'showing':
        return `shown ${period.days} ${period.unit}`;
      default:
        return period.kind;
    }
  };
  return parsed.periods.map(one).join(' & ');
}

describe('wordings of county catalogues', () => {
  test.each([
    ['20个工作日内', '20 workingDay from createdOn'],
    [
      '自信息形成或者变更之日起20个工作日内予以公开，法律、法规另有规定的，从其规定',
      '20 workingDay from createdOn',
    ],
    ['信息形成（变更）之日起20个工作日内公开', '20 workingDay from createdOn'],
    ['信息形成或变更之日起 ２０ 个工作日内', '20 workingDay from createdOn'],
    ['制定或获取之日起十个工作日内', '10 workingDay from createdOn'],
    ['作出行政处罚决定之日起7个工作日内公开', '7 workingDay from decidedOn'],
    ['本级人民代表大会或其常务委员会批准后20日内', '20 calendarDay from approvedOn'],
    ['财政部门批复后20日内', '20 calendarDay from ratifiedOn'],
    [
      '自信息形成或者变更之日起20个工作日内（法律、法规对政府信息公开的期限另有规定的，从其规定）',
      '20 workingDay from createdOn',
    ],
    ['制定或获取信息之日起10个工作日内', '10 workingDay from createdOn'],
    ['制定或获取政策之日起20个工作日内', '20 workingDay from createdOn'],
    ['自制定或者获取政策文件之日起20个工作日内公开', '20 workingDay from createdOn'],
    ['政策文件印发之日起20个工作日内', '20 workingDay from createdOn'],
    ['公文生效之日起20个工作日内', '20 workingDay from createdOn'],
    ['政策生效之日起5个工作日内向收件人公开', 'unparsed'],
    ['于形成之日起5个工作日内公开', '5 workingDay from createdOn'],
    ['信息生成后及时公开', 'promptly'],
    ['及时', 'promptly'],
    ['及时公开', 'promptly'],
    ['实时公开', 'promptly'],
    ['按规定时限公开', 'promptly'],
    ['每年1月31日前', 'by 1-31'],
    ['每年3月底前公开', 'by 3-31'],
    ['每年2月底前', 'by 2-28'],
    ['每季度', 'every quarter'],
    ['按季度公开', 'every quarter'],
    ['每月公开一次', 'every month'],
    ['每半年', 'every halfYear'],
    ['每年度', 'every year'],
    ['每季度结束后10个工作日内公开', 'every quarter +10 workingDay'],
    ['每季度末15日内', 'every quarter +15 calendarDay'],
    ['长期', 'standing'],
    ['长期公开', 'standing'],
    ['公示期不少于7个工作日', 'shown 7 workingDay'],
    ['集中公示7天，长期公开', 'shown 7 calendarDay & standing'],
    ['信息形成之日起20个工作日内；长期公开。', '20 workingDay from createdOn & standing'],
  ])('%s', (text, period) => {
    expect(shown(text)).toBe(period);
  });
});

describe('what is not wholly understood is left as it is worded', () => {
  test.each([
    '',
    '—',
    '按进度公开',
    '收到申请之日起5个工作日内',
    '审批结果信息7个工作日内公开，其他信息自形成之日起20个工作日内公开',
    '重大节日前',
    '每年1月31日前，每季度更新',
    '每年2月30日前',
    '每年13月1日前',
    '0个工作日内',
    '20个工作日',
    '村民会议讨论通过后及时公布，接受监督',
    '长期公开至项目结束后6个月',
  ])('%s', (text) => {
    expect(parsePeriodWording(text)).toEqual({ kind: 'unparsed', words: text });
  });

  test('two good parts with something between them are never half understood', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,6}$/), (noise) => {
        expect(shown(`20个工作日内，${noise}，长期公开`)).toBe('unparsed');
        expect(shown(`${noise}20个工作日内`)).toBe('unparsed');
      }),
      { seed: 20_260_131 },
    );
  });
});
