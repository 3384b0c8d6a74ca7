/** A wrong or forbidden expression, what to write instead, and who says so. */
export interface WordingRow {
  readonly wrong: string;
  /** `null`: to be left out or rewritten by a person. */
  readonly right: string | null;
  readonly source: string;
  /** `blocks` for what must never stand in a document of the state. */
  readonly severity: 'blocks' | 'warns';
}

const XINHUA = '新华社《新闻信息报道中的禁用词和慎用词》（2016年）';
const DICTIONARY = '《现代汉语词典》（第7版）';
const REGULATION = '《中华人民共和国政府信息公开条例》（国务院令第711号）';
const STATE = '《中华人民共和国宪法》';
const PARTY = '《中国共产党章程》';

type Pair = readonly [wrong: string, right: string];

const rows = (
  source: string,
  severity: WordingRow['severity'],
  pairs: readonly Pair[],
): readonly WordingRow[] => pairs.map(([wrong, right]) => ({ wrong, right, source, severity }));

/** The starting set; an installation adds its own list. Only what is wrong wherever it stands. */
export const WORDING_TABLE: readonly WordingRow[] = [
  ...rows(STATE, 'blocks', [
    ['中华人民共合国', '中华人民共和国'],
    ['中华人名共和国', '中华人民共和国'],
    ['中华人民共和囯', '中华人民共和国'],
    ['中国人民共和国', '中华人民共和国'],
    ['台湾国', '台湾'],
    ['台湾共和国', '台湾'],
  ]),
  ...rows(PARTY, 'blocks', [
    ['中国特设社会主义', '中国特色社会主义'],
    ['中国特色社会主意', '中国特色社会主义'],
    ['习近平总书纪', '习近平总书记'],
    ['习进平', '习近平'],
    ['马克思主意', '马克思主义'],
  ]),
  ...rows(REGULATION, 'warns', [
    ['中华人民共和国政府信息公开法', '中华人民共和国政府信息公开条例'],
    ['《政府信息公开法》', '《中华人民共和国政府信息公开条例》'],
    ['中华人民共和国信息公开条例', '中华人民共和国政府信息公开条例'],
    ['中华人民共和国政务公开条例', '中华人民共和国政府信息公开条例'],
    ['国务院令第492号', '国务院令第711号'],
  ]),
  ...rows(XINHUA, 'warns', [
    ['残废人', '残疾人'],
    ['瘸子', '肢体残疾人'],
    ['聋哑人', '听力言语残疾人'],
    ['弱智儿童', '智力残疾儿童'],
    ['台湾政府', '台湾方面'],
    ['台湾总统', '台湾地区领导人'],
    ['中港两地', '内地与香港'],
    ['中港台', '内地与港台'],
    ['大陆与香港', '内地与香港'],
    ['海峡两岸三地', '海峡两岸暨香港'],
  ]),
  ...rows(DICTIONARY, 'warns', [
    ['布署', '部署'],
    ['按装', '安装'],
    ['截止目前', '截至目前'],
    ['座落于', '坐落于'],
    ['座落在', '坐落在'],
    ['渡假', '度假'],
    ['松驰', '松弛'],
    ['贯澈', '贯彻'],
    ['严历', '严厉'],
    ['防碍', '妨碍'],
    ['帐户', '账户'],
    ['再接再励', '再接再厉'],
    ['一如继往', '一如既往'],
    ['一愁莫展', '一筹莫展'],
    ['走头无路', '走投无路'],
    ['甘败下风', '甘拜下风'],
    ['迫不急待', '迫不及待'],
    ['按步就班', '按部就班'],
    ['即往不咎', '既往不咎'],
    ['人才挤挤', '人才济济'],
    ['谈笑风声', '谈笑风生'],
    ['变本加利', '变本加厉'],
    ['因地治宜', '因地制宜'],
    ['责无旁待', '责无旁贷'],
    ['不径而走', '不胫而走'],
    ['穿流不息', '川流不息'],
    ['粗制烂造', '粗制滥造'],
    ['鼎立相助', '鼎力相助'],
    ['悬梁刺骨', '悬梁刺股'],
    ['名列前矛', '名列前茅'],
    ['出奇不意', '出其不意'],
    ['相形见拙', '相形见绌'],
    ['脉博', '脉搏'],
    ['赃款脏物', '赃款赃物'],
    ['气慨', '气概'],
    ['精萃', '精粹'],
    ['亲睐', '青睐'],
    ['寒喧', '寒暄'],
    ['竣功', '竣工'],
    ['峻工', '竣工'],
    ['辨公', '办公'],
    ['人民政付', '人民政府'],
    ['政府信息公天', '政府信息公开'],
    ['依申请公天', '依申请公开'],
    ['主动公天', '主动公开'],
  ]),
];
