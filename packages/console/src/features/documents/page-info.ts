import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const DOCUMENTS_PAGE = {
  title: '文件列表',
  purpose: '起草、查找主动公开的文件，看清每一份到了哪一步、公开期限还剩几天。',
  law: [LAW.proactivePeriod, LAW.disclosureReview],
  needs: 'document.read',
  help: [
    {
      question: '公开期限怎样算？',
      answer:
        '自文件形成或者变更之日起20个工作日内公开；法律法规另有期限的按另外的期限，例如行政处罚决定、预算决算。放假和调休按国务院办公厅当年的安排。公开以后不再显示剩余天数。',
    },
    {
      question: '期限的颜色是什么意思？',
      answer:
        '红色是已经逾期，橙色是今日或者即将到期，黄色是临近，绿色是时间充裕。颜色旁边都写着剩余的工作日数，黄色、橙色从第几天起可以在“设置”中调整。',
    },
    {
      question: '文件提交以后还能改吗？',
      answer:
        '提交以后先撤回送审，或者由审查人退回，才能改。已经公开的文件发起修改，新的一版公开以前，原来的一版一直在网上。',
    },
  ],
} as const satisfies PageInfo;

export const NEW_DOCUMENT_PAGE = {
  title: '起草文件',
  purpose: '选一种文件开始写，或者从 Word、WPS、PDF 文件导入。什么时候都可以先保存草稿。',
  law: [LAW.proactivePeriod],
  needs: 'document.write',
} as const satisfies PageInfo;

export const EDIT_DOCUMENT_PAGE = {
  title: '编辑文件',
  purpose: '写正文，填写公开属性和公开信息，检查并遮盖不能公开的内容，然后提请审核。',
  law: [LAW.disclosureReview, LAW.proactivePeriod],
  needs: 'document.write',
  help: [
    {
      question: '从 Word 或者 WPS 复制过来，格式会乱吗？',
      answer:
        '标题、段落的对齐和缩进、编号、表格（包括合并的单元格）会保留，字体、颜色和看不见的标记去掉。图片不会随粘贴带过来，请用“插入图片”上传；印章也不带过来。没有带过来的会逐项说明。',
    },
    {
      question: '没有填全能不能保存？',
      answer: '能。保存从不因为缺少内容而被拒绝；缺什么列在“提交以前还缺”里，提请审核时才需要齐全。',
    },
    {
      question: '遮盖以后还能恢复吗？',
      answer:
        '正文里的遮盖可以用“撤销”恢复，保存以前都可以。遮盖是真正替换文字，保存以后公开的文件里没有原来的号码。',
    },
    {
      question: '写到一半离开会怎样？',
      answer:
        '正文里可能有个人信息，没有保存的内容只留在这个窗口里，回到本页会恢复，关闭或者刷新窗口、退出登录后清除。请先保存。',
    },
  ],
} as const satisfies PageInfo;

export const DOCUMENT_PAGE = {
  title: '文件',
  purpose: '一份文件的内容、审查情况、公开情况和经过。',
  law: [LAW.disclosureReview, LAW.proactivePeriod],
  needs: 'document.read',
} as const satisfies PageInfo;
