import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeZip, type ZipEntry } from '../../../../../report-files/test/make-zip.ts';
import { makeOle } from '../../../../test/make-ole.ts';
import { docx, docxEntries, jpeg, ofd, pdf, png, xlsx } from '../../../../test/sample-files.ts';
import { inspectFile } from './inspect-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'active-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function messageOf(bytes: Uint8Array, extension: string): Promise<string> {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const result = await inspectFile({ path, size: bytes.length, sha256: '' }, extension);
  return result.ok ? 'taken' : `${result.error.code} ${result.error.message}`;
}
const codeOf = async (bytes: Uint8Array, extension: string): Promise<string | undefined> =>
  (await messageOf(bytes, extension)).split(' ')[0];

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A document whose list of types is this. */
const withTypes = (data: string | Uint8Array): Buffer =>
  makeZip([{ name: '[Content_Types].xml', data }, ...docxEntries().slice(1)]);
const rels = (type: string, target: string, mode = 'External'): ZipEntry => ({
  name: 'word/_rels/document.xml.rels',
  data: `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
});
const part = (name: string, data: string | Uint8Array): ZipEntry => ({ name, data });

/** A document that fills whole sectors, because the container of the tests knows no others. */
function sectors(entries: readonly ZipEntry[]): Buffer {
  const filled = (bytes: number): Buffer =>
    docx([...entries, { name: 'word/filler.dat', data: Buffer.alloc(bytes), store: true }]);
  return filled(8192 - filled(0).length);
}

describe('macros are found however they are spelled', () => {
  const types = (type: string): string => `<Types><Override PartName="/x" ContentType="${type}"/></Types>`;
  it.each<[string, string]>([
    ['a character reference', types('application/vnd.ms-office.vba&#80;roject')],
    ['one in hexadecimal', types('application/vnd.ms-word.document.macro&#x45;nabled.main+xml')],
    ['a control under another name', types('application/vnd.ms-office.active&#88;+xml')],
  ])('%s', async (_, xml) => {
    expect(await codeOf(withTypes(xml), 'docx')).toBe('macro');
  });

  it('VBA that only a relationship names', async () => {
    expect(await codeOf(docx([rels('vba&#80;roject', 'x.bin', 'Internal')]), 'docx')).toBe('macro');
  });

  it.each<[string, Uint8Array]>([
    ['UTF-16', Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${types('vbaProject')}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(types('vbaProject'), 'utf16le')],
    ['UTF-7 by declaration', utf8(`<?xml version="1.0" encoding="UTF-7"?>${types('x')}`)],
    [
      'no UTF-8 without a declaration',
      Buffer.concat([utf8('<Types>'), Buffer.from([0xbc, 0xd7]), utf8('</Types>')]),
    ],
    ['a document type', utf8(`<!DOCTYPE t [<!ENTITY p "P">]>${types('vba&p;roject')}`)],
  ])('a list of types in %s is not judged but refused', async (_, bytes) => {
    expect(await codeOf(withTypes(bytes), 'docx')).toBe('damaged');
  });
});

describe('what is loaded from elsewhere is refused', () => {
  it.each<[string, string]>([
    ['attachedTemplate', '外部模板'],
    ['oleObject', '外部对象'],
    ['frame', '框架'],
    ['subDocument', '子文档'],
    ['externalLinkPath', '其他工作簿'],
    ['image', '不在文件内的图片'],
    ['somethingNew', '外部链接'],
  ])('%s', async (type, words) => {
    const message = await messageOf(docx([rels(type, 'https://evil.example/x')]), 'docx');
    expect(message).toMatch(/^active-content 文件打开时会从别处读取内容/);
    expect(message).toContain(words);
  });

  it('a share, whatever the mode says, and a workbook as well', async () => {
    expect(await codeOf(docx([rels('image', '\\\\evil\\share\\a.png', 'Internal')]), 'docx')).toBe(
      'active-content',
    );
    const link = {
      ...rels('externalLinkPath', 'file:///C:/a.xlsx'),
      name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
    };
    expect(await codeOf(xlsx([link]), 'xlsx')).toBe('active-content');
  });

  const declared = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
  it.each<[string, string | Uint8Array]>([
    ['plain', declared],
    [
      'behind a declaration, an instruction and a comment',
      `<?xml version="1.0"?>\n<?a?><!-- > -->${declared}`,
    ],
    ['in UTF-16', Buffer.from(`\uFEFF${declared}`, 'utf16le')],
    ['after a comment of many pages', `<!--${'x'.repeat(20_000)}-->${declared}`],
    ['after as much nothing', `${' '.repeat(20_000)}${declared}`],
  ])('a type of document in a part, %s', async (_, data) => {
    const message = await messageOf(docx([part('customXml/item1.xml', data)]), 'docx');
    expect(message).toMatch(/^active-content 文件内部带有文档类型声明/);
  });

  it('a part with a declaration and a comment, and a drawing that names its type, stay', async () => {
    const xml = `<?xml version="1.0"?><!-- ${'x'.repeat(600)} --><x>${'y'.repeat(20_000)}</x>`;
    const svg = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>';
    const parts = [part('customXml/item1.xml', xml), part('word/media/image1.svg', svg)];
    expect(await codeOf(docx(parts), 'docx')).toBe('taken');
  });

  it('links that are clicked, and parts inside, stay', async () => {
    expect(await codeOf(docx([rels('hyperlink', 'https://www.gov.cn/')]), 'docx')).toBe('taken');
    expect(await codeOf(docx([rels('image', 'media/image1.png', 'Internal')]), 'docx')).toBe('taken');
  });
});

describe('programs among the parts are refused', () => {
  const PE = Buffer.concat([utf8('MZ'), Buffer.alloc(600)]);
  it.each<[string, ZipEntry]>([
    ['by name', part('word/embeddings/setup.exe', 'x')],
    ['by content', part('word/media/image1.png', PE)],
    ['of Linux', part('word/embeddings/a.bin', Buffer.from('7f454c460201', 'hex'))],
    ['a script', part('customXml/item1.xml', '#!/bin/sh\n')],
    ['a page', part('word/afchunk.dat', ' <script>x</script>')],
    [
      'an object of the packager',
      part('word/embeddings/oleObject1.bin', makeOle([{ name: '\u0001Ole10Native', content: PE }])),
    ],
    [
      'a program in a package',
      part('word/embeddings/oleObject1.bin', makeOle([{ name: 'Package', content: PE }])),
    ],
    ['one in a document in it', part('word/embeddings/a.xlsx', xlsx([part('xl/embeddings/a.exe', 'x')]))],
    [
      'one in a document in a package',
      part(
        'word/embeddings/oleObject1.bin',
        makeOle([{ name: 'Package', content: sectors([part('word/b.vbs', 'x')]) }]),
      ),
    ],
  ])('%s', async (_, entry) => {
    expect(await codeOf(docx([entry]), 'docx')).toBe('active-content');
  });

  it.each<[string, Uint8Array]>([
    ['a workbook with macros', xlsx([part('xl/vbaProject.bin', 'x')])],
    ['an old one', makeOle([{ name: 'Workbook', content: utf8('x') }, { name: '_VBA_PROJECT_CUR' }])],
  ])('%s in a document', async (_, content) => {
    expect(await codeOf(docx([part('word/embeddings/a.bin', content)]), 'docx')).toBe('macro');
  });

  it('an object of the packager in an old document', async () => {
    const file = makeOle([
      { name: 'WordDocument', content: Buffer.from('eca5c100', 'hex') },
      { name: '\u0001Ole10Native', content: PE },
    ]);
    expect(await codeOf(file, 'doc')).toBe('active-content');
  });

  it('documents too deep inside one another, or with a password, are refused; a plain one stays', async () => {
    let inner = xlsx();
    expect(await codeOf(docx([part('word/embeddings/a.xlsx', inner)]), 'docx')).toBe('taken');
    for (let depth = 0; depth < 4; depth += 1) inner = xlsx([part('xl/embeddings/a.xlsx', inner)]);
    expect(await codeOf(docx([part('word/embeddings/a.xlsx', inner)]), 'docx')).toBe('hidden-content');
    const locked = makeOle([{ name: 'EncryptedPackage', content: utf8('x') }]);
    expect(await codeOf(docx([part('word/embeddings/a.xlsx', locked)]), 'docx')).toBe('hidden-content');
  });
});

describe('a PDF that does something by itself is refused', () => {
  const body = (text: string | Buffer): Buffer =>
    Buffer.concat([utf8('%PDF-1.7\n'), Buffer.from(text), utf8('\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')]);
  const stream = (description: string, data: Buffer): Buffer =>
    Buffer.concat([utf8(`5 0 obj\n<< ${description} >>\nstream\r\n`), data, utf8('\nendstream\nendobj\n')]);
  const objects = (text: string): Buffer => deflateSync(utf8(`1 0 2 30 ${text}`));

  it.each<[string, string | Buffer]>([
    ['JavaScript', '1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'],
    ['its name escaped', '1 0 obj << /S /Java#53cript >> endobj'],
    ['a script by reference', '1 0 obj << /S 7 0 R /JS 8 0 R >> endobj'],
    ['a program to be started', '1 0 obj << /S /Laun#63h /F (cmd.exe) >> endobj'],
    ['an attachment', '1 0 obj << /Type /EmbeddedFile >> endobj'],
    ['one without its type', '1 0 obj << /F (a) /EF << /F 9 0 R >> >> endobj'],
    ['actions of a page', '1 0 obj << /AA << /O 3 0 R >> >> endobj'],
    ['an action at opening', '1 0 obj << /OpenAction << /S/JavaScript/JS(x) >> >> endobj'],
    [
      'in an object stream',
      stream('/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', objects('<< /S /JavaScript >>')),
    ],
    ['in one that is not called so', stream('/Filter /FlateDecode', objects('<< /S /Java#53cript >>'))],
    [
      'in a coding that is not looked into',
      stream('/Type /ObjStm /Filter [/ASCII85Decode /FlateDecode]', utf8('x')),
    ],
    [
      'far behind, over the border of two pieces',
      Buffer.concat([Buffer.alloc(1024 * 1024 - 15, 32), utf8('/S /JavaScript')]),
    ],
    [
      'in a stream over the border of two pieces',
      Buffer.concat([
        Buffer.alloc(1024 * 1024 - 50, 32),
        stream('/Type /ObjStm /Filter /FlateDecode', objects('<< /S /JavaScript >>')),
      ]),
    ],
  ])('%s', async (_, content) => {
    expect(await codeOf(body(content), 'pdf')).toBe('active-content');
  });

  it('pages, links, pictures and forms are taken', async () => {
    const noise = Buffer.concat(Array.from({ length: 200_000 }, (_, index) => utf8(`/JS${index}/AA /EF(`)));
    const content = Buffer.concat([
      utf8('1 0 obj << /OpenAction [3 0 R /Fit] /A << /S /URI /URI (https://www.gov.cn/) >> >> endobj\n'),
      stream('/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode', objects('<< /Type /Page >>')),
      stream('/Filter /FlateDecode', deflateSync(noise)),
      stream('/Filter /DCTDecode', jpeg()),
    ]);
    expect(await codeOf(body(content), 'pdf')).toBe('taken');
  });

  it('says what was found', async () => {
    expect(await messageOf(body('/EF << /F 1 0 R >>'), 'pdf')).toContain('PDF 里含有附件，没有接收。请用');
  });

  it('bombs among its objects are not inflated to the end', async () => {
    const bomb = deflateSync(Buffer.concat([utf8('1 0 '), Buffer.alloc(420 * 1024 * 1024, 32)]));
    expect(await codeOf(body(stream('/Type /ObjStm /Filter /FlateDecode', bomb)), 'pdf')).toBe(
      'archive-limits',
    );
  });
});

describe('an OFD is one', () => {
  it.each<[string, Buffer, string]>([
    ['another root', ofd([], '<x><DocRoot>Doc_0/Document.xml</DocRoot></x>'), 'damaged'],
    ['no document', ofd([], '<ofd:OFD><ofd:DocBody/></ofd:OFD>'), 'damaged'],
    [
      'one that is not there',
      ofd([], '<OFD><DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody></OFD>'),
      'damaged',
    ],
    ['a list of types as well', ofd([part('[Content_Types].xml', '<Types/>')]), 'taken'],
    ['a program', ofd([part('Doc_0/Res/a.exe', 'x')]), 'active-content'],
    ['a program named as a picture', ofd([part('Doc_0/Res/a.png', 'MZ')]), 'active-content'],
    ['another file', ofd([part('Doc_0/Attachs/a.pdf', pdf())]), 'hidden-content'],
    ['an archive', ofd([part('Doc_0/Attachs/a.dat', docx())]), 'hidden-content'],
    [
      'pictures, fonts and seals',
      ofd([part('Doc_0/Res/a.jb2', 'x'), part('Doc_0/Signs/Seal.esl', 'x')]),
      'taken',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes, 'ofd')).toBe(code);
  });
});

describe('text is judged to its end', () => {
  const far = '一、总体情况。'.repeat(200_000);
  it.each<[string, Buffer]>([
    ['a script', utf8(`${far}<script>alert(1)</script>`)],
    ['a handler', utf8(`${far}<x foo=1\nonmouseover = alert(1)>`)],
    ['a picture', utf8(`${far}<img/src=x>`)],
    ['an address that runs', utf8(`${far}<a href="javascript:alert(1)">`)],
    ['UTF-16', Buffer.from(`\uFEFF${far}<iframe src=x>`, 'utf16le')],
    ['over the border of two pieces', Buffer.concat([Buffer.alloc(1024 * 1024 - 4, 65), utf8('<script>')])],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes, 'txt')).toBe('content-differs');
  });

  it('signs of comparison and addresses stay', async () => {
    expect(await codeOf(utf8(`${far}a<b，联系人<zhang@example.cn>，x<y onward`), 'txt')).toBe('taken');
  });
});

describe('a picture is over where it ends', () => {
  const scan = Buffer.from('ffda000801010000003f0012ff0034ffd056', 'hex');
  const whole = jpeg();
  const photograph = Buffer.concat([whole.subarray(0, -2), scan, whole.subarray(-2)]);
  it.each<[string, Buffer, string, string]>([
    ['a page behind a PNG', Buffer.concat([png(), utf8('<html>')]), 'png', 'hidden-content'],
    ['a program behind a JPEG', Buffer.concat([photograph, utf8('MZ')]), 'jpg', 'hidden-content'],
    ['much padding', Buffer.concat([png(), Buffer.alloc(70_000)]), 'png', 'hidden-content'],
    ['little padding', Buffer.concat([png(), Buffer.alloc(500)]), 'png', 'taken'],
    ['a photograph', photograph, 'jpg', 'taken'],
    ['two in one', Buffer.concat([photograph, photograph, Buffer.alloc(9)]), 'jpg', 'taken'],
    [
      'something behind the second',
      Buffer.concat([photograph, photograph, utf8('x')]),
      'jpg',
      'hidden-content',
    ],
    ['no end', photograph.subarray(0, -2), 'jpg', 'damaged'],
    ['a cut PNG', png().subarray(0, -12), 'png', 'damaged'],
  ])('%s', async (_, bytes, extension, code) => {
    expect(await codeOf(bytes, extension)).toBe(code);
  });
});
