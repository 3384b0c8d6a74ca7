import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { LEVELS, TREE_KINDS } from '@zhaoshi/domain/organ/tree';
import { Button } from 'antd';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useRead } from '../../app/use-route.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ListedMarks } from './organ-marks.tsx';
import type { ListedOrgan } from './shown-organ.ts';

const AT_ONCE = 100;

const indented = (depth: number): CSSProperties => ({ ['--depth' as string]: depth });

/** A row that says something of the rows below an organ. */
function Remark({ depth, children }: { readonly depth: number; readonly children: ReactNode }): ReactNode {
  return (
    <tr>
      <td colSpan={4}>
        <span className="branch" style={indented(depth)}>
          {children}
        </span>
      </td>
    </tr>
  );
}

interface BelowProps {
  readonly organ: ListedOrgan;
  readonly depth: number;
  readonly cursor?: string;
}

/** The organs right under one, from a cursor on. */
function Below({ organ, depth, cursor }: BelowProps): ReactNode {
  const [more, setMore] = useState(false);
  const { data, error } = useRead(organRoutes.list, {
    query: {
      parentRegionId: organ.regionId,
      parentId: organ.organId,
      limit: AT_ONCE,
      ...(cursor !== undefined && { cursor }),
    },
  });
  if (data === undefined) {
    return <Remark depth={depth}>{error === null ? '正在载入……' : <ProblemAlert error={error} />}</Remark>;
  }
  const { items, nextCursor } = data;
  if (items.length === 0 && cursor === undefined) {
    return <Remark depth={depth}>下级机关不在您的权限范围内。</Remark>;
  }
  return (
    <>
      {items.map((one) => (
        <Branch key={one.organId} organ={one} depth={depth} />
      ))}
      {nextCursor !== null &&
        (more ? (
          <Below organ={organ} depth={depth} cursor={nextCursor} />
        ) : (
          <Remark depth={depth}>
            <Button onClick={() => setMore(true)}>显示{organ.name}的更多下级</Button>
          </Remark>
        ))}
    </>
  );
}

interface BranchProps {
  readonly organ: ListedOrgan;
  readonly depth: number;
  readonly isOpenAtFirst?: boolean;
}

function Branch({ organ, depth, isOpenAtFirst = false }: BranchProps): ReactNode {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { regionId, organId, name, kind, level, hasBelow } = organ;
  return (
    <>
      <tr>
        <th scope="row">
          <span className="branch" style={indented(depth)}>
            {hasBelow && (
              <Button
                type="text"
                size="small"
                icon={isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                aria-label={`${name}的下级`}
                aria-expanded={isOpen}
                onClick={() => setOpen(!isOpen)}
              />
            )}
            {!hasBelow && <span className="leaf" />}
            <Link to="/organs/$regionId/$organId" params={{ regionId, organId }}>
              {name}
            </Link>
          </span>
        </th>
        <td>{TREE_KINDS[kind]}</td>
        <td>{LEVELS[level]}</td>
        <td>
          <ListedMarks organ={organ} />
        </td>
      </tr>
      {isOpen && <Below organ={organ} depth={depth + 1} />}
    </>
  );
}

/** The organs within reach as they stand under each other; each branch is read when it is opened. */
export function OrganTree(): ReactNode {
  const { data, error } = useRead(organRoutes.list, { query: { limit: 1 } });
  const top = data?.items[0];
  return (
    <>
      <ProblemAlert error={error} />
      <div className="table-scroll" role="region" aria-label="机关及其隶属关系" tabIndex={0}>
        <table className="plain tree">
          <thead>
            <tr>
              <th scope="col">机关</th>
              <th scope="col">类别</th>
              <th scope="col">层级</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {top === undefined ? (
              <Remark depth={0}>{data === undefined ? '正在载入……' : '权限范围内没有机关。'}</Remark>
            ) : (
              <Branch organ={top} depth={0} isOpenAtFirst={top.hasBelow} />
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
