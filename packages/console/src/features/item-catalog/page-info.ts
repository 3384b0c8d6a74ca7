import { LAW } from '../../app/law.ts';
import type { PageInfo } from '../../app/page-info.ts';

export const CATALOG_PAGE = {
  title: '标准目录',
  purpose: '维护政务公开标准目录：每个事项公开什么、什么时限、由谁公开；各机关的缺项和逾期按它核对。',
  law: [LAW.standardCatalog, LAW.proactivePeriod],
  needs: 'document.read',
  help: [
    {
      question: '目录从哪里来？',
      answer:
        '由县级主管部门从 Excel 导入。县里原有的目录表（合并的单元格、√ 勾选、两三行表头）可以直接上传，先检查，再导入。',
    },
    {
      question: '“公开主体没有对应的机关”是什么意思？',
      answer:
        '目录里写的公开主体在本地区的机关里找不到同名的，或者有几个同名的。请打开事项，确定由哪些机关公开。',
    },
  ],
} as const satisfies PageInfo;

export const CATALOG_ITEM_PAGE = {
  title: '目录事项',
  purpose: '一个公开事项的内容、时限和公开主体，以及以前各版的内容。',
  law: [LAW.standardCatalog],
  needs: 'document.read',
} as const satisfies PageInfo;

export const CATALOG_IMPORT_PAGE = {
  title: '导入标准目录',
  purpose: '上传 Excel 目录，先逐行检查，确认后导入；内容没有变的事项不动，变了的另存一版。',
  law: [LAW.standardCatalog],
  needs: 'catalog.manage',
} as const satisfies PageInfo;
