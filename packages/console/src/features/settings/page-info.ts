import type { PageInfo } from '../../app/page-info.ts';

export const SETTINGS_PAGE = {
  title: '设置',
  purpose: '查看和修改本机关适用的各项设置；每项的依据写在该项之下。',
  law: [],
  needs: 'setting.read',
  help: [
    {
      question: '怎样找到要改的设置？',
      answer:
        '在“查找”里填写名称、依据或者现用值中的字，可以填几个词，用空格隔开；也可以按类别展开。只看本机关改过的，选“本机关设定的”。',
    },
    {
      question: '“沿用”是什么意思？',
      answer:
        '本机关没有设定的，沿用最近的上级机关的设定；上级都没有设定的，用系统的默认值。上级改了，沿用的机关随之改变。',
    },
    {
      question: '“待确认”是什么意思？',
      answer:
        '法律、国家标准没有写明或者依据有出入，默认值只是通行做法。请对照本地的规定核对，必要时设定为本地的要求。',
    },
    {
      question: '改了设置，什么时候生效？',
      answer: '保存后立即生效，对本机关和没有另行设定的下级机关都适用；改动写入审计记录。',
    },
  ],
} as const satisfies PageInfo;
