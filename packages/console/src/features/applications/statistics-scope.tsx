import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { OrganPicker } from '../../ui/organ-picker.tsx';
import { askedDays, type StatisticsSearch, withoutCell } from './statistics-search.ts';

interface Props {
  readonly search: StatisticsSearch;
  readonly thisYear: number;
  readonly onSearch: (search: StatisticsSearch) => void;
}

const OWN_DAYS = 0;
const YEARS_BACK = 10;

/** A year of the annual report, or days of one's own choice. */
function PeriodFields({ search, thisYear, onSearch }: Props): ReactNode {
  const isYear = search.from === undefined;
  const [own, setOwn] = useState(!isYear);
  const days = askedDays(search, thisYear);
  const [typed, setTyped] = useState<{ readonly from: string; readonly to: string }>(days);
  const { year: _year, from: _from, to: _to, ...rest } = withoutCell(search);
  const choose = (year: number): void => {
    setOwn(year === OWN_DAYS);
    if (year !== OWN_DAYS) onSearch({ ...rest, year });
    else setTyped(days);
  };
  return (
    <>
      <Form.Item label="统计期间" htmlFor="statistics-year">
        <Select<number>
          id="statistics-year"
          className="short-picker"
          value={own ? OWN_DAYS : (search.year ?? thisYear)}
          options={[
            ...Array.from({ length: YEARS_BACK }, (_, back) => ({
              value: thisYear - back,
              label: back === 0 ? `${thisYear}年（本年）` : `${thisYear - back}年`,
            })),
            { value: OWN_DAYS, label: '自选起止日期' },
          ]}
          onChange={choose}
        />
      </Form.Item>
      {own && (
        <>
          <Form.Item label="自" htmlFor="statistics-from">
            <Input
              id="statistics-from"
              type="date"
              className="date"
              value={typed.from}
              onChange={({ target }) => setTyped({ ...typed, from: target.value })}
            />
          </Form.Item>
          <Form.Item label="至" htmlFor="statistics-to">
            <Input
              id="statistics-to"
              type="date"
              className="date"
              value={typed.to}
              onChange={({ target }) => setTyped({ ...typed, to: target.value })}
            />
          </Form.Item>
          <Button
            disabled={typed.from === '' || typed.to === ''}
            onClick={() => onSearch({ ...rest, from: typed.from, to: typed.to })}
          >
            统计
          </Button>
        </>
      )}
    </>
  );
}

const SEES_MORE: ReadonlySet<string> = new Set(['supervisor', 'assessor', 'auditor']);

/** Whose applications are counted, for those whose right reaches more than their own organ. */
function OrganFields({ search, onSearch }: Omit<Props, 'thisYear'>): ReactNode {
  const { organ } = useSession();
  const ids = {
    regionId: search.regionId ?? organ?.regionId ?? '',
    organId: search.organId ?? organ?.organId ?? '',
  };
  const { data } = useRead(organRoutes.read, { params: ids }, { enabled: ids.organId !== '' });
  if (organ === null || !organ.roles.some((role) => SEES_MORE.has(role))) return null;
  const { regionId: _region, organId: _organ, below, ...rest } = withoutCell(search);
  return (
    <>
      <Form.Item label="机关" htmlFor="statistics-organ">
        <OrganPicker
          id="statistics-organ"
          needs="application.read"
          placeholder="选择机关"
          value={{ ...ids, name: data?.name ?? organ.name }}
          onChange={(picked) =>
            onSearch({
              ...rest,
              ...(below === true && { below }),
              ...(picked !== null && { regionId: picked.regionId, organId: picked.organId }),
            })
          }
        />
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={below === true}
          onChange={({ target }) => {
            const { below: _below, ...others } = withoutCell(search);
            onSearch(target.checked ? { ...others, below: true } : others);
          }}
        >
          包括下级机关
        </Checkbox>
      </Form.Item>
    </>
  );
}

/** Which days and whose applications are counted. */
export function StatisticsScope(props: Props): ReactNode {
  return (
    <search className="filters">
      <Form layout="inline" aria-label="统计范围">
        <PeriodFields {...props} />
        <OrganFields search={props.search} onSearch={props.onSearch} />
      </Form>
    </search>
  );
}
