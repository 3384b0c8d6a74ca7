import { Link } from '@tanstack/react-router';
import { reportingUnitRoutes } from '@zhaoshi/contract/routes/reporting-units';
import { Alert, Tag } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useEditing } from '../../app/use-editing.ts';
import { useRead } from '../../app/use-route.ts';
import { EditCard } from '../../ui/edit-card.tsx';
import { emptyWords } from '../../ui/empty-words.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { UnitForm } from './unit-form.tsx';
import { type ShownList, type ShownUnit, valuesOf } from './unit-values.ts';

const SCOPES = {
  organ: '本机关的报告',
  governmentOrgan: '政府机关的报告（本级政府及其办公厅室）',
  regionGovernment: '本级政府的汇总报告',
} as const satisfies Readonly<Record<NonNullable<ShownUnit['reportScope']>, string>>;

/** The article in full, where the server names it in short. */
const basisWords = (basis: string): string => basis.replace('条例49', '条例第四十九条');

function UnitTable({ shown }: { readonly shown: ShownList }): ReactNode {
  return (
    <div className="table-scroll" role="region" aria-label="报送单位" tabIndex={0}>
      <table className="plain units stacked">
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">单位</th>
            <th scope="col">是否报送</th>
            <th scope="col">报送内容</th>
            <th scope="col">最迟日期</th>
          </tr>
        </thead>
        <tbody>
          {shown.units.map((unit, index) => (
            <tr key={unit.organId}>
              <td className="figures" data-title="序号">
                {index + 1}
              </td>
              <th scope="row">
                <Link
                  to="/organs/$regionId/$organId"
                  params={{ regionId: unit.regionId, organId: unit.organId }}
                >
                  {unit.name}
                </Link>
                {unit.ended && <Tag>年内已撤销</Tag>}
              </th>
              {unit.included ? (
                <>
                  <td data-title="是否报送">报送</td>
                  <td data-title="报送内容">{unit.reportScope === null ? '' : SCOPES[unit.reportScope]}</td>
                  <td data-title="最迟日期">
                    {unit.dueOn !== null && <span className="figures">{shownDate(unit.dueOn)}</span>}
                    {unit.dueBasis !== null && (
                      <small className="under quiet">{basisWords(unit.dueBasis)}</small>
                    )}
                  </td>
                </>
              ) : (
                <>
                  <td data-title="是否报送">不报送</td>
                  <td colSpan={2} className="quiet" data-title="理由">
                    {unit.reason}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Summary({
  shown: { units, copiedFrom, notListed, abilities },
}: {
  readonly shown: ShownList;
}): ReactNode {
  const included = units.filter((unit) => unit.included).length;
  return (
    <>
      <p>
        共 {units.length} 个单位，报送 {included} 个，不报送 {units.length - included} 个。
        {copiedFrom !== null && `从 ${copiedFrom} 年度的名单复制而来。`}
      </p>
      {notListed.length > 0 && (
        <Alert
          className="problem"
          type="warning"
          showIcon
          title={`有 ${notListed.length} 个机关不在名单中`}
          description={emptyWords(
            `${notListed.map(({ name }) => name).join('、')}。`,
            '点“修改”可以加入；不报送的也请列入并写明理由。',
            abilities.includes('reportingUnit.manage'),
          )}
        />
      )}
    </>
  );
}

function LoadedList({ shown }: { readonly shown: ShownList }): ReactNode {
  const { regionId, reportYear, abilities } = shown;
  const editing = useEditing(`reportingUnit.edit/${regionId}/${reportYear}`, shown, valuesOf);
  return (
    <EditCard
      title={`${reportYear} 年度名单`}
      needs="reportingUnit.manage"
      abilities={abilities}
      editing={editing}
      view={
        <>
          <Summary shown={shown} />
          <UnitTable shown={shown} />
        </>
      }
      form={<UnitForm editing={editing} />}
    />
  );
}

interface Props {
  readonly regionId: string;
  readonly reportYear: number;
}

/** A year's list: shown, and edited in its place. */
export function UnitList({ regionId, reportYear }: Props): ReactNode {
  const { data, error } = useRead(reportingUnitRoutes.read, { params: { regionId, reportYear } });
  if (data?.regionId === regionId && data.reportYear === reportYear) return <LoadedList shown={data} />;
  return error === null ? <Loading /> : <ProblemAlert error={error} />;
}
