import { useParams } from '@tanstack/react-router';
import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { itemCatalogRoutes } from '@zhaoshi/contract/routes/item-catalog';
import { channelsText } from '@zhaoshi/domain/disclosure/item-catalog/channels';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate, shownMoment } from '../../app/moments.ts';
import { useChange, useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

type Item = RouteOutput<typeof itemCatalogRoutes.read>;
type Content = Item['content'];

const lasting = ({ validFrom, validTo }: Content): string =>
  `${shownDate(validFrom)}起${validTo === null ? '' : `，至${shownDate(validTo)}`}`;

function Facts({ content }: { readonly content: Content }): ReactNode {
  const lines: readonly (readonly [string, string])[] = [
    ['公开内容（要素）', content.contentElements.join('；')],
    ['公开依据', content.basis.join('；')],
    ['公开时限', content.publicationPeriod],
    ['公开主体', content.responsibleOrgan],
    ['公开渠道和载体', channelsText(content.channels).replaceAll('\n', ' ')],
    ['公开对象', content.audience === 'public' ? '全社会' : `特定群体 ${content.audienceWords}`],
    ['公开方式', content.disclosureClass === 'proactive' ? '主动公开' : '依申请公开'],
    ['有效期', lasting(content)],
  ];
  return (
    <dl className="facts">
      {lines.map(([label, value]) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Assign({ item, onDone }: { readonly item: Item; readonly onDone: () => void }): ReactNode {
  const [organs, setOrgans] = useState<Item['organs']>(item.organs);
  const assign = useChange(itemCatalogRoutes.assign, { also: ['coverage'] });
  const add = (picked: PickedOrgan | null): void => {
    if (picked === null || organs.some(({ organId }) => organId === picked.organId)) return;
    setOrgans([...organs, { organId: picked.organId, name: picked.name }]);
  };
  const save = (): void =>
    assign.mutate(
      {
        request: {
          params: { regionId: item.regionId, itemId: item.itemId },
          body: { organIds: organs.map(({ organId }) => organId) },
        },
        version: item.version,
      },
      { onSuccess: onDone },
    );
  return (
    <>
      <ul className="rows" aria-label="公开主体">
        {organs.map(({ organId, name }) => (
          <li key={organId}>
            {name}
            <Button
              onClick={() => setOrgans(organs.filter((one) => one.organId !== organId))}
              aria-label={`去掉${name}`}
            >
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <OrganPicker
        aria-label="增加机关"
        needs="document.read"
        placeholder="增加机关，按名称查找"
        value={null}
        only={({ regionId, kind }) => regionId === item.regionId && kind !== 'village'}
        onChange={add}
      />
      <ProblemAlert error={assign.error} />
      <div className="actions">
        <Button type="primary" loading={assign.isPending} onClick={save}>
          保存公开主体
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </>
  );
}

function OrgansCard({ item }: { readonly item: Item }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="catalog-organs">
      <div className="card-head">
        <h2 id="catalog-organs">由哪些机关公开</h2>
        {!isOpen && (
          <AbilityButton needs="catalog.manage" abilities={item.abilities} onClick={() => setOpen(true)}>
            确定公开主体
          </AbilityButton>
        )}
      </div>
      {item.unmatched.length > 0 && (
        <p className="late">目录里写的“{item.unmatched.join('”“')}”没有对应的机关。</p>
      )}
      {isOpen ? (
        <Assign item={item} onDone={() => setOpen(false)} />
      ) : (
        <p>{item.organs.length === 0 ? '还没有确定。' : item.organs.map(({ name }) => name).join('、')}</p>
      )}
    </section>
  );
}

/** An item of the catalogue with its wordings. */
export function CatalogItemPage(): ReactNode {
  const params = useParams({ from: '/frame/catalog/$regionId/$itemId' });
  const { data, error } = useRead(itemCatalogRoutes.read, { params });
  if (data === undefined) {
    return (
      <>
        <PageHeader />
        <ProblemAlert error={error} />
        {error === null && <Loading />}
      </>
    );
  }
  const [, ...earlier] = data.wordings;
  return (
    <>
      <PageHeader title={data.level2 === '' ? data.level1 : `${data.level1} / ${data.level2}`} />
      <section className="card" aria-labelledby="catalog-content">
        <h2 id="catalog-content">
          序号 {data.code}，由{data.keeperName}维护
        </h2>
        <Facts content={data.content} />
      </section>
      <OrgansCard key={data.version} item={data} />
      {earlier.length > 0 && (
        <section className="card" aria-labelledby="catalog-earlier">
          <h2 id="catalog-earlier">以前的内容</h2>
          {earlier.map(({ number, content, recordedAt, recordedBy }) => (
            <details key={number}>
              <summary>
                第 {number} 版，{shownMoment(recordedAt)}由{recordedBy}录入
              </summary>
              <Facts content={content} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}
