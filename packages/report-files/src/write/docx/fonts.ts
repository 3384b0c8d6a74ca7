import type { IFontAttributesProperties } from 'docx';

/** A font of the official layout and the names under which Word, WPS and LibreOffice may have its like. */
interface OfficialFont {
  readonly name: string;
  readonly alternatives: string;
  readonly panose: string;
  readonly family: 'roman' | 'modern';
}

const OFFICIAL_FONTS: readonly OfficialFont[] = [
  {
    name: '方正小标宋简体',
    alternatives: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong',
    panose: '02010601030101010101',
    family: 'roman',
  },
  {
    name: '仿宋_GB2312',
    alternatives: 'FangSong_GB2312,仿宋,FangSong',
    panose: '02010609030101010101',
    family: 'modern',
  },
  { name: '黑体', alternatives: 'SimHei', panose: '02010609060101010101', family: 'modern' },
  { name: '宋体', alternatives: 'SimSun', panose: '02010600030101010101', family: 'roman' },
];

const fontElement = ({ name, alternatives, panose, family }: OfficialFont): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:panose1 w:val="${panose}"/>` +
  `<w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`;

/** word/fontTable.xml: tells a program without the official fonts what to take instead. */
export const FONT_TABLE_XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${OFFICIAL_FONTS.map(
  fontElement,
).join('')}</w:fonts>`;

/** One font for all scripts; the hint makes Word draw quotation marks and dashes full-width. */
function font(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

export const TITLE_FONT = font('方正小标宋简体');
export const HEADING_FONT = font('黑体');
export const BODY_FONT = font('仿宋_GB2312');
export const TABLE_FONT = font('宋体');
