import { onlyResource, type TerraformJson } from '../../support/terraform-json';
import { alarmsOf, EVERYTHING, NOTHING, synthMonitoring } from './monitoring-fixture';

interface DashboardWidget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Record<string, unknown>;
}

const widgetsOf = (json: TerraformJson): DashboardWidget[] => {
  const body = JSON.parse(String(onlyResource(json, 'aws_cloudwatch_dashboard')['dashboard_body'])) as {
    widgets: DashboardWidget[];
  };
  return body.widgets;
};

const graphsOf = (json: TerraformJson) => widgetsOf(json).filter(({ type }) => type === 'metric');

const many = <T>(one: T, count: number): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, one]));

const dashboards: [string, TerraformJson][] = [
  ['one of everything', synthMonitoring()],
  ['nothing', synthMonitoring(NOTHING)],
  ['only work groups', synthMonitoring({ ...NOTHING, workGroups: EVERYTHING.workGroups })],
  ['only a VPN', synthMonitoring({ ...NOTHING, vpn: EVERYTHING.vpn })],
  [
    'several of everything',
    synthMonitoring({
      airflow: many(EVERYTHING.airflow.main, 3),
      emrClusters: many(EVERYTHING.emrClusters.main, 20),
      workGroups: many(EVERYTHING.workGroups.analysts, 30),
    }),
  ],
];

describe.each(dashboards)('the dashboard of a stage with %s', (_, json) => {
  const widgets = widgetsOf(json);

  it('has all widgets within 24 columns', () => {
    for (const { x, y, width, height } of widgets) {
      expect([x, y, width, height].every(Number.isInteger)).toBe(true);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(width, height)).toBeGreaterThan(0);
      expect(x + width).toBeLessThanOrEqual(24);
    }
  });

  it('puts no widget on another, and leaves no line empty', () => {
    const cells = widgets.flatMap(({ x, y, width, height }) =>
      Array.from({ length: width * height }, (_cell, index) => ({
        x: x + (index % width),
        y: y + Math.floor(index / width),
      })),
    );
    expect(new Set(cells.map(({ x, y }) => `${x}/${y}`)).size).toBe(cells.length);
    const lines = new Set(cells.map(({ y }) => y));
    expect(lines.size).toBe(Math.max(...lines) + 1);
  });

  it('has well-formed metrics', () => {
    for (const { properties } of graphsOf(json)) {
      expect(properties).toMatchObject({ region: 'eu-west-1', title: expect.any(String) as unknown });
      const metrics = properties['metrics'] as unknown[][];
      const ids = metrics.map((metric) => (metric.at(-1) as { id: string }).id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const metric of metrics) expect(shapeOf(metric, ids)).toBe('well-formed');
      expect(metrics.length).toBeGreaterThan(0);
    }
  });

  it('shows the state of every alarm, at most 100 in a widget', () => {
    const shown = widgets
      .filter(({ type }) => type === 'alarm')
      .map(({ properties }) => properties['alarms']);
    for (const alarms of shown as string[][]) expect(alarms.length).toBeLessThanOrEqual(100);
    expect(shown.flat()).toHaveLength(
      Object.keys(json.resource?.['aws_cloudwatch_metric_alarm'] ?? {}).length,
    );
    expect(new Set(shown.flat()).size).toBe(shown.flat().length);
  });

  it('begins with links', () => {
    expect(widgets[0]).toMatchObject({ type: 'text', x: 0, y: 0, width: 24 });
    expect(widgets[0]?.properties['markdown']).toMatch(/^# sandbox\n\[Alarms\]\(https:\/\//);
  });
});

