import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '机构改革后原机关怎样处理？',
    answer:
      '职权全部划走的，在原机关的页面办理“撤销”，写明承接机关；只划走一部分的，办理“登记职权承接”，写明事项。职权划转后由行使该职权的机关承担公开责任（国办公开办函〔2019〕14号）。已公开的信息和办理记录都保留。',
  },
  {
    question: '撤销的机关为什么还在？',
    answer: '机关不删除，只写明从哪一天起不再保留。以前的信息、年度报告和办理记录仍能看出是哪个机关的。',
  },
  {
    question: '村（居）民委员会为什么没有工作机构？',
    answer:
      '村（居）民委员会是自治组织，不是行政机关，不适用政府信息公开条例；村务公开由乡镇人民政府指导和监督。',
  },
  {
    question: '哪些按钮是灰的？',
    answer:
      '维护机关信息由政府信息公开工作人员和系统管理员办理；设立、撤销、改名和调整隶属关系由系统管理员办理。把光标移到灰色按钮上，会说明原因。',
  },
];

export const ORGANS_PAGE = {
  title: '机关',
  purpose: '查看权限范围内的机关及其隶属关系，进入某个机关维护其信息。',
  law: [LAW.disclosureOffice, LAW.organContact],
  needs: 'organ.read',
  help: HELP,
} as const satisfies PageInfo;

export const ORGAN_PAGE = {
  title: '机关信息',
  purpose: '维护一个机关的联系方式、工作机构、领导小组和沿革；前三项对社会公开。',
  law: [LAW.officeDuties, LAW.disclosureGuide, LAW.organContact],
  needs: 'organ.read',
  help: HELP,
} as const satisfies PageInfo;
