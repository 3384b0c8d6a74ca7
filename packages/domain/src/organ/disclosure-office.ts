/** The functions of a disclosure office, in the words of 条例4¶2; the fifth is each organ's own to fill. */
export const STATUTORY_DUTIES: readonly string[] = [
  '办理本行政机关的政府信息公开事宜',
  '维护和更新本行政机关公开的政府信息',
  '组织编制本行政机关的政府信息公开指南、政府信息公开目录和政府信息公开工作年度报告',
  '组织开展对拟公开政府信息的审查',
  '本行政机关规定的与政府信息公开有关的其他职能',
];
