import type { Metric } from './metric';

/** Columns of a dashboard (`x` and `width` of "Dashboard body structure and syntax"). */
export const DASHBOARD_COLUMNS = 24;

/** Alarms that one widget can show (`alarms` of the same page). */
const ALARMS_PER_WIDGET = 100;

/**
 * A part of a dashboard.
 *
 * Source: "Dashboard body structure and syntax"
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html).
 */
export interface Widget {
  /** Columns, of 24. */
  readonly width: number;
  readonly height: number;
  readonly type: 'text' | 'metric' | 'alarm';
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A widget with its place on the grid. */
export interface PlacedWidget extends Widget {
  readonly x: number;
  readonly y: number;
}

/** A line of a graph. */
export interface Line {
  readonly label: string;
  readonly metric: Metric;
  /** Metric math on the metric, which is `m` in it; the metric itself is then not drawn. */
  readonly expression?: string;
  /** `right` for what has another unit. */
  readonly axis?: 'left' | 'right';
}

export interface GraphProps {
  readonly title: string;
  readonly region: string;
  readonly width: number;
  readonly lines: readonly Line[];
  /**
   * Whether lines stand one on the other, so that the highest is their sum.
   *
   * @default false
   */
  readonly isStacked?: boolean;
  /** A line that stands still: a limit, or the threshold of an alarm. */
  readonly limit?: { readonly label: string; readonly value: number; readonly axis?: 'left' | 'right' };
}

const GRAPH_HEIGHT = 6;

/** A graph over time, whose axes begin at 0. */
export function graph({ title, region, width, lines, isStacked = false, limit }: GraphProps): Widget {
  return {
    width,
    height: GRAPH_HEIGHT,
    type: 'metric',
    properties: {
      title,
      region,
      view: 'timeSeries',
      stacked: isStacked,
      metrics: lines.flatMap(metricArrays),
      yAxis: { left: { min: 0 }, right: { min: 0 } },
      ...(limit === undefined
        ? {}
        : {
            annotations: {
              horizontal: [{ label: limit.label, value: limit.value, yAxis: limit.axis ?? 'left' }],
            },
          }),
    },
  };
}

/** Text in Markdown. */
export function text(markdown: string, height: number, width = DASHBOARD_COLUMNS): Widget {
  return { width, height, type: 'text', properties: { markdown } };
}

/** State of alarms, those in trouble first; as many widgets as it takes. */
export function alarmStates(title: string, alarmArns: readonly string[]): Widget[] {
  const widgets: Widget[] = [];
  for (let first = 0; first < alarmArns.length; first += ALARMS_PER_WIDGET) {
    const alarms = alarmArns.slice(first, first + ALARMS_PER_WIDGET);
    widgets.push({
      width: DASHBOARD_COLUMNS,
      // Four to a line, and a line for the title.
      height: 1 + Math.ceil(alarms.length / 4),
      type: 'alarm',
      properties: { title, alarms, sortBy: 'stateUpdatedTimestamp' },
    });
  }
  return widgets;
}

/** Puts each row below the one before; what is too wide for its row goes on below. */
export function placed(rows: readonly (readonly Widget[])[]): PlacedWidget[] {
  let top = 0;
  return rows.flatMap((row) => {
    let [x, y, height] = [0, top, 0];
    const widgets = row.map((widget) => {
      if (x + widget.width > DASHBOARD_COLUMNS) [x, y, height] = [0, y + height, 0];
      const place = { x, y };
      x += widget.width;
      height = Math.max(height, widget.height);
      return { ...place, ...widget };
    });
    top = y + height;
    return widgets;
  });
}

/** `[namespace, name, dimension, value, …, options]`, and `[options]` for an expression. */
function metricArrays({ label, metric, expression, axis = 'left' }: Line, index: number): unknown[][] {
  const id = `m${index}`;
  const drawn = { label, yAxis: axis };
  const own = [
    metric.namespace,
    metric.name,
    ...Object.entries(metric.dimensions).flat(),
    {
      id,
      stat: metric.statistic,
      period: metric.periodSeconds,
      ...(expression === undefined ? drawn : { visible: false }),
    },
  ];
  if (expression === undefined) return [own];
  return [own, [{ id: `e${index}`, expression: expression.replace(/\bm\b/g, id), ...drawn }]];
}
