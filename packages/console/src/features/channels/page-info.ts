import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const CHANNELS_PAGE = {
  title: '海报和转发',
  purpose: '把已经公开的文件做成张贴用的海报、公众号文章，发到登记的政务新媒体。',
  law: [LAW.publicationChannels],
  needs: 'document.read',
  help: [
    {
      question: '为什么有的文件不能生成海报？',
      answer:
        '海报和文章只用已经公开的版本，并按现在的规则再检查一次。检查出身份证号、手机号等内容而没有说明理由的，先修改已公开的版本。',
    },
    {
      question: '文字太长怎么办？',
      answer: '“全文”用几张纸印完；“节选”只印一张，其余内容由读者扫描二维码在网上看。',
    },
    {
      question: '公众号文章怎样用？',
      answer:
        '点“公众号文章”，再点“复制文章”，在公众号后台的编辑器里粘贴。图片单独下载后按文中的位置插入，“阅读原文”填写显示的网址。',
    },
  ],
} as const satisfies PageInfo;

export const BOARDS_PAGE = {
  title: '公示栏',
  purpose: '登记公示栏和每一次张贴、撤下，看清哪些该撤、哪些还不能撤。',
  law: [LAW.readingPlaces],
  needs: 'document.read',
  help: [
    {
      question: '至少要张贴几天？',
      answer:
        '法律规定公示期的按规定，文件写明公示截止日期的按文件，都没有的按本机关设置的天数，从张贴次日起算。没有满的不能登记撤下。',
    },
    {
      question: '信息撤回以后怎么办？',
      answer: '须立即撤下，不受公示期限制。系统在待办中提醒，登记撤下后消失。',
    },
    {
      question: '照片会带出拍摄地点吗？',
      answer: '不会。照片上传后重新生成，拍摄时间、地点和设备等附带信息都去掉。',
    },
  ],
} as const satisfies PageInfo;

export const HANDOVERS_PAGE = {
  title: '移交档案馆、图书馆',
  purpose: '把已经公开的信息移交给档案馆、图书馆和政务服务场所，登记回执，看清哪些超过期限还没有移交。',
  law: [LAW.readingPlaces],
  needs: 'document.read',
  help: [
    {
      question: '移交包里有什么？',
      answer:
        '移交目录、每份文件的正文（PDF、纯文本）、附件、元数据，以及每个文件的校验值。移交以后撤回的文件不再放入移交包，请另行告知接收单位取出。',
    },
    {
      question: '移交期限怎样算？',
      answer: '条例规定“及时”。本机关设置了工作日数的，从信息形成或者变更之日起算；设置为 0 的不定期限。',
    },
  ],
} as const satisfies PageInfo;

export const GAZETTE_PAGE = {
  title: '政府公报',
  purpose: '从已经公开的规章、行政规范性文件中编一期公报，生成封面、目录和正文，按通常程序审查后发布。',
  law: [LAW.publicationChannels],
  needs: 'document.read',
} as const satisfies PageInfo;

export const MEDIA_PAGE = {
  title: '政务新媒体',
  purpose: '登记账号和每一次发布，撤回的信息跟踪到撤下为止。',
  law: [LAW.publicationChannels],
  needs: 'document.read',
  help: [
    {
      question: '“接入地址”填什么？',
      answer:
        '平台接收文章的网址，由系统管理员允许后才能发送。没有接入的账号留空：人工发布以后在这里登记链接。',
    },
  ],
} as const satisfies PageInfo;

export const PROMOTIONS_PAGE = {
  title: '转为主动公开',
  purpose: '把决定转为主动公开的申请建成文件草稿，选择要公开的文件；申请人的任何信息都不带入。',
  law: [LAW.promotion],
  needs: 'document.write',
  help: [
    {
      question: '哪些文件可以选？',
      answer:
        '只有经过审查、已经提供给申请人的文件。请逐份填写公众看到的名称，案卷里的名称不会带入。建成草稿后仍按通常程序检查、审查和签发。',
    },
  ],
} as const satisfies PageInfo;
