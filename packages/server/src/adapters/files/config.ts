import { z } from 'zod';
import { configArea } from '../../config-area.ts';
import type { ClamavAddress } from './clamav.ts';

const text = z.string().trim().min(1, '不能为空');
const wholeNumber = (least: number, most: number, byDefault: number) =>
  z.coerce
    .number('应为数字')
    .int('应为整数')
    .min(least, `应在 ${least} 至 ${most} 之间`)
    .max(most, `应在 ${least} 至 ${most} 之间`)
    .default(byDefault);

function parseClamav(value: string): ClamavAddress | null {
  if (value.startsWith('unix:/')) return { path: value.slice('unix:'.length) };
  const found = /^tcp:\/\/(\[[0-9a-f:]+\]|[^:/\s]+):(\d{1,5})$/i.exec(value);
  const port = Number(found?.[2]);
  if (found?.[1] === undefined || port < 1 || port > 65_535) return null;
  return { host: found[1].replace(/^\[|\]$/g, ''), port };
}

const clamav = text.transform((value, context) => {
  const address = parseClamav(value);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: '应为 tcp://主机:3310 或 unix:/套接字路径' });
  return z.NEVER;
});

const S3_KEYS = [
  'ZHAOSHI_S3_ENDPOINT',
  'ZHAOSHI_S3_BUCKET',
  'ZHAOSHI_S3_ACCESS_KEY',
  'ZHAOSHI_S3_SECRET_KEY',
] as const;

export interface S3Config {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** In front of every key, so that a bucket can be shared. */
  readonly prefix: string;
  /** Bucket in the path instead of in the host name; most services that are not Amazon's want it. */
  readonly pathStyle: boolean;
}

export interface FilesConfig {
  /** Files of the local storage, and the spool of all uploads; `null`: `files` in the data folder. */
  readonly folder: string | null;
  /** `null`: files lie in the folder. */
  readonly s3: S3Config | null;
  readonly uploadBytes: number;
  /** After so many days a file that nothing refers to is removed. */
  readonly unattachedDays: number;
  /** So much one person may upload in a day without anything referring to it. */
  readonly dailyBytes: number;
  /** So much the whole portal takes in of applicants in a day. */
  readonly portalDailyBytes: number;
  /** So much of that from one network. */
  readonly networkDailyBytes: number;
  /** Below this, no file is taken: the database may share the disk, and without room it stops. */
  readonly freeBytes: number;
  readonly clamav: ClamavAddress | null;
}

const settings = z
  .object({
    ZHAOSHI_FILES: text.optional(),
    ZHAOSHI_UPLOAD_MAX_MB: wholeNumber(1, 2048, 100),
    ZHAOSHI_UNATTACHED_FILE_DAYS: wholeNumber(1, 365, 7),
    ZHAOSHI_UPLOAD_DAILY_MB: wholeNumber(1, 1_048_576, 2048),
    ZHAOSHI_PORTAL_UPLOAD_DAILY_MB: wholeNumber(1, 1_048_576, 10_240),
    ZHAOSHI_NETWORK_UPLOAD_DAILY_MB: wholeNumber(1, 1_048_576, 512),
    ZHAOSHI_FREE_SPACE_MB: wholeNumber(0, 1_048_576, 1024),
    ZHAOSHI_CLAMAV: clamav.optional(),
    ZHAOSHI_S3_ENDPOINT: z
      .url({ protocol: /^https?$/, error: '应为 http:// 或 https:// 开头的地址' })
      .optional(),
    ZHAOSHI_S3_BUCKET: text.optional(),
    ZHAOSHI_S3_ACCESS_KEY: text.optional(),
    ZHAOSHI_S3_SECRET_KEY: text.optional(),
    ZHAOSHI_S3_REGION: text.default('us-east-1'),
    ZHAOSHI_S3_PREFIX: z
      .string()
      .trim()
      .regex(/^(?:[\w-]+\/)*$/, '应为空，或字母、数字、下划线、连字符组成并以 / 结尾')
      .default(''),
    ZHAOSHI_S3_PATH_STYLE: z.enum(['0', '1'], '应为 0 或 1').default('1'),
  })
  .superRefine((found, context) => {
    // Half of them would silently mean the local folder.
    const missing = S3_KEYS.filter((key) => found[key] === undefined);
    if (missing.length === S3_KEYS.length) return;
    for (const key of missing) {
      context.addIssue({ code: 'custom', path: [key], message: '使用 S3 对象存储时必须设置' });
    }
  });

