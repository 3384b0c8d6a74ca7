import { describe, expect, test } from 'vitest';
import { cell, paragraph, table } from '../../../test/make-docx.ts';
import { inRow, shown } from '../../../test/shown-docx.ts';

describe('automatic numbers', () => {
  const level = (index: number, format: string, label: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`;
  const list = (numId: number, abstract: number, more = '') =>
    `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
  const numbered = (value: string, numId: number, ilvl = 0) =>
    paragraph(value, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）', '<w:suff w:val="nothing"/>')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf06c')}</w:abstractNum>` +
    list(1, 0) +
    list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
    list(3, 1) +
    list(
      4,
      0,
      `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1', '<w:suff w:val="space"/>')}</w:lvlOverride>`,
    );

  test('headings carry the numbers the page shows', async () => {
    const body =
      numbered('总体情况', 1) +
      numbered('主动公开', 1, 1) +
      numbered('依申请公开', 1, 1) +
      numbered('细目', 1, 2) +
      numbered('主动公开政府信息情况', 1) +
      numbered('其他', 1, 1);
    expect(await shown({ body, numbering })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '1.2.1 细目',
      '二、主动公开政府信息情况',
      '（一）其他',
    ]);
  });

  test('lists of one definition count on together; a start override counts once', async () => {
    const body =
      numbered('甲', 1) + numbered('乙', 1) + numbered('丙', 2) + numbered('丁', 2) + numbered('戊', 4);
    expect(await shown({ body, numbering })).toEqual(['一、甲', '二、乙', '五、丙', '六、丁', '⑦ 戊']);
  });

  test('bullets and unknown lists print no number', async () => {
    expect(
      await shown({ body: numbered('甲', 3) + numbered('乙', 99) + numbered('丙', 0), numbering }),
    ).toEqual(['甲', '乙', '丙']);
  });

  test('numbers stand in cells too, even without text', async () => {
    const body = table([inRow(cell(numbered('', 1)), cell(numbered('受理', 1)))], [900, 900]);
    expect(await shown({ body, numbering })).toEqual(['table 1x2', '0,0 一、', '0,1 二、受理']);
  });

  test('a heading style brings its list and its level, also inherited', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="1"/></w:style>';
    const tied = `<w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>')}${level(1, 'decimal', '%2.', '<w:pStyle w:val="2"/>')}</w:abstractNum>${list(7, 3)}`;
    const body =
      paragraph('甲', '<w:pStyle w:val="1"/>') +
      paragraph('乙', '<w:pStyle w:val="2"/>') +
      paragraph('丙', '<w:pStyle w:val="mine"/>') +
      paragraph('丁', '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await shown({ body, numbering: tied, styles })).toEqual(['一、甲', '1.乙', '二、丙', '丁']);
  });

  test('a list style lends its definition', async () => {
    const linked = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'upperLetter', '%1)')}</w:abstractNum>${list(1, 0)}`;
    expect(await shown({ body: numbered('甲', 1), numbering: linked })).toEqual(['A)甲']);
  });

  test('styles that inherit from themselves end somewhere', async () => {
    const styles =
      '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(await shown({ body: paragraph('x', '<w:pStyle w:val="c"/>'), styles })).toEqual(['x']);
  });
});
