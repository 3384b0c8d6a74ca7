import { applicationAssignmentRoutes } from '@zhaoshi/contract/routes/application-assignment';
import { APPLICANT_KINDS } from '@zhaoshi/domain/annual-report/ids';
import { applicantKindName } from '@zhaoshi/domain/application/applicant';
import { INTAKE_CHANNELS } from '@zhaoshi/domain/application/intake';
import { maskPersonalText } from '@zhaoshi/domain/application/masks';
import { OUTCOMES } from '@zhaoshi/domain/application/outcome';
import { STATUSES } from '@zhaoshi/domain/application/status';
import { Button, Form, Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../../app/session.ts';
import { useRead } from '../../app/use-route.ts';
import { ChoiceFilter } from '../../ui/choice-filter.tsx';
import { OrganPicker, type PickedOrgan } from '../../ui/organ-picker.tsx';
import { isNarrowed, stageOf } from './register-filter.ts';
import type { RegisterSearch } from './register-search.ts';

const titled = <T extends { readonly title: string }>(table: Readonly<Record<string, T>>) =>
  Object.entries(table).map(([value, { title }]) => ({ value, label: title }));

const CHOICES = [
  {
    name: 'status',
    label: '状态',
    options: Object.entries(STATUSES).map(([value, label]) => ({ value, label })),
  },
  { name: 'channel', label: '提交方式', options: titled(INTAKE_CHANNELS) },
  {
    name: 'applicantKind',
    label: '申请人类别',
    options: APPLICANT_KINDS.map((value) => ({ value, label: applicantKindName(value) })),
  },
] as const;

const OUTCOME_CHOICE = { name: 'outcome', label: '办理结果', options: titled(OUTCOMES) } as const;

const DAYS = [
  { name: 'receivedFrom', label: '收到申请自' },
  { name: 'receivedTo', label: '至' },
] as const;

type TextName = 'status' | 'channel' | 'applicantKind' | 'outcome' | 'receivedFrom' | 'receivedTo';

const UNASSIGNED = 'unassigned';
const PROPOSED = 'proposed';

export interface FilterProps {
  readonly search: RegisterSearch;
  /** What is looked for of the applicant; kept out of the address. */
  readonly applicant: string;
  readonly onSearch: (search: RegisterSearch) => void;
  readonly onApplicant: (applicant: string) => void;
}

/** The filter with one value set, or without it. */
function withValue(search: RegisterSearch, name: keyof RegisterSearch, value: string | true | undefined) {
  const { [name]: _before, ...rest } = search;
  return value === undefined || value === '' ? rest : { ...rest, [name]: value };
}

function OfficerFilter({ search, onSearch }: Pick<FilterProps, 'search' | 'onSearch'>): ReactNode {
  const { organ } = useSession();
  const params = { regionId: organ?.regionId ?? '', organId: organ?.organId ?? '' };
  const { data } = useRead(applicationAssignmentRoutes.officers, { params }, { enabled: organ !== null });
  const { officerId, unassigned } = search;
  return (
    <ChoiceFilter<string>
      id="register-officer"
      label="经办人"
      isLookedUp
      value={unassigned === true ? UNASSIGNED : officerId}
      options={[
        { value: UNASSIGNED, label: '未指定' },
        ...(data?.officers ?? []).map(({ accountId, displayName }) => ({
          value: accountId,
          label: displayName,
        })),
      ]}
      onChange={(value) => {
        const { officerId: _officer, unassigned: _unassigned, ...rest } = search;
        if (value === undefined) onSearch(rest);
        else onSearch(value === UNASSIGNED ? { ...rest, unassigned: true } : { ...rest, officerId: value });
      }}
    />
  );
}

const SEES_MORE: ReadonlySet<string> = new Set(['supervisor', 'assessor', 'auditor']);

/** Which organ, for those whose right reaches more than their own. */
function OrganFilter({ search, onSearch }: Pick<FilterProps, 'search' | 'onSearch'>): ReactNode {
  const { organ } = useSession();
  const [picked, setPicked] = useState<PickedOrgan | null>(null);
  if (organ === null || !organ.roles.some((role) => SEES_MORE.has(role))) return null;
  const { organId } = search;
  const unnamed = { regionId: organ.regionId, organId: organId ?? '', name: '所选机关' };
  const value = organId === undefined ? null : picked?.organId === organId ? picked : unnamed;
  return (
    <Form.Item label="机关" htmlFor="register-organ">
      <OrganPicker
        id="register-organ"
        needs="application.read"
        allowClear
        placeholder="全部"
        value={value}
        onChange={(chosen) => {
          setPicked(chosen);
          onSearch(withValue(search, 'organId', chosen?.organId));
        }}
      />
    </Form.Item>
  );
}

function MoreFilters({ search, onSearch }: Pick<FilterProps, 'search' | 'onSearch'>): ReactNode {
  const stage = stageOf(search);
  const choices = stage === 'concluded' || stage === 'all' ? [...CHOICES, OUTCOME_CHOICE] : CHOICES;
  const set = (name: TextName, value: string | undefined): void => onSearch(withValue(search, name, value));
  return (
    <>
      {choices.map(({ name, label, options }) => (
        <ChoiceFilter<string>
          key={name}
          id={`register-${name}`}
          label={label}
          options={options}
          value={search[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
      <ChoiceFilter<string>
        id="register-promotion"
        label="主动公开建议"
        options={[{ value: PROPOSED, label: '等待决定' }]}
        value={search.promotion === true ? PROPOSED : undefined}
        onChange={(value) => onSearch(withValue(search, 'promotion', value === PROPOSED ? true : undefined))}
      />
      <div className="filter-pair">
        {DAYS.map(({ name, label }) => (
          <Form.Item key={name} label={label} htmlFor={`register-${name}`}>
            <Input
              id={`register-${name}`}
              type="date"
              className="date"
              value={search[name] ?? ''}
              onChange={({ target }) => set(name, target.value)}
            />
          </Form.Item>
        ))}
      </div>
    </>
  );
}

interface WordProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** What is looked for now; what is typed follows it. */
  readonly value: string;
  readonly onSearch: (words: string) => void;
}

function WordFilter({ id, label, placeholder, value, onSearch }: WordProps): ReactNode {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input.Search
        id={id}
        className="word-search"
        allowClear
        maxLength={100}
        autoComplete="off"
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(words) => {
          setTyped(value);
          onSearch(words.trim());
        }}
      />
    </Form.Item>
  );
}

const PRIMARY: readonly (keyof RegisterSearch)[] = ['stage', 'q', 'officerId', 'unassigned', 'organId'];

/** What the register is narrowed to. */
export function RegisterFilters(props: FilterProps): ReactNode {
  const { search, applicant, onSearch, onApplicant } = props;
  const { abilities } = useSession();
  const hidden = Object.keys(search).some((name) => !PRIMARY.some((one) => one === name));
  const [isWide, setWide] = useState(hidden);
  const { stage } = search;
  const seesApplicants = abilities.includes('application.readApplicant');
  const findWords = (q: string): void => {
    // A number of a person must not stand in the address; whoever types one here looks for an applicant.
    if (seesApplicants && maskPersonalText(q, []) !== q) onApplicant(q);
    else onSearch(withValue(search, 'q', q));
  };
  return (
    <Form layout="inline" className="filters" aria-label="筛选申请" role="search">
      <WordFilter
        id="register-q"
        label="关键词"
        placeholder="内容或者登记号"
        value={search.q ?? ''}
        onSearch={findWords}
      />
      {seesApplicants && (
        <WordFilter
          id="register-applicant"
          label="申请人"
          placeholder="完整的姓名或者号码"
          value={applicant}
          onSearch={onApplicant}
        />
      )}
      {abilities.includes('application.handle') && <OfficerFilter search={search} onSearch={onSearch} />}
      <OrganFilter search={search} onSearch={onSearch} />
      {isWide && <MoreFilters search={search} onSearch={onSearch} />}
      <span className="filter-acts">
        <Button type="link" aria-expanded={isWide} onClick={() => setWide(!isWide)}>
          {isWide ? '收起条件' : '更多条件'}
        </Button>
        {(isNarrowed(search) || applicant !== '') && (
          <Button
            type="link"
            onClick={() => {
              onApplicant('');
              onSearch(stage === undefined ? {} : { stage });
            }}
          >
            清除条件
          </Button>
        )}
      </span>
    </Form>
  );
}
