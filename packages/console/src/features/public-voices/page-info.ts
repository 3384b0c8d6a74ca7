import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const VOICES_PAGE = {
  title: '公众报错、提问和意见',
  purpose: '审核、答复公众对已公开信息的报错、提问，以及对征求意见稿的意见，先收到的排在前面。',
  law: [LAW.disclosureOffice],
  needs: 'voice.read',
  help: [
    {
      question: '为什么列表里看不到内容和姓名？',
      answer:
        '为保护个人信息，列表只显示编号、页面和日期；打开一件以后才显示内容和联系方式。姓名和联系方式从不公开。',
    },
    {
      question: '怎样开放或者关闭提问？',
      answer: '在“设置”中填写允许提问、评论的体裁；空着不接受。征求意见稿在征集期内总可以提交意见。',
    },
  ],
} as const satisfies PageInfo;

export const VOICE_PAGE = {
  title: '办理公众来件',
  purpose: '审核是否公开展示，答复，注明更正的版本或者意见的采纳情况。',
  law: [LAW.disclosureOffice],
  needs: 'voice.read',
  help: [
    {
      question: '公开展示的文字可以改吗？',
      answer: '只删去、遮盖个人信息，其他不改。系统发现身份证号、电话等的，不能展示。',
    },
    {
      question: '办理以后还能改吗？',
      answer: '能。点“修改办理结果”，再次保存即可，审计记录保留每次由谁作了什么决定。',
    },
  ],
} as const satisfies PageInfo;
