import { Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { currentOf } from './stale-current.ts';

type Values = Readonly<Record<string, unknown>>;

interface Props {
  /** Of the save; the dialog opens for a stale one. */
  readonly error: unknown;
  /** What the person typed. */
  readonly mine: Values;
  /** The fields of the form with their labels, in order. */
  readonly labels: Readonly<Record<string, string>>;
  /** How a value is shown; as text by default. */
  readonly show?: (name: string, value: unknown) => ReactNode;
  /** Saves what was chosen over the version that was shown. */
  readonly onResolve: (values: Values, version: number) => void;
  /** Back to the form, with everything that was typed. */
  readonly onCancel: () => void;
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function asText(_name: string, value: unknown): ReactNode {
  if (value === null || value === undefined || value === '') return <span className="quiet">（空）</span>;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

/** Somebody else saved meanwhile: both versions side by side, a choice for each field, nothing lost. */
export function StaleDialog({ error, mine, labels, show = asText, onResolve, onCancel }: Props): ReactNode {
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const current = currentOf(error);
  if (current === null) return null;
  const differing = Object.entries(labels).filter(([name]) => !isSame(mine[name], current[name]));
  const resolve = (): void => {
    const taken = differing
      .filter(([name]) => chosen[name] === 'theirs')
      .map(([name]) => [name, current[name]]);
    onResolve({ ...mine, ...Object.fromEntries(taken) }, current.version);
  };
  return (
    <Modal
      open
      width={760}
      title="别人已经修改过"
      okText="按以下选择保存"
      cancelText="先不保存，回到表单"
      onOk={resolve}
      onCancel={onCancel}
    >
      <p>您打开本页之后，有人保存了新的内容。您填写的内容没有丢失，请逐项选择保留哪一个。</p>
      <div className="table-scroll" role="region" aria-label="两个版本的对照" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">我填写的</th>
              <th scope="col">最新保存的</th>
              <th scope="col">保留</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(([name, label]) => (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>{show(name, mine[name])}</td>
                <td>{show(name, current[name])}</td>
                <td>
                  <Radio.Group
                    aria-label={`${label}保留哪一个`}
                    value={chosen[name] ?? 'mine'}
                    options={[
                      { value: 'mine', label: '我的' },
                      { value: 'theirs', label: '最新的' },
                    ]}
                    onChange={({ target }) =>
                      setChosen({ ...chosen, [name]: target.value === 'theirs' ? 'theirs' : 'mine' })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differing.length === 0 && <p>两个版本的内容相同，可以直接保存。</p>}
    </Modal>
  );
}
