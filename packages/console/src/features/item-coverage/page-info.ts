import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '这些数字是怎样来的？',
    answer:
      '全部按标准目录、公开文件和说明的登记实时计算，没有可以手工填写的数。点开数字可以看到是哪些事项、哪些文件。',
  },
  {
    question: '“缺项”和“逾期”有什么不同？',
    answer:
      '缺项是本年度内（长期公开的，任何时候）还没有公开过；逾期是按时限应当公开的日子已经过去。时限的文字不能识别的事项不计算到期日，只看本年度有没有。',
  },
  {
    question: '确实没有产生这类信息怎么办？',
    answer:
      '由信息公开工作机构作“本年度没有产生”的说明，栏目里照此显示。理由只在内部留存；当年又有了信息的，说明自动不再显示。',
  },
] as const;

export const COVERAGE_BOARD_PAGE = {
  title: '公开情况',
  purpose: '各机关应公开的事项：已公开、缺项、逾期和下一次到期。',
  law: [LAW.proactiveContent, LAW.proactivePeriod],
  needs: 'document.read',
  help: HELP,
} as const satisfies PageInfo;

export const COVERAGE_PAGE = {
  title: '机关公开情况',
  purpose: '一个机关应公开的事项和各栏目，逐项看有没有公开、什么时候到期。',
  law: [LAW.proactiveContent, LAW.proactivePeriod],
  needs: 'document.read',
  help: HELP,
} as const satisfies PageInfo;
