import type { Hit } from './finding.ts';
import { type MaskingRules, maskMinorName } from './masking.ts';

/** The hundred commonest surnames and the commoner double ones: enough to tell a name from a word beside it. */
const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤])';
const NAME = `${SURNAME}[\\u4e00-\\u9fa5某]{1,2}`;
const END = '(?=[，。、；：:,;（）()\\s]|同学|等(?:\\d|[一二三四五六七八九十])|$)';

/** 张小明（男，9岁）, 张小明，今年9岁: the age stands behind the name. */
const AGED = new RegExp(
  `(${NAME})(?: ?[（(，,] ?(?:[男女](?:性|孩|童)? ?[，,、] ?)?|[男女] ?|今年|现年|年仅|刚满)(?:今年|现年|年仅|系)?(\\d{1,2}) ?(?:周)?岁`,
  'g',
);
/** 未成年人张小明, 学生：张小明. */
const CALLED = new RegExp(
  `(?:未成年人|未成年子女|未成年学生|小学生|中学生|学生|幼儿|儿童|孤儿|女童|男童|被监护人)(?:姓名)?[:： ]?(${NAME})${END}`,
  'g',
);
/** Words that begin with a character that is a surname too. */
const NOT_NAMES =
  /^(?:方面|方式|方案|万人|万元|余人|任何|任务|任课|向社会|于是|金额|金融|石油|江苏|江西|贵州|安全|高中|高校|成长|成绩|程度|时间|许可|严重|严禁|孟加拉|毛坯|龙头|白天|马上|陆续|林业|田间|武术|史料|汤圆|范围|顾虑|黄金|何时|付费|夏令营|游泳|段落|雷同|钟表|金属)/;
const ADULT = 18;

function hit(start: number, name: string, severity: Hit['severity'], masking: MaskingRules): Hit {
  const { mask, advice } = maskMinorName(name, masking);
  return {
    kind: 'minorName',
    severity,
    start,
    end: start + name.length,
    mask,
    reason:
      severity === 'blocks'
        ? `这是未成年人的姓名，${advice}`
        : `可能是未成年人的姓名，请核对；如是，${advice}`,
  };
}

const isMasked = (name: string): boolean => name.includes('某') || NOT_NAMES.test(name);

/** Names of minors where the text itself says so (publication.md §9); `text` is plain. */
export function minorNameHits(text: string, masking: MaskingRules): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(AGED)) {
    const [, name = '', age] = match;
    if (Number(age) < ADULT && !isMasked(name)) hits.push(hit(match.index, name, 'blocks', masking));
  }
  for (const match of text.matchAll(CALLED)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    if (isMasked(name) || hits.some((known) => known.start <= start && start < known.end)) continue;
    hits.push(hit(start, name, 'warns', masking));
  }
  return hits.toSorted((one, other) => one.start - other.start);
}

/** A cell that holds one name and nothing else, where its column or row says that it is a minor's. */
export function minorNameCell(text: string, masking: MaskingRules): Hit | undefined {
  const name = text.trim();
  if (!/^[\u4e00-\u9fa5·]{2,12}$/u.test(name) || isMasked(name)) return undefined;
  return hit(text.indexOf(name), name, 'blocks', masking);
}
