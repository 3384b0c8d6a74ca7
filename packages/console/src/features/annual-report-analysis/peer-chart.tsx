import { barLength } from '@zhaoshi/domain/chart/bar-length';
import type { ReactNode } from 'react';
import { FigureLink } from './figure-link.tsx';
import { measureName, measureWords, type ShownMeasure } from './peer-figures.ts';
import type { ShownOrgan, ShownPeers } from './shown-analysis.ts';

const ROW = 104;
const TITLE_Y = 20;
const TRACK_Y = 46;
const BOX = 16;
const WORDS_Y = 74;
const MIDDLE_Y = 92;
/** So that the mark of an organ at either end of the scale is whole. */
const END = 10;

interface Props {
  readonly peers: ShownPeers;
  readonly organ: ShownOrgan;
  readonly width: number;
  /** Of the elements that name it and tell what is to be seen. */
  readonly titleId: string;
  readonly textId: string;
}

interface MeasureProps extends Pick<Props, 'peers' | 'organ' | 'width'> {
  readonly measure: ShownMeasure;
  readonly y: number;
}

/** A square on its point. */
const diamond = (x: number, y: number, half: number): string =>
  `M ${x} ${y - half} L ${x + half} ${y} L ${x} ${y + half} L ${x - half} ${y} Z`;

function Measure({ peers, organ, width, measure, y }: MeasureProps): ReactNode {
  const { own, spread } = measure;
  if (spread === null) {
    return (
      <g>
        <text className="panel-title" x={0} y={y + TITLE_Y}>
          {measureName(measure)}
        </text>
        <text className="panel-label" x={0} y={y + TRACK_Y}>
          有数字的同类单位太少，不作比较
        </text>
      </g>
    );
  }
  const room = width - 2 * END;
  const largest = Math.max(spread.upper, own ?? 0);
  const at = (value: number): number => END + barLength(value, largest, room);
  const words = (value: number): string => measureWords(measure, value);
  const track = y + TRACK_Y;
  return (
    <g>
      <text className="panel-title" x={0} y={y + TITLE_Y}>
        {measureName(measure)}
      </text>
      <line className="panel-axis" x1={END} x2={END + room} y1={track} y2={track} />
      <rect
        className="peer-box"
        x={at(spread.lower)}
        y={track - BOX / 2}
        width={Math.max(2, at(spread.upper) - at(spread.lower))}
        height={BOX}
      />
      <line
        className="peer-median"
        x1={at(spread.median)}
        x2={at(spread.median)}
        y1={track - BOX / 2 - 4}
        y2={track + BOX / 2 + 4}
      />
      {own !== null && (
        <FigureLink
          organ={organ}
          reportYear={peers.reportYear}
          cell={measure.cell}
          className="panel-link"
          label={`${measure.finding}打开年度报告的这一格`}
        >
          <rect className="panel-line" x={0} y={y + TITLE_Y + 6} width={width} height={40} />
          <path className="peer-own" d={diamond(at(own), track, 9)} />
        </FigureLink>
      )}
      <text className="panel-words" x={0} y={y + WORDS_Y}>
        {`本单位 ${measureWords(measure, own)}，中位数 ${words(spread.median)}`}
      </text>
      <text className="panel-label" x={0} y={y + MIDDLE_Y}>
        {`中间一半 ${words(spread.lower)} 至 ${words(spread.upper)}`}
      </text>
    </g>
  );
}

/**
 * Where an organ stands by each measure: the middle half of all as a box, the median as a line, the organ as a diamond
 * with its figure. Nothing in it is another organ’s own figure.
 */
export function PeerChart({ peers, organ, width, titleId, textId }: Props): ReactNode {
  const { measures } = peers;
  const height = measures.length * ROW;
  return (
    <svg
      className="panel-chart"
      role="group"
      aria-labelledby={titleId}
      aria-describedby={textId}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {measures.map((measure, index) => (
        <Measure key={measure.id} {...{ peers, organ, width, measure }} y={index * ROW} />
      ))}
    </svg>
  );
}
