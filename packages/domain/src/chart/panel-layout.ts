import { barLength } from './bar-length.ts';

/** What a panel draws: a line for each label, with a bar where there is a figure. */
export interface PanelInput {
  readonly values: readonly (number | null)[];
}

export interface PanelRow {
  /** Top of the line, which is as high as a finger needs (WCAG 2.2, 2.5.8). */
  readonly y: number;
  /** Where text stands in the line. */
  readonly middle: number;
  readonly barY: number;
  /** 0: no bar, for zero as for no figure; the words beside it tell the two apart. */
  readonly length: number;
}

export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly rows: readonly PanelRow[];
}

/** Panels side by side and below each other, all on one scale, in units of the drawing. */
export interface PanelLayout {
  readonly width: number;
  readonly height: number;
  readonly panelWidth: number;
  /** From the left of a panel. */
  readonly labelEnd: number;
  readonly barStart: number;
  readonly panels: readonly Panel[];
}

export const PANEL_ROW = 26;
export const PANEL_BAR = 14;
const TITLE = 28;
const GAP_X = 24;
const GAP_Y = 14;
const BESIDE = 8;

/** A panel is never narrower where there is room for two. */
const LEAST_PANEL = 290;

interface Room {
  readonly width: number;
  /** Room for the label before the bars, and for the words behind the longest one. */
  readonly label: number;
  readonly words: number;
  /** At most so many panels side by side. */
  readonly mostColumns: number;
}

/** How many panels stand side by side. */
const columnsIn = ({ width, mostColumns }: Room, panels: number): number =>
  Math.max(1, Math.min(mostColumns, panels, Math.floor((width + GAP_X) / (LEAST_PANEL + GAP_X))));

/** Places panels of bars; every bar is drawn on the scale of the largest figure of all. */
export function panelLayout(inputs: readonly PanelInput[], room: Room): PanelLayout {
  const columns = columnsIn(room, inputs.length);
  const panelWidth = Math.floor((room.width - GAP_X * (columns - 1)) / columns);
  const barStart = room.label + BESIDE;
  const barWidth = Math.max(20, panelWidth - barStart - room.words - BESIDE);
  const largest = Math.max(0, ...inputs.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const rows = Math.max(0, ...inputs.map(({ values }) => values.length));
  const panelHeight = TITLE + rows * PANEL_ROW + GAP_Y;
  const panels = inputs.map(({ values }, index): Panel => {
    const y = Math.floor(index / columns) * panelHeight;
    return {
      x: (index % columns) * (panelWidth + GAP_X),
      y,
      rows: values.map((value, line) => {
        const top = y + TITLE + line * PANEL_ROW;
        return {
          y: top,
          middle: top + PANEL_ROW / 2,
          barY: top + (PANEL_ROW - PANEL_BAR) / 2,
          length: value === null ? 0 : barLength(value, largest, barWidth),
        };
      }),
    };
  });
  const height = Math.ceil(inputs.length / columns) * panelHeight;
  return { width: room.width, height, panelWidth, labelEnd: room.label, barStart, panels };
}