function s3Config(found: z.output<typeof settings>): S3Config | null {
  const {
    ZHAOSHI_S3_ENDPOINT: endpoint,
    ZHAOSHI_S3_BUCKET: bucket,
    ZHAOSHI_S3_ACCESS_KEY: accessKey,
    ZHAOSHI_S3_SECRET_KEY: secretKey,
  } = found;
  if (endpoint === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined)
    return null;
  return {
    endpoint,
    bucket,
    accessKey,
    secretKey,
    region: found.ZHAOSHI_S3_REGION,
    prefix: found.ZHAOSHI_S3_PREFIX,
    pathStyle: found.ZHAOSHI_S3_PATH_STYLE === '1',
  };
}

/** Where files lie and which are taken. */
export const filesArea = configArea({
  title: '文件',
  settings,
  help: {
    ZHAOSHI_FILES: '文件所在的文件夹，默认为数据文件夹下的 files；多台服务器须共用同一文件夹或改用 S3',
    ZHAOSHI_UPLOAD_MAX_MB: '单个上传文件的上限（MB），默认 100',
    ZHAOSHI_UNATTACHED_FILE_DAYS: '上传后没有被任何事项使用的文件保留的天数，默认 7（待确认）',
    ZHAOSHI_UPLOAD_DAILY_MB: '每人 24 小时内上传而未被任何事项使用的文件总量上限（MB），默认 2048（待确认）',
    ZHAOSHI_PORTAL_UPLOAD_DAILY_MB: '申请人一天内在门户网站上传的文件总量上限（MB），默认 10240（待确认）',
    ZHAOSHI_NETWORK_UPLOAD_DAILY_MB:
      '申请人一天内从同一网络地址在门户网站上传的文件总量上限（MB），默认 512（待确认）',
    ZHAOSHI_FREE_SPACE_MB:
      '磁盘剩余空间低于此数（MB）时不接收文件，以免数据库无空间可写，默认 1024（待确认）',
    ZHAOSHI_CLAMAV:
      'ClamAV 病毒扫描服务（clamd），tcp://主机:3310 或 unix:/套接字路径；默认不扫描，设置后扫描不到就不接收文件',
    ZHAOSHI_S3_ENDPOINT: 'S3 兼容对象存储的地址；设置后文件存入对象存储',
    ZHAOSHI_S3_BUCKET: '对象存储的存储桶',
    ZHAOSHI_S3_ACCESS_KEY: '对象存储的访问密钥编号',
    ZHAOSHI_S3_SECRET_KEY: '对象存储的访问密钥',
    ZHAOSHI_S3_REGION: '对象存储的区域，默认 us-east-1',
    ZHAOSHI_S3_PREFIX: '对象名的前缀，以 / 结尾，便于与其他系统共用存储桶；默认没有',
    ZHAOSHI_S3_PATH_STYLE: '1（默认）：存储桶写在路径里；0：写在主机名里',
  },
  secrets: ['ZHAOSHI_S3_ACCESS_KEY', 'ZHAOSHI_S3_SECRET_KEY'],
  build: (found): FilesConfig => ({
    folder: found.ZHAOSHI_FILES ?? null,
    s3: s3Config(found),
    uploadBytes: found.ZHAOSHI_UPLOAD_MAX_MB * 1024 * 1024,
    unattachedDays: found.ZHAOSHI_UNATTACHED_FILE_DAYS,
    dailyBytes: found.ZHAOSHI_UPLOAD_DAILY_MB * 1024 * 1024,
    portalDailyBytes: found.ZHAOSHI_PORTAL_UPLOAD_DAILY_MB * 1024 * 1024,
    networkDailyBytes: found.ZHAOSHI_NETWORK_UPLOAD_DAILY_MB * 1024 * 1024,
    freeBytes: found.ZHAOSHI_FREE_SPACE_MB * 1024 * 1024,
    clamav: found.ZHAOSHI_CLAMAV ?? null,
  }),
});
