import type { Role } from '@zhaoshi/domain/permission/roles';

/** What stands behind everything invented that could be taken for real. */
export const MARK = '（演示）';

/** Known to everybody who starts the demonstration; shown on its sign-in page. */
export const DEMONSTRATION_PASSWORD = 'Zhaoshi-Demo-2026';

/** Of the one-time codes (base32), the same for all: one entry in an authenticator app serves every account. */
export const DEMONSTRATION_TOTP_KEY = 'MRSW233TORZGC5DJN5XGWZLZ';

interface Post {
  /** `<region>/<organ>` */
  readonly organ: string;
  readonly roles: readonly Role[];
}

export interface DemonstrationPerson {
  readonly loginName: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

const person = (loginName: string, name: string, ...posts: readonly Post[]): DemonstrationPerson => ({
  loginName,
  name,
  posts,
});

const at = (organ: string, ...roles: readonly Role[]): Post => ({ organ, roles });

/** A whole desk, one person for each step. */
const fullDesk = (
  organ: string,
  prefix: string,
  [drafter, unitHead, officer, head, leader]: readonly [string, string, string, string, string],
): readonly DemonstrationPerson[] => [
  person(`${prefix}-drafter`, drafter, at(organ, 'drafter')),
  person(`${prefix}-unit-head`, unitHead, at(organ, 'unitHead')),
  person(`${prefix}-officer`, officer, at(organ, 'disclosureOfficer')),
  person(`${prefix}-head`, head, at(organ, 'disclosureOfficeHead')),
  person(`${prefix}-leader`, leader, at(organ, 'leader')),
];

/** A small house: who drafts is the disclosure officer too. */
const smallDesk = (
  organ: string,
  prefix: string,
  [officer, head, leader]: readonly [string, string, string],
): readonly DemonstrationPerson[] => [
  person(`${prefix}-officer`, officer, at(organ, 'drafter', 'disclosureOfficer')),
  person(`${prefix}-head`, head, at(organ, 'unitHead', 'disclosureOfficeHead')),
  person(`${prefix}-leader`, leader, at(organ, 'leader')),
];

/** Those who look after a whole region. */
const regionDesk = (
  region: string,
  [administrator, auditor, leader, supervisor, assessor]: readonly [string, string, string, string, string],
): readonly DemonstrationPerson[] => [
  person(`${region}-admin`, administrator, at(`${region}/government`, 'administrator')),
  person(`${region}-auditor`, auditor, at(`${region}/government`, 'auditor')),
  person(`${region}-leader`, leader, at(`${region}/government`, 'leader'), at(`${region}/office`, 'leader')),
  person(`${region}-supervisor`, supervisor, at(`${region}/office`, 'supervisor')),
  person(`${region}-assessor`, assessor, at(`${region}/office`, 'assessor')),
];

/** Everybody in the demonstration, all invented: every kind of desk, and people who serve in two organs. */
export const PEOPLE: readonly DemonstrationPerson[] = [
  ...regionDesk('zhaoshi', ['孙启明', '钱守正', '赵安民', '李督行', '周评实']),
  ...smallDesk('zhaoshi/office', 'zhaoshi-office', ['吴公言', '郑明办', '王承政']),
  ...fullDesk('zhaoshi/education', 'education', ['冯拟文', '陈管科', '褚专员', '卫把关', '蒋分管']),
  ...smallDesk('zhaoshi/finance', 'zhaoshi-finance', ['沈财经', '韩预算', '杨决算']),
  ...smallDesk('zhaoshi/health', 'health', ['朱康宁', '秦安和', '尤济众']),
  ...smallDesk('zhaoshi/resources', 'resources', ['许地利', '何规划', '吕登记']),

  ...regionDesk('hedong', ['施东管', '张东审', '孔东政', '曹东督', '严东评']),
  ...smallDesk('hedong/office', 'hedong-office', ['华东言', '金东办', '魏东承']),
  // The county government's own papers and its gazette; its leader is that of the region.
  person('hedong-government-officer', '伍公报', at('hedong/government', 'drafter', 'disclosureOfficer')),
  person('hedong-government-head', '余公文', at('hedong/government', 'unitHead', 'disclosureOfficeHead')),
  ...smallDesk('hedong/civil-affairs', 'civil-affairs', ['陶惠民', '姜济困', '戚安老']),
  ...smallDesk('hedong/finance', 'hedong-finance', ['谢理财', '邹开支', '喻收支']),
  ...smallDesk('hedong/rural-affairs', 'rural-affairs', ['柏春耕', '水夏耘', '窦秋收']),
  ...smallDesk('hedong/chengguan', 'chengguan', ['章城关', '云街道', '苏社区']),
  ...fullDesk('hedong/duandian', 'duandian', ['潘起草', '葛站长', '奚专员', '范把关', '彭分管']),
  ...smallDesk('hedong/jindian', 'jindian', ['郎金言', '鲁金办', '韦金政']),
  ...smallDesk('hedong/kengzaikou', 'kengzaikou', ['昌坑言', '马坑办', '苗坑政']),
  person('shifan-village-clerk', '凤村文', at('hedong/shifan-village', 'drafter')),
  person('shifan-village-head', '凤主任', at('hedong/shifan-village', 'unitHead')),
  // One clerk keeps the boards of two villages, as happens where villages are small.
  person(
    'liuxi-village-clerk',
    '花柳文',
    at('hedong/liuxi-village', 'drafter'),
    at('hedong/beipo-village', 'drafter'),
  ),

  ...regionDesk('hexi', ['方西管', '俞西审', '任西政', '袁西督', '柳西评']),
  ...smallDesk('hexi/office', 'hexi-office', ['酆西言', '鲍西办', '史西承']),
  ...smallDesk('hexi/finance', 'hexi-finance', ['唐西财', '费西支', '廉西收']),
  ...smallDesk('hexi/human-resources', 'human-resources', ['岑就业', '薛社保', '雷人才']),
  ...smallDesk('hexi/qianwei', 'qianwei', ['贺卫言', '倪卫办', '汤卫政']),
  ...smallDesk('hexi/yilan', 'yilan', ['滕兰言', '殷兰办', '罗兰政']),
  person('heping-village-clerk', '毕村文', at('hexi/heping-village', 'drafter')),
  // Seconded to the city's assessment from a county, with a desk in both.
  person('visiting-assessor', '郝挂职', at('zhaoshi/office', 'assessor'), at('hexi/office', 'drafter')),
];
