/** Words of which generated notices are made: the frequent ones as offices write them, behind them a long tail. */
import type { Random } from './search-bench-random.ts';

const FREQUENT =
  '的 和 工作 公开 政府 信息 管理 服务 建设 有关 部门 应当 项目 实施 单位 进行 按照 规定 要求 全市 人民 发展 办法 通知 安全 加强 组织 以上 企业 办理 相关 加快 推进 落实 责任 申请 完成 资金 生产 社会 经济 监督 检查 提供 情况 制度 时间 及时 人员 保障 机制 标准 教育 环境 乡镇 街道 农村 农业 公共 行政 审批 许可 处罚 执法 财政 预算 决算 采购 招标 投标 医疗 卫生 健康 养老 保险 就业 创业 培训 住房 租赁 土地 征收 补偿 安置 拆迁 规划 城市 更新 改造 交通 运输 道路 公路 桥梁 水利 灌溉 防汛 抗旱 应急 预案 演练 消防 食品 药品 监管 抽检 质量 计量 价格 收费 税收 统计 调查 普查 数据 共享 平台 网站 政务 公告 公示 通告 意见 方案 细则 解读 材料 附件 联系 电话 地址 邮编 附 一 二 三 四 五 六 七 本 年 月 日 件 万元 亩 户 人 处 所 名 个 依法 依据 法律 法规 条例 中华人民共和国 国务院 省人民政府 市人民政府 县人民政府 办公室 领导小组 会议 精神 贯彻 学习 全面 深化 改革 优化 营商环境 放管服 一网通办 最多跑一次 乡村振兴 脱贫攻坚 生态环境 污染防治 大气 水质 噪声 固体废物 垃圾分类 绿化 造林 森林 草原 湿地 自然资源 不动产登记 宅基地 承包经营权 流转 合作社 家庭农场 高标准农田 粮食 种子 化肥 农机 畜牧 兽医 动物疫病 学校 幼儿园 义务教育 招生 教师 学生 资助 营养餐 医院 疫苗 接种 传染病 防控 残疾人 低保 特困 救助 慈善 殡葬 婚姻登记 户籍 身份证 居住证 治安 禁毒 信访 调解 公证 法律援助 普法 文化 旅游 体育 图书馆 博物馆 文物 非物质文化遗产 广播 电视 电影 出版 科技 创新 专利 人才 引进 职称 评审 公务员 招录 考试 面试 体检 政审 录用 退役军人 优抚 双拥 人防 气象 地震 测绘 档案 保密 密码 机关 事务 老干部 工会 妇联 共青团 台办 侨办 民族 宗教'.split(
    ' ',
  );

/** Characters of which words of the tail, places and people's names are made; 3,000 as a reader of papers knows them. */
const CHARACTERS = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x4e00 + index * 6));

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严',
);

const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文斌志鹏飞鑫波宇浩凯健俊帆雪荣爱梅琳素云莲真环凤洁琼勤珍贞莉岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝思',
);

const TAIL = 60_000;

export interface Words {
  /** The most frequent first. */
  readonly frequent: readonly string[];
  readonly tail: readonly string[];
}

/** The same words at every run. */
export function makeWords(random: Random): Words {
  const tail = Array.from({ length: TAIL }, () => {
    const length = random.below(10) < 7 ? 2 : 3;
    return Array.from({ length }, () => random.pick(CHARACTERS)).join('');
  });
  return { frequent: FREQUENT, tail };
}

export const frequentWord = (random: Random, { frequent }: Words): string =>
  frequent[Math.floor(frequent.length * random.share() ** 2.2)] ?? '工作';

export const tailWord = (random: Random, { tail }: Words): string =>
  tail[Math.floor(tail.length * random.share() ** 3)] ?? '辖区';

export const word = (random: Random, words: Words): string =>
  random.below(100) < 84 ? frequentWord(random, words) : tailWord(random, words);

export const personName = (random: Random): string =>
  random.pick(SURNAMES) + random.pick(GIVEN) + (random.below(4) === 0 ? '' : random.pick(GIVEN));

const PLACE_ENDS = ['镇', '乡', '村', '街道', '社区', '县', '区', '路', '水库', '小学'];

export const placeName = (random: Random): string =>
  random.pick(CHARACTERS) + random.pick(CHARACTERS) + random.pick(PLACE_ENDS);
