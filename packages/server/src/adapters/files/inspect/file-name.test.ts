import { describe, expect, it } from 'vitest';
import { judgeFileName } from './file-name.ts';

const nameOf = (raw: string): string => {
  const judged = judgeFileName(raw);
  return judged.ok ? judged.value.name : judged.error.code;
};

describe('a name becomes a label', () => {
  it.each([
    ['关于印发《实施方案》的通知.pdf', '关于印发《实施方案》的通知.pdf'],
    ['2023.12.31 统计表.XLSX', '2023.12.31 统计表.xlsx'],
    ['../../x.pdf', 'x.pdf'],
    ['..\\..\\windows\\x.pdf', 'x.pdf'],
    ['C:\\Users\\张三\\年报.docx', '年报.docx'],
    ['/etc/passwd.txt', 'passwd.txt'],
    ['a:b|c?.pdf', 'a_b_c_.pdf'],
    ['年报\r\nSet-Cookie: x.pdf', '年报Set-Cookie_ x.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['nul.txt', '_nul.txt'],
    ['com1.tar.pdf', '_com1.tar.pdf'],
    ['..年报.pdf', '年报.pdf'],
    ['年报.pdf. . ', '年报.pdf'],
    ['年\u200B报\u202E.pdf', '年报.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['bad\ud800.pdf', 'bad\ufffd.pdf'],
    ['www.example.com.pdf', 'www.example.com.pdf'],
  ])('%j → %j', (raw, name) => {
    expect(nameOf(raw)).toBe(name);
  });

  it('is cut to what file systems take, with its extension', () => {
    const name = nameOf(`${'年'.repeat(5_000)}.pdf`);
    expect(name).toMatch(/^年+\.pdf$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(nameOf(`${'x'.repeat(5_000)}.pdf`)).toHaveLength(200);
  });

  it.each(['', '.pdf', 'pdf', '   .pdf', '年报', '\0\0', '../', '.', '..'])('%j is no name', (raw) => {
    expect(nameOf(raw)).toBe('name-missing');
  });
});

describe('extensions are judged by the list', () => {
  it.each([
    ['年报.exe', 'type-not-allowed'],
    ['年报.pdf.exe', 'type-not-allowed'],
    ['图.svg', 'type-not-allowed'],
    ['页.html', 'type-not-allowed'],
    ['宏.docm', 'type-not-allowed'],
    ['包.zip', 'type-not-allowed'],
    ['.htaccess', 'name-missing'],
    ['a.pdf\0.exe', 'type-not-allowed'],
    ['a.exe\0.pdf', 'double-extension'],
    ['a.php.jpg', 'double-extension'],
    ['a.PHP5 .jpg', 'double-extension'],
    ['a.svg.png', 'double-extension'],
    ['a.html.txt', 'double-extension'],
    // Shown as "年报exe.pdf" where the mark turns the writing.
    ['年报\u202Efdp.exe', 'type-not-allowed'],
    ['年报exe.\u202Efdp', 'type-not-allowed'],
  ])('%j: %s', (raw, code) => {
    expect(nameOf(raw)).toBe(code);
  });

  it('says what to do, and never repeats what cannot be an extension', () => {
    const refused = judgeFileName('a.<script>alert(1)');
    expect(refused.ok ? '' : refused.error.message).toMatch(/^不接收这种文件。.+可上传：\.pdf/);
    const zip = judgeFileName('证据材料.zip');
    expect(zip.ok ? '' : zip.error.message).toContain('请解压后逐个上传');
  });
});
