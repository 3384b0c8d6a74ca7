/**
 * What Chinese users like to build passwords from, beside what stands in international lists: numbers that sound like
 * sentences, pinyin of endearments, surnames, places and of the words of this work.
 */
const FAVOURITES = `
5201314 1314520 520520 1314521 5211314 3344520 584520 5845201314 147258 666888 888666 168168 518518 88888888 66668888
asd123 a5201314 aa123456 qq123456 wang123 zxc123 zhang123 li123456 abc123456 a123456789 woaini1314 woaini520
woaini woaiwojia woaiwo woshishui nihao nihaoma zaijian xiexie wobuzhidao tamade caonima shabi meimei gege jiejie
didi baobao baobei laopo laogong mama baba nainai yeye xiaoxin xiaoming xiaohong xiaoli meinv shuaige aini ainiyiwannian
wang zhang liu chen yang huang zhao zhou sun zhu gao lin guo luo liang song zheng xie tang feng dong xiao
cheng cao yuan deng shen zeng peng jiang cai jia ding wei xue pan yao fang zou xiong
zhongguo beijing shanghai guangzhou shenzhen tianjin chongqing chengdu wuhan nanjing hangzhou suzhou jinan qingdao
zhengzhou changsha kunming guizhou yunnan sichuan hunan hubei henan hebei shandong shanxi shaanxi guangdong guangxi
jiangsu zhejiang anhui fujian jiangxi liaoning jilin heilongjiang hainan gansu qinghai ningxia xinjiang xizang neimenggu
china
zhengfu zhengwu gongkai xinxi xinxigongkai zhengwugongkai zhengfuxinxi bangongshi bangong gongzuo guanliyuan guanli
mima denglu xitong ceshi shiyong yonghu renmin fuwu dangwei juzhang xianzhang zhenzhang shuji zhaoshi
woai nihao huawei xiaomi taobao tianmao jingdong alibaba tengxun weixin baidu pingan dianxin yidong liantong wangyi
admin administrator root manager system server welcome changeme default office passwd
jinan123 qwe123 qweasd qweasdzxc asdzxc zaq12wsx xsw2zaq1 1qazxsw2 qazxsw wsxedc edcrfv rfvtgb poiuyt lkjhgf mnbvcx
`;

export const CHINESE_FAVOURITES: ReadonlySet<string> = new Set(FAVOURITES.trim().split(/\s+/));
