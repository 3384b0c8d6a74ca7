import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';

interface Props {
  /** What is moved. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
}

/** Moves a row of a list up or down; the focus goes along, and the new place is read out. */
export function MoveButtons({ name, index, count, onMove }: Props): ReactNode {
  const move =
    (to: number) =>
    ({ currentTarget }: MouseEvent<HTMLElement>): void => {
      if (to < 0 || to >= count) return;
      onMove(to);
      // A node that is put elsewhere loses the focus.
      requestAnimationFrame(() => currentTarget.focus());
    };
  const place = `${name}，现为第 ${index + 1} 位，共 ${count} 位`;
  return (
    <span className="move-buttons">
      <Button
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={`上移：${place}`}
        aria-disabled={index === 0}
        onClick={move(index - 1)}
      />
      <Button
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={`下移：${place}`}
        aria-disabled={index === count - 1}
        onClick={move(index + 1)}
      />
    </span>
  );
}
