import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const REPORTING_UNITS_PAGE = {
  title: '年报报送单位',
  purpose: '确定本地区每个年度由哪些单位报送政府信息公开工作年度报告，以及显示顺序。',
  law: [LAW.reportDeadline],
  needs: 'reportingUnit.manage',
  help: [
    {
      question: '各单位最迟哪天报送？',
      answer:
        '部门在次年1月31日前提交并公布（条例第四十九条）；乡镇人民政府、街道办事处和政府办公厅（室）参照部门；县级政府的年度报告在次年2月20日前、设区的市级政府在3月10日前、省级政府在3月31日前公布（国办公开办函〔2021〕30号）。',
    },
    {
      question: '年内撤销的单位怎样报？',
      answer: '列在名单中但不报送，由承接其职权的单位一并报送，理由会自动写好。年内新设的单位照常报送。',
    },
    {
      question: '为什么名单里没有本级政府和村（居）民委员会？',
      answer: '本级政府的年度报告由各单位的报告汇总而成；村（居）民委员会不是行政机关，不报送。',
    },
  ],
} as const satisfies PageInfo;
