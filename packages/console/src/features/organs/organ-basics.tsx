import { Link } from '@tanstack/react-router';
import { organRoutes } from '@zhaoshi/contract/routes/organs';
import { isGovernment, isOrganInLaw, LEVELS, TREE_KINDS } from '@zhaoshi/domain/organ/tree';
import { type ReactNode, useState } from 'react';
import { shownDate } from '../../app/moments.ts';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { CloseOrgan } from './close-organ.tsx';
import { CreateOrgan } from './create-organ.tsx';
import { CreateRegion, levelsBelow } from './create-region.tsx';
import { kindsBelow } from './kinds-below.ts';
import { MoveOrgan } from './move-organ.tsx';
import { OrganState } from './organ-marks.tsx';
import { RenameOrgan } from './rename-organ.tsx';
import { type ShownOrgan, stateOf, today } from './shown-organ.ts';

interface Props {
  readonly organ: ShownOrgan;
}

/** The organ above, where it lies in the same region and within reach. */
function Parent({ organ: { regionId, parentId } }: Props): ReactNode {
  const { data } = useRead(organRoutes.read, { params: { regionId, organId: parentId ?? '' } });
  if (data === undefined || data.organId !== parentId) return '在您的权限范围之外';
  return (
    <Link to="/organs/$regionId/$organId" params={{ regionId, organId: data.organId }}>
      {data.name}
    </Link>
  );
}

type Act = 'create' | 'createRegion' | 'rename' | 'move' | 'close';

const DIALOGS: Readonly<Record<Act, (props: Props & { readonly onClose: () => void }) => ReactNode>> = {
  create: CreateOrgan,
  createRegion: CreateRegion,
  rename: RenameOrgan,
  move: MoveOrgan,
  close: CloseOrgan,
};

/** Why an act cannot be done although the person may. */
function hindranceOf(act: Act, organ: ShownOrgan): string | undefined {
  if (act !== 'rename' && act !== 'move' && stateOf(organ, today()) === 'closed') {
    return '该机关已经撤销。';
  }
  if (act === 'close' && organ.validTo !== null) return '已经办理撤销，到期不再保留。';
  if (act === 'move' && organ.isRegionGovernment) {
    return '一级人民政府是本地区的顶端，不能移动。行政区划调整请撤销后在新的隶属关系下设立，并登记承接。';
  }
  return undefined;
}

function Acts({ organ }: Props): ReactNode {
  const [act, setAct] = useState<Act | null>(null);
  const Dialog = act === null ? null : DIALOGS[act];
  const button = (which: Act, label: string): ReactNode => (
    <AbilityButton
      needs={which === 'rename' ? 'organ.edit' : 'organ.manage'}
      abilities={organ.abilities}
      hindrance={hindranceOf(which, organ)}
      onClick={() => setAct(which)}
    >
      {label}
    </AbilityButton>
  );
  const [kind] = kindsBelow(organ.kind);
  return (
    <div className="actions form-end">
      {kind !== undefined && button('create', isOrganInLaw(kind) ? '设立下级机关' : '登记村（居）')}
      {organ.isRegionGovernment &&
        levelsBelow(organ.level).length > 0 &&
        button('createRegion', '设立下级地区')}
      {button('rename', '改名')}
      {button('move', '调整隶属关系')}
      {button('close', '撤销')}
      {Dialog !== null && <Dialog organ={organ} onClose={() => setAct(null)} />}
    </div>
  );
}

/** What the organ is, where it stands, and what is done to it as a whole. */
export function OrganBasics({ organ }: Props): ReactNode {
  const { abilities } = useSession();
  const { regionId, organId, kind, level, slug, regionName, parentId, isRegionGovernment } = organ;
  return (
    <section className="card">
      <h2>基本情况</h2>
      <dl className="facts">
        <dt>状态</dt>
        <dd>
          <OrganState organ={organ} />
          {organ.closingStatement !== null && <span>{organ.closingStatement}</span>}
        </dd>
        <dt>类别</dt>
        <dd>
          {TREE_KINDS[kind]}，{LEVELS[level]}
        </dd>
        <dt>所在地区</dt>
        <dd>{regionName}</dd>
        {parentId !== null && !isRegionGovernment && (
          <>
            <dt>上级机关</dt>
            <dd>
              <Parent organ={organ} />
            </dd>
          </>
        )}
        <dt>设立日期</dt>
        <dd className="figures">{shownDate(organ.validFrom)}</dd>
        <dt>网址名</dt>
        <dd>{slug}</dd>
        {isGovernment(kind) && abilities.includes('reportingUnit.manage') && (
          <>
            <dt>年度报告</dt>
            <dd>
              <Link to="/reporting-units" search={{ regionId, organId }}>
                {regionName}的报送单位名单
              </Link>
            </dd>
          </>
        )}
      </dl>
      {!isOrganInLaw(kind) && (
        <p className="quiet">
          村（居）民委员会是自治组织，不是行政机关，不设政府信息公开工作机构；在这里登记，是为了村务公开。
        </p>
      )}
      <Acts organ={organ} />
    </section>
  );
}
