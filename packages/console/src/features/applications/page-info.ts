import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';
import { WORKBENCH_HELP } from './workbench-help.ts';

export const REGISTER_PAGE = {
  title: '申请登记簿',
  purpose: '查找、分派和办理政府信息公开申请，按剩余期限从近到远排列。',
  law: [LAW.applicationRegister, LAW.replyDeadline],
  needs: 'application.read',
  help: [
    {
      question: '期限的颜色是什么意思？',
      answer:
        '红色是已经逾期，橙色是今日或者下一个工作日到期，黄色是还剩五个工作日以内，绿色是时间充裕。颜色旁边都写着剩余的工作日数。黄色、橙色从第几天起可以在“设置”中调整。',
    },
    {
      question: '期限为什么和我数的不一样？',
      answer:
        '按工作日计算：收到申请的当日不计，周末和法定节假日不计，调休上班的周末计入；补正、征求意见、缴费会使期限变动。点开日期可以看到每一天是否计入和原因。',
    },
    {
      question: '“暂定”是什么意思？',
      answer: '期限跨到了国务院办公厅还没有公布放假安排的年份，公布后系统会重新计算，日期可能变动。',
    },
    {
      question: '怎样查某一个人的申请？',
      answer:
        '在“申请人”一栏填写完整的姓名（名称）、证件号码或者电话。为保护个人信息，只按完整内容查找，不出现在网址里，也不能保存在视图中。',
    },
  ],
} as const satisfies PageInfo;

export const INTAKE_PAGE = {
  title: '登记申请',
  purpose: '登记当面、邮寄、传真、电子邮件等方式收到的申请，按提交方式确定收到申请之日。',
  law: [LAW.applicationContent, LAW.receiptDate],
  needs: 'application.register',
  help: [
    {
      question: '收到申请之日怎样定？',
      answer:
        '由提交方式决定，不是登记的日期。当面提交的是提交之日；挂号信、EMS 等需签收的是本机关签收之日；平常信函、电子邮件、传真等是与申请人确认之日，还没有确认的先登记，确认后再补登。',
    },
    {
      question: '申请人没有写用途怎么办？',
      answer: '不需要写用途，也不得以此要求补正。',
    },
    {
      question: '申请人的证件、联系方式不全怎么办？',
      answer: '照实登记。缺少姓名或者名称、身份证明、联系方式的，可以在登记后七个工作日内一次性告知补正。',
    },
    {
      question: '填到一半离开会怎样？',
      answer:
        '申请含有个人信息，填写的内容只留在这个窗口里，不存到电脑上：回到本页会恢复，关闭或者刷新窗口、退出登录后清除。',
    },
  ],
} as const satisfies PageInfo;

export const APPLICATION_PAGE = {
  title: '办理申请',
  purpose: '按七个问题办理一件申请：补不补、该不该、有没有、给不给、怎么给、当不当、送达归档。',
  law: [LAW.replyDeadline, LAW.applicationRegister],
  needs: 'application.read',
  help: WORKBENCH_HELP,
} as const satisfies PageInfo;

export const FILE_PAGE = {
  title: '案件材料',
  purpose: '逐页查看材料，遮盖不应公开的部分，生成向申请人提供的文件。',
  law: [LAW.separation],
  needs: 'application.readApplicant',
  help: [
    {
      question: '遮盖以后，原来的文字还找得出来吗？',
      answer:
        '找不出来。系统把每一页重新生成图像，黑框直接画在图像上，文字、图层、批注、附件和文件属性都不带到新文件里，生成后还会再读一遍核验，核验不过就不生成。',
    },
    {
      question: '编号和理由写到哪里去？',
      answer:
        '黑框里印有编号。作出“部分公开”的答复时，依据、部分和理由按编号自动填入，可以再修改（条例第三十七条：对不予公开的内容说明理由）。',
    },
    {
      question: '确认以后发现遮错了怎么办？',
      answer: '答复批准以前，可以在案件的“材料”中移除后重新遮盖；批准以后要先退回或者重新办理。',
    },
  ],
} as const satisfies PageInfo;

export const STATISTICS_PAGE = {
  title: '申请统计',
  purpose: '由登记的案件实时统计年度报告表三，点任何一个数字可以看到所计的案件。',
  law: [LAW.applicationFigures],
  needs: 'application.read',
  help: [
    {
      question: '一件申请计在哪里？',
      answer:
        '按收到申请之日计入“本年新收”；期间开始以前收到、那时还没有办结的计入“上年结转”。办理结果按第一次答复送达（或者撤回、不再处理）之日计入；到最后一日还没有结果的计入“结转下年度继续办理”。',
    },
    {
      question: '待确认收到日期的申请计不计？',
      answer: '不计。双方确认以后才有收到申请之日，从那一天起计入。',
    },
    {
      question: '答复以后又重新办理的怎么计？',
      answer: '只计第一次的结果，重新作出的答复不再计入表三；复议、诉讼结果在表四另计。',
    },
    {
      question: '数字和年度报告不一致怎么办？',
      answer: '点数字查看所计的案件，核对收到申请之日、申请人类别和办理结果；改正案件以后这里立即重新统计。',
    },
  ],
} as const satisfies PageInfo;

export const IMPORT_PAGE = {
  title: '导入旧登记簿',
  purpose: '把以前登记在 Excel 表格里的申请转入系统：先逐行检查，确认后再导入。',
  law: [LAW.applicationRegister, LAW.personalInformationMeasures],
  needs: 'application.import',
  help: [
    {
      question: '有几行不对，其他的还能导入吗？',
      answer: '能。检查通过的先导入；不能导入的行连同原因可以下载成表格，改好后再上传这张表格即可。',
    },
    {
      question: '同一个文件上传两次会重复吗？',
      answer: '不会。登记号已在登记簿中的行不再导入，会列在错误文件里。',
    },
    {
      question: '上传的文件保存在哪里？',
      answer: '行的内容加密保存，只有上传的人能看到，导入后只留下没有导入的行，七日后清除。',
    },
  ],
} as const satisfies PageInfo;
