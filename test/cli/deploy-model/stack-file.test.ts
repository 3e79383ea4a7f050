import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStacks } from '../../../cli/deploy-model';

describe('reading synthesised stacks', () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), 'lz-stacks-'));
  });
  afterEach(() => rmSync(outdir, { recursive: true }));

  const write = (stack: string, text: string) => {
    mkdirSync(join(outdir, 'stacks', stack), { recursive: true });
    writeFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), text);
  };

  it('finds each by its id', () => {
    write('test', '{"resource":{}}');
    write('sandbox', '{}');
    expect([...readStacks(outdir)]).toEqual([
      ['sandbox', {}],
      ['test', { resource: {} }],
    ]);
  });

  it('fails where nothing is synthesised, saying how to', () => {
    expect(() => readStacks(outdir)).toThrow(/no synthesised stacks in .*; make them with: npx cdktf synth/);
  });

  it('fails on a folder without its file', () => {
    mkdirSync(join(outdir, 'stacks/sandbox'), { recursive: true });
    expect(() => readStacks(outdir)).toThrow(/sandbox\/cdk\.tf\.json is missing; make it with/);
  });

  it('fails on a file that is cut short', () => {
    write('sandbox', '{"resource":');
    expect(() => readStacks(outdir)).toThrow(/cdk\.tf\.json is not JSON \(.*\); synthesise again/);
  });
});
