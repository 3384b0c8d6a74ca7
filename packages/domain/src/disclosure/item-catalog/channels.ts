import { plainText } from '../../annual-report/rules/identity.ts';

/** 公开渠道和载体 of the standard catalogues, with the other names they bear in county catalogues (publication.md §8). */
export const CATALOG_CHANNELS = {
  website: { title: '政府网站', names: ['网站', '门户网站', '官网', '信息公开平台', '政府信息公开平台'] },
  gazette: { title: '政府公报', names: ['公报'] },
  newMedia: {
    title: '两微一端',
    names: ['政务新媒体', '新媒体', '微信', '微博', '微信公众号', '移动客户端'],
  },
  conference: { title: '发布会/听证会', names: ['发布会', '听证会', '新闻发布会', '发布会、听证会'] },
  broadcast: { title: '广播电视', names: ['广播', '电视'] },
  press: { title: '纸质媒体', names: ['报刊', '报纸', '纸质载体'] },
  readingPlace: { title: '公开查阅点', names: ['查阅点', '查阅场所', '公共查阅点', '图书馆', '档案馆'] },
  serviceHall: { title: '政务服务中心', names: ['服务中心', '政务服务大厅', '办事大厅', '行政服务中心'] },
  serviceStation: { title: '便民服务站', names: ['便民服务中心', '便民服务点'] },
  visit: { title: '入户/现场', names: ['入户', '现场', '入户、现场'] },
  noticeBoard: {
    title: '社区/企事业单位/村公示栏（电子屏）',
    names: [
      '公示栏',
      '村公示栏',
      '公开栏',
      '村务公开栏',
      '社区公示栏',
      '电子屏',
      '电子显示屏',
      '社区/企事业单位/村公示栏',
    ],
  },
  targeted: { title: '精准推送', names: ['推送'] },
  other: { title: '其他', names: [] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly names: readonly string[] }>>;

export type ChannelId = keyof typeof CATALOG_CHANNELS;

export const CHANNEL_IDS = Object.keys(CATALOG_CHANNELS) as readonly ChannelId[];

/** Channels of a row: ■ must, □ may. A channel stands in one list only. */
export interface ItemChannels {
  readonly must: readonly ChannelId[];
  readonly may: readonly ChannelId[];
  /** What stands behind “其他”. */
  readonly otherWords: string;
}

const folded = (name: string): string => plainText(name).replaceAll(/[（()）]|(?:公开)?(?:渠道|载体)$/g, '');

const BY_NAME: ReadonlyMap<string, ChannelId> = new Map(
  CHANNEL_IDS.flatMap((id) =>
    [CATALOG_CHANNELS[id].title, ...CATALOG_CHANNELS[id].names].map((name) => [folded(name), id] as const),
  ),
);

/** Marks that say must; the empty boxes say may (54号 catalogues: “■”表示必选，“□”表示可选). */
const MUST = '■√☑✓✔▣●⊠☒';
const MAY = '□☐○◻';
const MARKED = new RegExp(`([${MUST}${MAY}])([^${MUST}${MAY}]*)`, 'gu');

export interface ReadChannels {
  readonly channels: ItemChannels;
  /** Names that are no channel of the list: shown, never guessed. */
  readonly unknown: readonly string[];
}

/** "其他：村民小组会议" or "其他___": what is written behind it. */
const OTHER = /^其他(?:渠道|载体|方式)?[：:_\s]*(?:[（(](.*)[)）]|(.*))$/u;

interface Named {
  readonly isMust: boolean;
  readonly text: string;
}

const trimmed = (name: string): string => name.replaceAll(/^[、，,；;。\s]+|[、，,；;。\s]+$/g, '');

const named = (isMust: boolean, text: string): Named => ({ isMust, text: trimmed(text) });

/** One name, or several behind one box: “■政府网站、公示栏”; 发布会、听证会 is one. */
const namesBehind = (isMust: boolean, text: string): readonly Named[] =>
  BY_NAME.has(folded(trimmed(text))) || OTHER.test(trimmed(text))
    ? [named(isMust, text)]
    : text.split(/[、，,；;\n]/).map((name) => named(isMust, name));

function namesIn(text: string): readonly Named[] {
  const marked = [...text.matchAll(MARKED)].flatMap(([, mark = '', name = '']) =>
    namesBehind(MUST.includes(mark), name),
  );
  // Without boxes the channels are named one after the other; each of them is meant to be used.
  const all = marked.length > 0 ? marked : namesBehind(true, text);
  return all.filter((one) => one.text !== '');
}

/** Reads a cell of channels: "■政府网站 □政府公报 ■其他：村民会议", or names without boxes. */
export function readChannels(text: string): ReadChannels {
  const [must, may]: [Set<ChannelId>, Set<ChannelId>] = [new Set(), new Set()];
  const unknown: string[] = [];
  let otherWords = '';
  for (const one of namesIn(text.normalize('NFC'))) {
    const other = OTHER.exec(one.text);
    const id = BY_NAME.get(folded(one.text)) ?? (other === null ? undefined : 'other');
    if (id === undefined) {
      unknown.push(one.text);
      continue;
    }
    if (other !== null) otherWords = (other[1] ?? other[2] ?? '').replaceAll(/[_\s]+$/g, '').trim();
    (one.isMust ? must : may).add(id);
  }
  return {
    channels: {
      must: CHANNEL_IDS.filter((id) => must.has(id)),
      may: CHANNEL_IDS.filter((id) => may.has(id) && !must.has(id)),
      otherWords,
    },
    unknown,
  };
}

/** Channels as the catalogues print them: ■政府网站 □政府公报. */
export function channelsText({ must, may, otherWords }: ItemChannels): string {
  const boxes = CHANNEL_IDS.filter((id) => must.includes(id) || may.includes(id)).map((id) => {
    const words = id === 'other' && otherWords !== '' ? `其他：${otherWords}` : CATALOG_CHANNELS[id].title;
    return `${must.includes(id) ? '■' : '□'}${words}`;
  });
  return boxes.join('\n');
}
