import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const AMENDMENTS_PAGE = {
  title: '更正本人信息',
  purpose: '办理申请人要求更正与其自身相关的政府信息记录的申请，先收到的排在前面。',
  law: [LAW.recordAmendment],
  needs: 'recordAmendment.read',
  help: [
    {
      question: '办理期限是怎样定的？',
      answer:
        '条例没有规定期限，由本机关在“设置”中确定，从收到更正申请之日的次日起按工作日计算；放假安排变动的，期限随之重新计算。',
    },
    {
      question: '为什么列表里看不到申请人的姓名？',
      answer: '为保护个人信息，列表只显示受理号和日期；打开一件以后才显示申请人、要求更正的内容和证据。',
    },
  ],
} as const satisfies PageInfo;

export const AMENDMENT_INTAKE_PAGE = {
  title: '登记更正申请',
  purpose: '登记当面提交、邮寄的更正申请；申请人在公开网站提交的自动登记。',
  law: [LAW.recordAmendment],
  needs: 'application.register',
  help: [
    {
      question: '收到日期填哪一天？',
      answer:
        '当面提交的填提交之日，邮寄的填签收之日（条例第四十一条没有规定，参照第三十一条）。办理期限从次日起计算。',
    },
    {
      question: '申请人没有书面申请怎么办？',
      answer: '书写确有困难的，由工作人员代为填写，读给申请人听，由其签字或者按手印后扫描上传。',
    },
  ],
} as const satisfies PageInfo;

export const AMENDMENT_PAGE = {
  title: '办理更正申请',
  purpose: '核对证据，决定更正、不予更正、转送或者告知向有权机关提出，并告知申请人。',
  law: [LAW.recordAmendment],
  needs: 'recordAmendment.read',
  help: [
    {
      question: '记录不是本机关的，怎么办？',
      answer:
        '可以转送有权更正的机关处理并告知申请人，也可以告知申请人直接向该机关提出。转送的，请把申请和证据材料另行送交该机关。',
    },
    {
      question: '决定以后申请人怎样知道？',
      answer:
        '文书立即可以由申请人凭受理号和查询码在网上查看、下载，本页显示申请人第一次查看的时间；没有上网查看的，请电话联系或者下载文书送达。',
    },
    {
      question: '决定以后还能改吗？',
      answer: '不能。确有错误的，重新作出更正并书面告知申请人。',
    },
  ],
} as const satisfies PageInfo;