/** `[namespace, name, dimension, value, …, options]`, or `[options]` with an expression on other lines. */
function shapeOf(metric: unknown[], ids: readonly string[]): string {
  const options = metric.at(-1) as { id: string; expression?: string; stat?: string; period?: number };
  const names = metric.slice(0, -1);
  if (!/^[a-z]\w*$/.test(options.id)) return `${options.id} is no id`;
  if (options.expression !== undefined) {
    const unknown = (options.expression.match(/\bm\d*\b/g) ?? ['?']).filter((id) => !ids.includes(id));
    return names.length === 0 && unknown.length === 0 ? 'well-formed' : `unknown ${unknown.join(', ')}`;
  }
  if (!names.every((name) => typeof name === 'string' && name !== '')) return 'a name is no text';
  if (names.length < 4 || names.length % 2 !== 0) return 'a dimension has no value';
  return options.period === 60 || options.period === 300 ? 'well-formed' : `period ${options.period}`;
}

describe('the dashboard', () => {
  /** Values of all dimensions. */
  const things = (json: TerraformJson) =>
    new Set(
      graphsOf(json)
        .flatMap(({ properties }) => properties['metrics'] as unknown[][])
        .flatMap((metric) => metric.slice(2, -1).filter((_, index) => index % 2 === 1)),
    );

  it('shows everything that there is', () => {
    const shown = things(synthMonitoring());
    for (const one of ['sandbox-main', 'j-1', 'analysts', 'nat-1', 'nat-2', 'cvpn-1'])
      expect(shown).toContain(one);
  });

  it('shows nothing that is not there', () => {
    expect(things(synthMonitoring(NOTHING))).toEqual(new Set());
    const onlyNat = synthMonitoring({ ...NOTHING, natGatewayIds: { az1: 'nat-1' } });
    expect(things(onlyNat)).toEqual(new Set(['nat-1']));
    expect(JSON.stringify(widgetsOf(onlyNat))).not.toMatch(/Airflow|EMR|Athena|VPN/);
  });

  it('draws the lines that alarms are raised at', () => {
    const graphs = graphsOf(synthMonitoring());
    const limitOf = (title: string) =>
      graphs.find(({ properties }) => properties['title'] === title)?.properties['annotations'];
    expect(limitOf('Airflow main: queue')).toEqual({
      horizontal: [{ label: 'All workers can run', value: 50, yAxis: 'left' }],
    });
    expect(limitOf('Airflow main: wait for a worker')).toEqual({
      horizontal: [{ label: 'Alarm', value: 30, yAxis: 'left' }],
    });
  });

  it('counts all workers of Airflow, base and additional, against the most there may be', () => {
    const workers = graphsOf(synthMonitoring()).find(
      ({ properties }) => properties['title'] === 'Airflow main: workers',
    )?.properties;
    expect(workers).toMatchObject({
      stacked: true,
      annotations: { horizontal: [{ label: 'Most there may be', value: 5 }] },
    });
    const metrics = workers?.['metrics'] as unknown[][];
    expect(metrics.flatMap((metric) => metric.filter((part) => /Worker$/.test(String(part))))).toEqual([
      'BaseWorker',
      'AdditionalWorker',
    ]);
    const isDrawn = (metric: unknown[]) => (metric.at(-1) as { visible?: boolean }).visible !== false;
    expect(metrics.filter(isDrawn).map((metric) => metric.at(-1))).toEqual([
      expect.objectContaining({ label: 'Base workers', stat: 'SampleCount', period: 60 }),
      expect.objectContaining({ label: 'Additional workers', expression: 'FILL(m1, 0)' }),
    ]);
  });

  it('draws other lines beside each other', () => {
    const stacked = graphsOf(synthMonitoring()).filter(({ properties }) => properties['stacked'] === true);
    expect(stacked.map(({ properties }) => properties['title'])).toEqual(['Airflow main: workers']);
  });

  it('shows the alarms that there are', () => {
    const json = synthMonitoring();
    expect(widgetsOf(json).filter(({ type }) => type === 'alarm')).toHaveLength(1);
    expect(Object.keys(alarmsOf(json))).toHaveLength(17);
  });
});
