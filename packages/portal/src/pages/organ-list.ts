import { html, type SafeHtml } from '@zhaoshi/domain/kernel/html';
import { type PageFrame, page } from '../layout.ts';
import { groupOf, LEVEL_NAMES, ORGAN_GROUPS } from '../organ-groups.ts';
import { organsPath } from '../paths.ts';
import type { OrganLink, OrganListPage } from '../view-models.ts';
import { organItem, regionCrumbs } from './region.ts';

interface Choice {
  readonly value: string;
  readonly name: string;
}

function select(id: string, label: string, choices: readonly Choice[], chosen: string): SafeHtml {
  const options = [{ value: '', name: '全部' }, ...choices].map(({ value, name }) =>
    value === chosen
      ? html`<option value="${value}" selected>${name}</option>`
      : html`<option value="${value}">${name}</option>`,
  );
  return html`<label for="${id}">${label}</label><select id="${id}" name="${id}">${options}</select>`;
}

/** A filter that works as a plain form. */
function filterForm({ region, filter }: OrganListPage): SafeHtml {
  const groups = ORGAN_GROUPS.map(({ id, name }) => ({ value: id, name }));
  const levels = LEVEL_NAMES.map(([value, name]) => ({ value, name }));
  return html`<form class="filter card" action="${region.path}/organs" method="get" aria-label="筛选机关">
${select('group', '机关类别', groups, filter.group)}
${select('level', '行政层级', levels, filter.level)}
<button type="submit">筛选</button>
</form>
`;
}

function groupCard(id: string, name: string, organs: readonly OrganLink[]): SafeHtml | null {
  if (organs.length === 0) return null;
  return html`<section class="card" aria-labelledby="group-${id}"><h2 id="group-${id}">${name}（${organs.length} 个）</h2>
<ul class="organs columns">
${organs.map(organItem)}</ul></section>
`;
}

/** All organs of a region, or those of a kind and level; those that have ended by themselves, behind the others. */
export function organListPage(frame: PageFrame, list: OrganListPage): SafeHtml {
  const { region, organs, filter } = list;
  const title = `${region.name}机关名录`;
  const today = organs.filter(({ endedOn }) => endedOn === null);
  const ended = organs.filter(({ endedOn }) => endedOn !== null);
  const groups = [
    ...ORGAN_GROUPS.map(({ id, name }) =>
      groupCard(
        id,
        name,
        today.filter(({ kind }) => groupOf(kind).id === id),
      ),
    ),
    groupCard('ended', '已撤销的机关', ended),
  ].filter((group) => group !== null);
  const filtered = filter.group !== '' || filter.level !== '';
  return page(frame, {
    title,
    column: '机关名录',
    columnType: '政府信息公开',
    feeds: region.path,
    canonical: organsPath(region.path.slice(1)),
    crumbs: [...regionCrumbs(region, true), { name: '机关名录' }],
    main: html`<h1>${title}</h1>
${filterForm(list)}${
  groups.length > 0
    ? groups
    : html`<div class="card"><p class="none">${filtered ? '没有符合条件的机关。' : '还没有登记机关。'}</p></div>
`
}`,
  });
}
