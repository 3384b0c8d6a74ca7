import type { documentImportRoutes } from '@zhaoshi/contract/routes/document-import';
import { fileForm } from './file-samples.ts';
import type { AreaSamples } from './route-sample.ts';

/** A notice as a plain text file. */
export const NOTICE_TEXT = Buffer.from(
  '昭和县财政局文件\n昭财〔2026〕6号\n昭和县财政局\n关于下达2026年农村公路资金的通知\n各乡镇人民政府：\n现将资金下达你们。\n请抓紧实施。\n昭和县财政局\n2026年3月2日\n',
);

export const DOCUMENT_IMPORT_SAMPLES: AreaSamples<typeof documentImportRoutes> = {
  importFile: {
    aboutOrgan: true,
    prepare: (_world, { regionId, organId }) => {
      const { body, type } = fileForm('通知.txt', NOTICE_TEXT);
      return Promise.resolve({
        request: { params: { regionId, organId }, body },
        headers: { 'content-type': type },
      });
    },
  },
};
