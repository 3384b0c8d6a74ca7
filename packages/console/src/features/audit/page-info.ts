import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const AUDIT_PAGE = {
  title: '审计记录',
  purpose: '查看谁在何时代表哪个机关做了什么，并核验记录没有被改动。',
  law: [LAW.networkLogs, LAW.personalInformationMeasures],
  needs: 'audit.read',
  help: [
    {
      question: '为什么看不到姓名和电话的改动内容？',
      answer:
        '记录中不保存个人信息，只保存加盐的校验值；需要时可以与原件比对，原件依法清除后校验值不再有意义。',
    },
    {
      question: '校验点下载后怎样用？',
      answer:
        '把文件存到另一台设备或光盘。发生争议时放回数据文件夹的 checkpoints 中再核验，或由他人用公钥验证签名。',
    },
  ],
} as const satisfies PageInfo;
