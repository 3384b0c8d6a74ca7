import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '工作日历用在哪里？',
    answer:
      '所有按工作日计算的期限都以它为准：答复申请、延长、补正、主动公开等。周末和法定节假日不计，调休上班的周末计入。',
  },
  {
    question: '“暂定”是什么意思？',
    answer:
      '国务院办公厅关于该年放假安排的通知还没有载入，只按放假办法写明的日期计算。据此算出的期限可能变动，通知公布后请及时载入。',
  },
  {
    question: '通知后来又改了怎样办？',
    answer: '把后来的通知作为又一份加入，不要删去原来的。同一天以后公布的为准。',
  },
  {
    question: '载入后，正在办理的申请怎样？',
    answer: '未结事项的期限在保存时一并重新计算，保存前可以看到哪些会移动；已办结的不变。',
  },
];

export const CALENDAR_PAGE = {
  title: '工作日历',
  purpose: '查看各年度的工作日、休息日和调休，期限按它计算。',
  law: [LAW.nationalHolidays, LAW.regionalHolidays, LAW.replyDeadline],
  needs: 'calendar.read',
  help: HELP,
} as const satisfies PageInfo;

export const CALENDAR_EDITOR_PAGE = {
  title: '载入工作日历',
  purpose: '按国务院办公厅的放假通知载入一个年度，保存前核对变动的日期和移动的期限。',
  law: [LAW.nationalHolidays, LAW.regionalHolidays],
  needs: 'calendar.edit',
  help: HELP,
} as const satisfies PageInfo;
