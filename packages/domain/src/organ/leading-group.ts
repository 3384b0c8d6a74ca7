/** Places in a 政府信息公开工作领导小组, as the orders that set them up name them (oversight.md §9, [L]). */
export const GROUP_DUTIES = {
  head: '组长',
  executiveDeputy: '常务副组长',
  deputy: '副组长',
  member: '成员',
  officeDirector: '办公室主任',
} as const;

export type GroupDuty = keyof typeof GROUP_DUTIES;

export const GROUP_DUTY_NAMES = Object.keys(GROUP_DUTIES) as readonly GroupDuty[];
