/**
 * Browsers and some converters write 一二人文行民门 into PDFs as look-alike radicals (⼀⼆⼈⽂⾏⺠⻔). U+2F00–2FDF
 * have compatibility mappings in Unicode; of U+2E80–2EFF only two do, so the rest needs this table of pairs:
 * what stands in the file, then the character meant.
 */
const SUPPLEMENT_PAIRS = [
  '⺁厂⺃乚⺅亻⺆冂⺇几⺉刂⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民',
  '⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺵网⺶羊⺷羊⺸羊⺹耂',
  '⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長',
  '⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄',
  '⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龟⻲亀',
  // Compatibility mappings that lead to the traditional form of a character.
  '⼾户⾭青⿈黄',
  // Punctuation of vertical lines.
  '︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』',
].join('');

const SUPPLEMENT: ReadonlyMap<string, string> = readPairs(SUPPLEMENT_PAIRS);

function readPairs(pairs: string): Map<string, string> {
  const characters = Array.from(pairs);
  const map = new Map<string, string>();
  for (let index = 0; index + 1 < characters.length; index += 2) {
    map.set(characters[index] ?? '', characters[index + 1] ?? '');
  }
  return map;
}

const RADICAL = /[\u2e80-\u2eff\u2f00-\u2fdf\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe44]/gu;

/**
 * Replaces radicals, compatibility ideographs and vertical punctuation by the characters they stand for; `folded`
 * counts them.
 */
export function foldRadicals(text: string): { readonly text: string; readonly folded: number } {
  let folded = 0;
  const plain = text.replace(RADICAL, (character) => {
    const replacement = SUPPLEMENT.get(character) ?? character.normalize('NFKC');
    if (replacement !== character) folded++;
    return replacement;
  });
  return { text: plain, folded };
}
