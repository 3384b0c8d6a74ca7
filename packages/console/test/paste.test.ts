import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BodyBlock,
  type BodyInline,
  bodyText,
  type DocumentBody,
} from '@zhaoshi/domain/disclosure/document-body';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EXCEL,
  PAGE,
  WORD_LISTS,
  WORD_NOTICE,
  WORD_REVISED,
  WORD_TABLE,
  WPS_NOTICE,
} from './pasted-samples.ts';

const CHROMIUM = process.env['ZHAOSHI_CHROMIUM'] ?? '/usr/bin/chromium';
const CONSOLE = join(import.meta.dirname, '..');

interface Cleaned {
  readonly blocks: readonly BodyBlock[];
  readonly notes: readonly string[];
}

const inlines = (content: readonly BodyInline[] = []): string =>
  content.map((one) => (one.type === 'text' ? one.text : '↵')).join('');

/** Blocks in short: what kind, how it stands, what it says. */
function short(block: BodyBlock): unknown {
  switch (block.type) {
    case 'paragraph':
      return `${block.attrs.align} ${block.attrs.indent} ${inlines(block.content)}`;
    case 'heading':
      return `h${block.attrs.level} ${block.attrs.align} ${inlines(block.content)}`;
    case 'bullet_list':
      return { '•': block.content.map(({ content }) => content.map(short)) };
    case 'ordered_list':
      return { [block.attrs.order]: block.content.map(({ content }) => content.map(short)) };
    case 'table':
      return block.content.map(({ content }) =>
        content.map(({ type, attrs: { colspan, rowspan }, content: inside }) => {
          const spans = colspan > 1 || rowspan > 1 ? ` ${colspan}×${rowspan}` : '';
          return `${type === 'table_header' ? '#' : ''}${bodyText({ type: 'doc', content: inside })}${spans}`;
        }),
      );
    default:
      return block.type;
  }
}

