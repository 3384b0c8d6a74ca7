import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const REPORT_ANALYSIS_PAGE = {
  title: '年报数据分析',
  purpose:
    '一个机关或者一级政府各年度年报的数字：申请的收到和办理、结果和理由、申请人、复议诉讼、纠错率，以及与同类单位的比较。',
  law: [LAW.reportDeadline],
  needs: 'report.read',
  help: [
    {
      question: '图里的数字从哪里来？',
      answer:
        '已经报送、公布的年度，用报送、公布的报告里的数字；正在进行的年度写明“至今”，用台账现在的数字；年度已过而还没有报送的写明“未报送”（本级政府的写明“汇总中”）。虚线框的条形就是还会变化的数字。点任何一个数字，打开那一年报告的那一格。',
    },
    {
      question: '“—”是什么意思？',
      answer: '报告里那一格没有填，或者比率没有可以除的数（比如当年没有审结的案件）。没有填不是 0。',
    },
    {
      question: '别的单位会看到本单位的数字吗？',
      answer:
        '不会。与同类单位的比较只给出中位数、四分位数和本单位所处的位置；各单位的名称和数字，只有审核接收这些报告的主管部门看得到。有数字的同类单位不足 4 个的，不作比较。',
    },
    {
      question: '怎样用到材料里？',
      answer: '每张图都可以下载图片（svg、png）和表格（xlsx、csv）；图片上带有标题和结论。',
    },
  ],
} as const satisfies PageInfo;
