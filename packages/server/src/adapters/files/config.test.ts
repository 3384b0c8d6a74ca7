import { expect, it } from 'vitest';
import { filesArea } from './config.ts';

const S3 = {
  ZHAOSHI_S3_ENDPOINT: 'https://s3.example.cn',
  ZHAOSHI_S3_BUCKET: 'zhaoshi',
  ZHAOSHI_S3_ACCESS_KEY: 'a',
  ZHAOSHI_S3_SECRET_KEY: 'b',
};

const build = (env: Readonly<Record<string, string>>) => filesArea.build(filesArea.settings.parse(env));
const mistakes = (env: Readonly<Record<string, string>>) =>
  filesArea.settings.safeParse(env).error?.issues.map(({ path, message }) => `${path.join('.')}：${message}`);

it('needs no setting at all', () => {
  expect(build({})).toEqual({
    folder: null,
    s3: null,
    uploadBytes: 100 * 1024 * 1024,
    unattachedDays: 7,
    dailyBytes: 2048 * 1024 * 1024,
    networkDailyBytes: 512 * 1024 * 1024,
    portalDailyBytes: 10 * 1024 * 1024 * 1024,
    freeBytes: 1024 * 1024 * 1024,
    clamav: null,
  });
});

it('takes a bucket when all of it is set, and names what is missing when half of it is', () => {
  expect(build({ ...S3, ZHAOSHI_S3_PREFIX: 'a/b/', ZHAOSHI_S3_PATH_STYLE: '0' }).s3).toEqual({
    endpoint: 'https://s3.example.cn',
    bucket: 'zhaoshi',
    accessKey: 'a',
    secretKey: 'b',
    region: 'us-east-1',
    prefix: 'a/b/',
    pathStyle: false,
  });
  expect(mistakes({ ZHAOSHI_S3_BUCKET: 'zhaoshi', ZHAOSHI_S3_ENDPOINT: 'https://s3.example.cn' })).toEqual([
    'ZHAOSHI_S3_ACCESS_KEY：使用 S3 对象存储时必须设置',
    'ZHAOSHI_S3_SECRET_KEY：使用 S3 对象存储时必须设置',
  ]);
});

it('takes the scanner by TCP or by socket', () => {
  expect(build({ ZHAOSHI_CLAMAV: 'tcp://127.0.0.1:3310' }).clamav).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(build({ ZHAOSHI_CLAMAV: 'tcp://[::1]:3310' }).clamav).toEqual({ host: '::1', port: 3310 });
  expect(build({ ZHAOSHI_CLAMAV: 'unix:/run/clamav/clamd.ctl' }).clamav).toEqual({
    path: '/run/clamav/clamd.ctl',
  });
});

it.each([
  { ZHAOSHI_CLAMAV: 'localhost:3310' },
  { ZHAOSHI_CLAMAV: 'tcp://localhost' },
  { ZHAOSHI_CLAMAV: 'tcp://localhost:99999' },
  { ZHAOSHI_UPLOAD_MAX_MB: '0' },
  { ZHAOSHI_UPLOAD_MAX_MB: 'viel' },
  { ZHAOSHI_UNATTACHED_FILE_DAYS: '0.5' },
  { ...S3, ZHAOSHI_S3_ENDPOINT: 's3.example.cn' },
  { ...S3, ZHAOSHI_S3_PREFIX: '../x/' },
])('refuses %j', (env) => {
  expect(mistakes(env)).toHaveLength(1);
});
