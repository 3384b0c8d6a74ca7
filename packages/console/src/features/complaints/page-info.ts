import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

const HELP = [
  {
    question: '匿名投诉为什么今天看不到，明天才出现？',
    answer:
      '匿名的投诉先落入投诉箱，每天零时以后开箱，打乱次序交办理人员，只有日期，没有时刻。这样谁也不能从提交的时间推断是谁投诉的。电话里要求匿名的也是这样。',
  },
  {
    question: '期限从哪天起算？',
    answer:
      '从收到的次日起按工作日计算。法律没有规定投诉的办理期限：默认2个工作日告知是否受理，15个工作日告知结果，可以延长一次10个工作日；在设置的“监督保障”里可以改。',
  },
  {
    question: '查证属实的，为什么不能直接办结？',
    answer:
      '条例第四十七条规定应当督促整改或者通报批评。请先下达整改通知或者通报，再办结。村务公开的适用村民委员会组织法第三十六条：责令依法公布。',
  },
  {
    question: '投诉村务公开的由谁办理？',
    answer:
      '由乡镇、街道办理。公众在网站上选择村；登记电话、来信的，被投诉的单位选村，不要选乡镇：选乡镇的是投诉乡镇本身，由上一级办理。',
  },
  {
    question: '被投诉的单位看得到投诉吗？',
    answer:
      '看不到。它只收到整改通知或者通报：查明了什么、整改什么、什么时候完成。里面请不要写投诉人的情况。',
  },
] as const;

export const COMPLAINTS_PAGE = {
  title: '投诉举报',
  purpose: '公众投诉没有依法公开、没有依法答复，或者村务公开不及时、不真实；查清事实，督促整改，告知结果。',
  law: [LAW.complaintDuty, LAW.villageSupervision],
  needs: 'complaint.read',
  help: HELP,
} as const satisfies PageInfo;

export const NEW_COMPLAINT_PAGE = {
  title: '登记投诉',
  purpose: '登记电话、当面、来信和其他机关转来的投诉；登记后把编号和查询码告诉投诉人。',
  law: [LAW.complaintDuty, LAW.villageSupervision],
  needs: 'complaint.handle',
  help: HELP,
} as const satisfies PageInfo;

export const COMPLAINT_PAGE = {
  title: '投诉',
  purpose: '投诉的内容、办理的经过和下一步。',
  law: [LAW.complaintDuty, LAW.villageSupervision],
  needs: 'complaint.read',
  help: HELP,
} as const satisfies PageInfo;

const ORDER_HELP = [
  {
    question: '怎样报送整改情况？',
    answer: '写明做了什么，附上截图、公开的网址或者文件；由下达通知的机关复核，没有到位的会退回。',
  },
  {
    question: '整改通知、通报是从哪里来的？',
    answer:
      '主管部门在监督检查、日常督查中发现问题，或者核实情况以后下达（条例第四十七条）。打开一份，可以下载文书（Word、PDF）。',
  },
] as const;

export const ORDERS_PAGE = {
  title: '整改通知和通报',
  purpose: '要整改什么、什么时候完成、整改得怎样。',
  law: [LAW.complaintDuty],
  needs: 'remediation.read',
  help: ORDER_HELP,
} as const satisfies PageInfo;

export const ORDER_PAGE = {
  title: '整改通知和通报',
  purpose: '查明的事实、整改的要求、期限和经过，文书下载。',
  law: [LAW.complaintDuty],
  needs: 'remediation.read',
  help: ORDER_HELP,
} as const satisfies PageInfo;
