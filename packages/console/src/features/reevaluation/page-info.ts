import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const REEVALUATION_PAGE = {
  title: '定期评估',
  purpose: '对不予公开的文件和申请定期评估，因情势变化可以公开的予以公开；到期的排在前面。',
  law: [LAW.reevaluation],
  needs: 'document.read',
  help: [
    {
      question: '多长时间评估一次？',
      answer: '条例没有规定，由本机关在“设置”中确定，默认每12个月一次；评估人可以另定更早的日期。',
    },
    {
      question: '评估以后可以公开的怎么办？',
      answer:
        '文件在文件页办理评估，改为公开后按通常的步骤审查、发布。申请记录评估结果后，可以转为主动公开的文件。',
    },
  ],
} as const satisfies PageInfo;
