import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const GUIDE_PAGE = {
  title: '指南和目录',
  purpose: '编写政府信息公开指南，下载公开目录和制度文件汇编。',
  law: [LAW.disclosureGuide],
  needs: 'document.read',
  help: [
    {
      question: '哪些内容要自己写？',
      answer:
        '工作机构的联系方式、分类、申请和答复的规定、收费标准、救济渠道由系统按机关信息和现行规定生成。自己只写查阅场所和补充说明。',
    },
    {
      question: '地址、电话变了怎么办？',
      answer:
        '在“机关”页修改工作机构信息后，这里和待办里会提醒指南已经过时。公开过的指南先在文件页发起修改，再回来生成，经审查后发布新的一版。',
    },
  ],
} as const satisfies PageInfo;
