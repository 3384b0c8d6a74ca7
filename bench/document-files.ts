import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvBytes } from '@zhaoshi/report-files/documents/csv';
import { cell, makeDocx, paragraph, row, table } from '../packages/report-files/test/make-docx.ts';

/** Invented notices of two to three pages with a table: eight of ten as .docx, one each as a page and as plain text. */

const PLACES = ['东山', '西岭', '南塘', '北桥', '金店', '段店', '城关', '和平'];
const WORKS = ['农村公路养护', '农田水利检修', '森林防火', '秸秆综合利用', '饮用水源保护', '校舍安全排查'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

function linesOf(index: number): readonly string[] {
  const place = pick(PLACES, index);
  const work = pick(WORKS, Math.floor(index / 8));
  const year = 2015 + (index % 11);
  const items = Array.from({ length: 14 }, (_, item) => [
    `（${pick(['一', '二', '三', '四', '五', '六', '七'], item)}）第${item + 1}项任务`,
    `各村（社区）应当在${year}年${1 + (item % 12)}月底以前完成${work}第${item + 1}项任务，由${place}镇有关站所逐户核对，登记造册，并将第${index}号台账报镇政府备查；没有按期完成的，应当说明原因和补救的办法。`,
  ]).flat();
  return [
    `${place}镇人民政府文件`,
    `${place.slice(0, 1)}政发〔${year}〕${1 + (index % 90)}号`,
    `${place}镇人民政府`,
    `关于做好${year}年${work}工作的通知（第${index}号）`,
    '各村民委员会、社区居民委员会，镇直各单位：',
    `为做好${year}年${work}工作，现将有关事项通知如下。`,
    '一、工作任务',
    ...items,
    '二、工作要求',
    `各单位要高度重视${work}工作，确保按期完成。`,
    `${place}镇人民政府`,
    `${year}年${1 + (index % 12)}月${1 + (index % 28)}日`,
  ];
}

const rowsOf = (index: number): readonly (readonly string[])[] => [
  ['序号', '村名', '任务数', '完成时限'],
  ...Array.from({ length: 15 }, (_, item) => [
    String(item + 1),
    `${pick(PLACES, index + item)}村`,
    String(3 + ((index + item) % 20)),
    `${1 + (item % 12)}月底`,
  ]),
];

const docxOf = (index: number): Uint8Array =>
  makeDocx({
    body:
      linesOf(index)
        .map((text) => paragraph(text))
        .join('') +
      table(
        rowsOf(index).map((cells) => row(cells.map((text) => cell(paragraph(text))))),
        [1200, 3000, 2000, 2400],
      ),
  });

const htmlOf = (index: number): Uint8Array =>
  Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>通知</title></head><body>${linesOf(index)
      .map((text) => `<p>${text}</p>`)
      .join('')}<table>${rowsOf(index)
      .map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`)
      .join('')}</table></body></html>`,
  );

const txtOf = (index: number): Uint8Array => Buffer.from(`${linesOf(index).join('\n')}\n`);

const WRITERS = { docx: docxOf, html: htmlOf, txt: txtOf } as const;

/** Writes so many files and the list of them; @returns the files' paths in the folder */
export function writeDocumentFiles(folder: string, manifest: string, count: number): readonly string[] {
  const files = Array.from({ length: count }, (_, index) => {
    const format = index % 10 === 8 ? 'html' : index % 10 === 9 ? 'txt' : 'docx';
    const file = `${String(Math.floor(index / 1000)).padStart(2, '0')}/${index}.${format}`;
    if (index % 1000 === 0) mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), WRITERS[format](index));
    return file;
  });
  const rows = files.map((file, index) => [file, '公告、通告、通知', '主动公开', `第${index}号存量文件`]);
  writeFileSync(manifest, csvBytes([['文件', '文件种类', '公开属性', '内容概述'], ...rows]));
  return files;
}