describe.skipIf(!existsSync(CHROMIUM))('what is pasted (skipped where there is no Chromium)', () => {
  let browser: Browser;
  let page: Page;
  let built: string;

  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), 'console-paste-'));
    await build({
      configFile: join(CONSOLE, 'vite.config.ts'),
      root: join(CONSOLE, 'test/fixture/paste'),
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true },
    });
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
    page = await browser.newPage();
    const files = await readdir(join(built, 'assets'));
    const script = files.find((name) => name.endsWith('.js')) ?? '';
    await page.addScriptTag({
      content: await readFile(join(built, 'assets', script), 'utf8'),
      type: 'module',
    });
    await page.waitForFunction('"clean" in globalThis');
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await rm(built, { recursive: true, force: true });
  });

  const clean = async (html: string): Promise<Cleaned> =>
    await page.evaluate<Cleaned>(`clean(${JSON.stringify(html)})`);

  const shown = async (html: string): Promise<readonly unknown[]> => (await clean(html)).blocks.map(short);

  it('keeps how an official document of Word stands, and none of its looks', async () => {
    const { blocks, notes } = await clean(WORD_NOTICE);
    expect(blocks.map(short)).toEqual([
      'h1 center 示范镇人民政府↵关于开展冬季农田水利检修的通知',
      'justify 0 各村民委员会：',
      'justify 2 为保障明年春灌，定于2026年12月对全镇主要渠道进行检修，请配合。',
      'h2 justify 一、检修范围',
      'justify 2 东干渠、西干渠。联系电话见网页。',
      'right 0 示范镇人民政府',
      'right 0 2026年11月10日',
      'justify 2 （此件公开发布）',
    ]);
    expect(notes).toEqual([
      '1 张图片留在原来的电脑上，粘贴时带不过来。请用“插入图片”逐张上传，并写明图片内容。',
      '1 处浮在文字上的图片（印章、签名等）没有带过来，公开的网页不放印章图片。',
    ]);
    expect(JSON.stringify(blocks)).not.toMatch(/Mso|mso|font|style|o:p/);
    expect(blocks[4]).toMatchObject({
      content: [
        { text: '东干渠', marks: [{ type: 'strong' }] },
        { text: '、西干渠。联系电话见' },
        { text: '网页', marks: [{ type: 'link', attrs: { href: 'https://www.example.gov.cn/zn' } }] },
        { text: '。' },
      ],
    });
  });

  it('makes real lists where a list draws the same number, and keeps every other number in the text', async () => {
    expect(await shown(WORD_LISTS)).toEqual([
      {
        1: [
          ['justify 0 申请人提交材料'],
          ['justify 0 受理', { '•': [['justify 0 当场受理'], ['justify 0 网上受理']] }],
        ],
      },
      'justify 2 一、总体要求',
      'justify 2 （一）工作目标',
      { 3: [['justify 0 审核'], ['justify 0 发证']] },
      { '•': [['justify 0 其他']] },
      'justify 2 第一条\u3000为规范管理，制定本办法。',
    ]);
  });

  it('keeps joined cells and the heading row of a table', async () => {
    expect(await shown(WORD_TABLE)).toEqual([
      'center 0 附表',
      [
        ['#项目 1×2', '#金额（万元） 2×1'],
        ['#预算', '#决算'],
        ['道路养护', '12.5', '12.3'],
        ['合计：24.8 3×1'],
      ],
      'justify 0 说明：无。',
    ]);
  });

  it('reads the clipboard of WPS: numbers, styles without names, pictures of its own folder', async () => {
    const { blocks, notes } = await clean(WPS_NOTICE);
    expect(blocks.map(short)).toEqual([
      'center 0 关于2026年度预算的公告',
      'justify 2 一、收入情况',
      'justify 2 全年收入120万元，增长3%。',
      { 1: [['justify 0 税收收入'], ['justify 0 其他收入']] },
      [
        ['#科目', '#金额'],
        ['税收', '100'],
      ],
    ]);
    expect(notes).toEqual([
      '2 张图片留在原来的电脑上，粘贴时带不过来。请用“插入图片”逐张上传，并写明图片内容。',
      '1 处浮在文字上的图片（印章、签名等）没有带过来，公开的网页不放印章图片。',
    ]);
  });

  it('leaves out what was deleted in a revision, comments and hidden text, and says so', async () => {
    const { blocks, notes } = await clean(WORD_REVISED);
    expect(blocks.map(short)).toEqual(['justify 0 补助标准为每亩200元。']);
    expect(JSON.stringify(blocks)).not.toContain('underline');
    expect(notes).toEqual([
      '1 处隐藏的文字没有带过来。',
      '1 处修订中删除的文字没有带过来；请先在原文件里确认修订。',
      '2 处批注没有带过来。',
    ]);
  });

  it('takes a table of Excel without its hidden rows, and the text of a web page without what runs', async () => {
    expect(await shown(EXCEL)).toEqual([[['姓名', '金额'], ['合计 2×1']]]);
    const { blocks, notes } = await clean(PAGE);
    expect(blocks.map(short)).toEqual([
      'h2 justify 办事指南',
      'justify 0 请点这里，或者看通知。',
      { 4: [['justify 0 第四步', { '•': [['justify 0 细目']] }]] },
      'horizontal_rule',
    ]);
    expect(notes).toEqual([
      '1 张图片来自其他网页或者软件，没有放入。确认可以公开后，请保存到电脑，再用“插入图片”上传。',
      '1 处嵌入的对象（表单、视频、公式等）没有带过来，请另外处理。',
      '2 处链接指向本机文件或者内部地址，只保留了文字。',
    ]);
    expect(await page.evaluate('"ran" in globalThis')).toBe(false);
  });

  it('reads plain text by its lines', async () => {
    const blocks = await page.evaluate<DocumentBody['content']>(
      `plain(${JSON.stringify('通知\r\n　　各村：\r\n\r\n    请配合。\r\n')})`,
    );
    expect(blocks.map(short)).toEqual([
      'justify 0 通知',
      'justify 2 各村：',
      'justify 0 ',
      'justify 2 请配合。',
    ]);
  });
});
